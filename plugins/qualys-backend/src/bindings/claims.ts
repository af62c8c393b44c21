import type { Entity } from '@backstage/catalog-model';
import {
  BOUND_OBJECT_TYPES,
  CLAIM_ANNOTATIONS,
  type AnnotationProblem,
  type BoundObjectType,
} from 'backstage-plugin-qualys-common';
import { accountKey, readAwsAccounts } from './accountClaims';
import { readObjectId } from './objectIds';

/** An object in Qualys that an entity names. */
export interface Claim {
  type: BoundObjectType;
  subscription: string;
  objectId: string;
}

/** What the annotations of an entity say. */
export interface EntityClaims {
  /** In the order in which the entity names them, each once. */
  claims: Claim[];
  problems: AnnotationProblem[];
}

/** Reads what an entity claims. */
export type ReadClaims = (entity: Entity) => EntityClaims;

/** How many claims an entity can make of one type. */
export const MAX_CLAIMS = 100;

const MAX_PROBLEMS = 20;
const MAX_SHOWN = 200;

/** Makes the reader of claims for the configured subscriptions. */
export function createClaimsReader(
  subscriptions: readonly { id: string }[],
): ReadClaims {
  const ids = subscriptions.map(({ id }) => id);
  return entity => {
    const claims: Claim[] = [];
    const problems: AnnotationProblem[] = [];
    const report = ({ value, ...problem }: AnnotationProblem) =>
      problems.push({
        ...problem,
        value: Array.from(value).slice(0, MAX_SHOWN).join(''),
      });
    for (const type of BOUND_OBJECT_TYPES) {
      const text = entity.metadata.annotations?.[CLAIM_ANNOTATIONS[type]];
      if (typeof text === 'string' && text.trim() !== '') {
        const named = readList(type, text, ids, report);
        claims.push(
          ...(type === 'securityHubAccount'
            ? withAccounts(named, entity, report)
            : named),
        );
      }
    }
    return { claims, problems: problems.slice(0, MAX_PROBLEMS) };
  };
}

type Report = (problem: AnnotationProblem) => void;

const TOO_MANY = `An entity can claim ${MAX_CLAIMS} objects, no more`;

function readList(
  type: BoundObjectType,
  text: string,
  subscriptions: readonly string[],
  report: Report,
): Claim[] {
  const annotation = CLAIM_ANNOTATIONS[type];
  const claims = new Map<string, Claim>();
  for (const part of text.split(',').map(value => value.trim())) {
    const read = part && readPart(type, part, subscriptions);
    if (!read) continue;
    if ('problem' in read) {
      report({ annotation, value: part, message: read.problem });
      continue;
    }
    const key = `${read.subscription}/${read.objectId}`;
    if (claims.has(key)) continue;
    if (claims.size === MAX_CLAIMS) {
      report({ annotation, value: part, message: TOO_MANY });
      break;
    }
    claims.set(key, { type, ...read });
  }
  return [...claims.values()];
}

/** Each account of the team in each integration is a claim of its own. */
function withAccounts(
  integrations: readonly Claim[],
  entity: Entity,
  report: Report,
): Claim[] {
  if (integrations.length === 0) return [];
  // One more than there can be tells that there are too many.
  const accounts = readAwsAccounts(entity, report).slice(0, MAX_CLAIMS + 1);
  const claims = integrations.flatMap(({ objectId: integration, ...claim }) =>
    accounts.map(awsAccount => ({
      ...claim,
      objectId: accountKey({ integration, awsAccount }),
    })),
  );
  const over = claims.at(MAX_CLAIMS);
  if (over) {
    report({
      annotation: CLAIM_ANNOTATIONS[over.type],
      value: over.objectId,
      message: `${TOO_MANY}: here each AWS account in each integration is one`,
    });
  }
  return claims.slice(0, MAX_CLAIMS);
}

function readPart(
  type: BoundObjectType,
  part: string,
  subscriptions: readonly string[],
): Omit<Claim, 'type'> | { problem: string } {
  const [id, subscription, ...rest] = part.split('/').reverse();
  const read = readObjectId(type, id);
  if (rest.length > 0 || !read.valid) {
    return {
      problem: `This is not the id of ${read.what}; write an id such as ${
        read.example
      }, or a subscription and an id such as ${subscriptions[0] ?? 'main'}/${
        read.example
      }`,
    };
  }
  const { objectId } = read;
  if (subscription === undefined) {
    if (subscriptions.length === 1) {
      return { subscription: subscriptions[0], objectId };
    }
    return {
      problem:
        subscriptions.length === 0
          ? 'No Qualys subscription is configured'
          : `There are several subscriptions; write ${oneOf(
              subscriptions.map(name => `${name}/${objectId}`),
            )}`,
    };
  }
  const name = subscription.trim();
  return subscriptions.includes(name)
    ? { subscription: name, objectId }
    : {
        problem: `There is no subscription of this name; ${
          subscriptions.length === 0
            ? 'none is configured'
            : `write ${oneOf(subscriptions.map(s => `${s}/${objectId}`))}`
        }`,
      };
}

// Many subscriptions would make a message that nobody reads.
function oneOf(choices: readonly string[]): string {
  return choices.length > 3
    ? `${choices.slice(0, 3).join(', ')} or another of ${choices.length}`
    : choices.join(' or ');
}
