import type { Entity } from '@backstage/catalog-model';
import {
  BOUND_OBJECT_TYPES,
  CLAIM_ANNOTATIONS,
  type AnnotationProblem,
  type BoundObjectType,
} from 'backstage-plugin-qualys-common';
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
    const claims = new Map<string, Claim>();
    const problems: AnnotationProblem[] = [];
    for (const type of BOUND_OBJECT_TYPES) {
      const annotation = CLAIM_ANNOTATIONS[type];
      const text = entity.metadata.annotations?.[annotation];
      if (typeof text === 'string') {
        const report = (value: string, message: string) =>
          problems.push({
            annotation,
            value: Array.from(value).slice(0, MAX_SHOWN).join(''),
            message,
          });
        readList(type, text, ids, claims, report);
      }
    }
    return {
      claims: [...claims.values()],
      problems: problems.slice(0, MAX_PROBLEMS),
    };
  };
}

function readList(
  type: BoundObjectType,
  text: string,
  subscriptions: readonly string[],
  claims: Map<string, Claim>,
  report: (value: string, message: string) => void,
): void {
  let count = 0;
  for (const part of text.split(',').map(value => value.trim())) {
    const read = part && readPart(type, part, subscriptions);
    if (!read) continue;
    if ('problem' in read) {
      report(part, read.problem);
      continue;
    }
    const key = `${type}:${read.subscription}/${read.objectId}`;
    if (claims.has(key)) continue;
    if (count === MAX_CLAIMS) {
      report(part, `An entity can claim ${MAX_CLAIMS} objects, no more`);
      return;
    }
    count += 1;
    claims.set(key, { type, ...read });
  }
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
