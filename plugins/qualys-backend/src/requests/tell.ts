import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  QUALYS_REQUESTS_CHANNEL,
  type RequestAction,
  type RequestEvent,
  type RequestSignal,
} from 'backstage-plugin-qualys-common';
import {
  QUALYS_REQUESTS_TOPIC,
  type QualysRequestEvent,
} from 'backstage-plugin-qualys-node';
import { describeError } from '../errors';
import { publishPatiently } from '../events';
import type { RequestRecord } from './store';

/** Tells everybody who should know what has happened to a request. Nobody waits for it, and it never throws. */
export type TellRequest = (
  record: RequestRecord,
  events: readonly RequestEvent[],
) => void;

/** The title of what is told; undefined where it is nothing to those who are told. */
type Teller = (
  record: RequestRecord,
  event: RequestEvent,
) => string | undefined;

const WORDS = { AWS: 'AWS', AZURE: 'Azure', GCP: 'GCP' } as const;

const named = ({ settings: { name }, provider }: RequestRecord) =>
  name
    ? `the ${WORDS[provider]} connector ${name}`
    : `a ${WORDS[provider]} connector`;

// What whoever asked is told, and what those who decide are.
const TO_REQUESTER: Partial<Record<RequestAction, Teller>> = {
  approve: (record, { rule }) =>
    `Your request for ${named(record)} was approved${
      rule === undefined ? '' : ` by the rule ${rule}`
    }`,
  awaitAccess: record =>
    `Your request for ${named(record)} was approved: now ${
      record.provider === 'AWS' ? 'its role' : 'the key'
    } is needed`,
  reject: record => `Your request for ${named(record)} was rejected`,
  fail: record => `Creating ${named(record)} did not work`,
  activate: record => `${capital(named(record))} is active`,
  expire: record => `Your request for ${named(record)} has expired`,
  cancel: record => `Your request for ${named(record)} was cancelled`,
};

// Those who decide have not heard of what was never submitted.
const ofSubmitted =
  (became: string): Teller =>
  record =>
    record.submittedAt === undefined
      ? undefined
      : `The request for ${named(record)} ${became}`;

const TO_APPROVERS: Partial<Record<RequestAction, Teller>> = {
  submit: record => `Somebody asks for ${named(record)}`,
  // What needs nobody must not look as if it waited for them.
  approve: (record, { rule }) => {
    if (rule !== undefined) {
      return `The request for ${named(
        record,
      )} was approved by the rule ${rule}`;
    }
    return record.decision?.direct
      ? `Somebody creates ${named(record)} without asking`
      : `The request for ${named(record)} was approved`;
  },
  reject: ofSubmitted('was rejected'),
  withdraw: ofSubmitted('was taken back'),
  cancel: ofSubmitted('was cancelled'),
  expire: ofSubmitted('has expired'),
  fail: record => `Creating ${named(record)} did not work`,
  activate: record => `${capital(named(record))} is active`,
};

function capital(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}

function descriptionOf(
  { settings }: RequestRecord,
  { reason, problem }: RequestEvent,
): string | undefined {
  if (problem) {
    return [problem.message, problem.advice].filter(Boolean).join(' ');
  }
  return reason ?? settings.purpose;
}

/** Makes what tells it: as an event, as a signal to open pages, and as notifications. */
export function createRequestTeller(options: {
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  /** Where the portal shows the Qualys page. */
  pagePath: string;
  /** Those who decide, as entity references. */
  recipients: readonly string[];
  signals: SignalsService;
}): TellRequest {
  const { events, logger, notifications, pagePath, recipients, signals } =
    options;

  // What others cannot be told stops nothing.
  const attempt = (what: string, promise: Promise<unknown>) => {
    promise.catch(error =>
      logger.warn(`${what} could not be said: ${describeError(error)}`),
    );
  };

  const notify = async (
    record: RequestRecord,
    event: RequestEvent,
    to: readonly string[],
    title: string,
  ) => {
    // Nobody is told what they have done themselves.
    const exclude = event.actor;
    if (to.length === 0 || (to.length === 1 && to[0] === exclude)) return;
    await notifications.send({
      recipients: {
        type: 'entity',
        entityRef: [...to],
        ...(exclude !== undefined && { excludeEntityRef: exclude }),
      },
      payload: {
        title,
        description: descriptionOf(record, event),
        link: `${pagePath}/requests/${record.id}`,
        topic: 'qualys-requests',
        // A later one takes the place of the one before.
        scope: `qualys-request:${record.id}`,
        severity: event.action === 'fail' ? 'high' : 'normal',
      },
    });
  };

  return (record, happened) => {
    const { id, subscription, requester } = record;
    for (const event of happened) {
      const { at, action, from, to, actor } = event;
      const eventPayload: QualysRequestEvent = {
        at,
        id,
        action,
        from,
        to,
        ...(actor !== undefined && { actor }),
        subscription,
      };
      void publishPatiently({ events, logger }, `request ${id}`, {
        topic: QUALYS_REQUESTS_TOPIC,
        eventPayload,
      });
    }
    const message: RequestSignal = { id };
    attempt(
      `That request ${id} has moved`,
      signals.publish({
        channel: QUALYS_REQUESTS_CHANNEL,
        recipients: { type: 'broadcast' },
        message: { ...message },
      }),
    );
    // Of several things that happen at once, the last one says it all.
    const tellLast = (
      tellers: Partial<Record<RequestAction, Teller>>,
      to: readonly string[],
    ) => {
      for (const event of happened.toReversed()) {
        const title = tellers[event.action]?.(record, event);
        if (title === undefined) continue;
        attempt(`“${title}”`, notify(record, event, to, title));
        return;
      }
    };
    tellLast(
      TO_APPROVERS,
      recipients.filter(each => each !== requester),
    );
    tellLast(TO_REQUESTER, [requester]);
  };
}
