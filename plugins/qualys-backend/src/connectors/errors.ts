import type {
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  ConnectorErrorList,
  MirroredConnector,
  Problem,
} from 'backstage-plugin-qualys-common';
import type { ConnectorError } from 'qualys-model';
import {
  connectorsOf,
  type QualysClients,
  type SubscriptionClient,
} from '../clients';
import { forViewers, problemOf, QualysProblemError } from '../errors';

/** Which connector, and what is known of it already. */
export type ConnectorIdentity = Pick<
  MirroredConnector,
  'subscription' | 'provider' | 'id' | 'cloudView' | 'lastSeen' | 'error'
>;

/** Reads the errors of connectors from Qualys, as seldom as can be. */
export interface ConnectorErrors {
  /**
   * The errors of a connector, at most 500, newest first. An answer is good
   * for a minute; when Qualys cannot be asked, the last one is given with the
   * reason. Of a connector that CloudView does not know, the last error that
   * was seen.
   *
   * @throws QualysProblemError when Qualys cannot be asked and no answer is known
   */
  read(connector: ConnectorIdentity): Promise<ConnectorErrorList>;
}

/** What the cache holds of a connector. */
interface Remembered {
  list?: ConnectorErrorList;
  /** Why the last attempt failed, so that not every viewer waits for another. */
  failure?: { problem: Problem; at: string };
}

function answerOf({ list }: Remembered, problem: Problem): ConnectorErrorList {
  const told = forViewers(problem);
  if (!list) throw new QualysProblemError(told);
  return { ...list, staleBecause: told.message };
}

const MAX_ERRORS = 500;
const PAGE_SIZE = 100;
const FRESH_MS = 60_000;
const FAILURE_MS = 10_000;
const REFUSED_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
const KEPT = { hours: 24 };
// A person waits for it.
const PATIENCE_MS = 20_000;

function within(at: string, ms: number): boolean {
  return Date.now() - Date.parse(at) < ms;
}

// How long nobody asks for any connector of the subscription. Each attempt
// with a wrong password brings the user nearer to being locked, and each that
// is one too many may make a limit last longer.
function pauseMs({ code, retryAfter = 0 }: Problem): number {
  if (code === 'authentication') return REFUSED_MS;
  return code === 'limited' ? Math.min(retryAfter * 1000, LONGEST_PAUSE_MS) : 0;
}

async function ask(
  { qualys }: SubscriptionClient,
  connector: ConnectorIdentity,
): Promise<ConnectorErrorList> {
  const items: ConnectorError[] = [];
  let truncated = false;
  const list = connectorsOf(qualys, connector.provider).errors(connector.id, {
    pageSize: PAGE_SIZE,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  for await (const page of list.pages()) {
    items.push(...page.items);
    truncated = items.length > MAX_ERRORS || !page.last;
    if (items.length >= MAX_ERRORS) break;
  }
  return newestFirst(items.slice(0, MAX_ERRORS), truncated);
}

// CloudView alone lists errors. Of what it does not know, the last is known.
function lastKnown({ error, lastSeen }: ConnectorIdentity): ConnectorErrorList {
  return {
    items: error === undefined ? [] : [{ error }],
    truncated: false,
    asOf: lastSeen,
  };
}

function newestFirst(
  items: ConnectorError[],
  truncated: boolean,
): ConnectorErrorList {
  const time = ({ occurredOn }: ConnectorError) => occurredOn ?? '';
  return {
    items: items.sort((a, b) => time(b).localeCompare(time(a))),
    truncated,
    asOf: new Date().toISOString(),
  };
}

/** Makes the reader of errors. */
export function createConnectorErrors(options: {
  clients: QualysClients;
  cache: CacheService;
  logger: LoggerService;
}): ConnectorErrors {
  const { clients, cache, logger } = options;
  const underWay = new Map<string, Promise<ConnectorErrorList>>();
  const paused = new Map<string, { problem: Problem; until: number }>();

  const remember = (key: string, value: Remembered) =>
    // The cache takes JSON, which knows no undefined.
    cache.set(key, JSON.parse(JSON.stringify(value)), { ttl: KEPT });

  const read = async (key: string, connector: ConnectorIdentity) => {
    const client = clients.get(connector.subscription);
    if (!client) throw new NotFoundError('The subscription is not configured');
    const known = ((await cache.get(key)) ?? {}) as Remembered;
    if (known.list && within(known.list.asOf, FRESH_MS)) return known.list;
    if (known.failure && within(known.failure.at, FAILURE_MS)) {
      return answerOf(known, known.failure.problem);
    }
    const pause = paused.get(connector.subscription);
    if (pause && Date.now() < pause.until) {
      return answerOf(known, pause.problem);
    }
    try {
      const list = await ask(client, connector);
      await remember(key, { list });
      return list;
    } catch (error) {
      const problem = problemOf(error, client.subscription, 'cloudView');
      logger.warn(
        `The errors of connector ${connector.subscription}/${connector.id} could not be read: ${problem.message}`,
      );
      const at = new Date().toISOString();
      const ms = pauseMs(problem);
      if (ms > 0) {
        paused.set(connector.subscription, { problem, until: Date.now() + ms });
      }
      await remember(key, { ...known, failure: { problem, at } });
      return answerOf(known, problem);
    }
  };

  return {
    async read(connector) {
      if (!connector.cloudView) return lastKnown(connector);
      const key = `errors:${connector.subscription}/${connector.id}`;
      const running = underWay.get(key);
      if (running) return running;
      const reading = read(key, connector).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
  };
}
