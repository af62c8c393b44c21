import type {
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { problemSchema, type Problem } from 'backstage-plugin-qualys-common';
import { QualysError, type CallOptions } from 'qualys-client';
import { z } from 'zod';
import type { QualysClients, SubscriptionClient } from '../clients';
import {
  describeError,
  forViewers,
  problemOf,
  QualysProblemError,
  type QualysArea,
} from '../errors';
import { createPauses } from './pauses';

/** Something in Qualys that is read through the cache. */
export interface CachedRead<T> {
  /** Which object it is; no two kinds of objects share a key. */
  key: string;
  /** The id of the subscription in the configuration. */
  subscription: string;
  /** The part of Qualys that is asked. */
  area: QualysArea;
  /** What is read, for the log: `The errors of connector main/1`. */
  what: string;
  /** What the cache may hold; anything else in it is not known. */
  schema: z.ZodType<T>;
  /** For how long an answer is good, in milliseconds. */
  freshMs: number | ((value: T) => number);
  /**
   * For how much longer it is given at once while it is renewed in the
   * background, in milliseconds; not at all unless given.
   */
  renewedMs?: number;
  /** Asks Qualys. */
  ask(client: SubscriptionClient, options: CallOptions): Promise<T>;
}

/** What is known of an object, and since when. */
export interface Known<T> {
  value: T;
  /** When Qualys was asked (ISO 8601, UTC). */
  asOf: string;
  /** Why this is an older answer, in words for viewers. */
  staleBecause?: string;
}

/**
 * Reads objects from Qualys as seldom as can be: an object is asked for once at
 * a time, and once in the period for which its answer is good, whatever the
 * number of those who look at it. Where Qualys cannot be asked, the last
 * answer of the last day is given with the reason.
 *
 * What is renewed while nobody waits is asked for in the background, after all
 * that people wait for. Where its turn does not come, all stays as it was.
 */
export interface CachedReads {
  /**
   * An object. An answer that is good is given as it is; for a while longer it
   * is given at once and renewed in the background; later it is waited for.
   *
   * @param atMostMs - how old the answer may be, whatever its kind allows
   * @throws QualysProblemError when Qualys cannot be asked and no answer is known
   */
  read<T>(of: CachedRead<T>, atMostMs?: number): Promise<Known<T>>;
  /** The same where nobody has to wait for Qualys; undefined otherwise. */
  readAtOnce<T>(of: CachedRead<T>): Promise<Known<T> | undefined>;
  /**
   * An object as it is now, by a call of its own: what a change is made from
   * and what is read back after it. No older answer takes its place.
   *
   * @throws QualysError as the client does
   * @throws QualysProblemError while nobody may ask
   */
  readNow<T>(of: CachedRead<T>): Promise<Known<T>>;
  /** Keeps what is known of an object after a change, in place of all that was read before. */
  put<T>(of: CachedRead<T>, value: T): Promise<Known<T>>;
  /** Lets the next one who looks at an object ask for it. */
  forget(of: Pick<CachedRead<unknown>, 'key'>): Promise<void>;
}

// Why the last attempt failed, so that not every viewer waits for another.
const failureSchema = z.object({ problem: problemSchema, at: z.string() });

type Priority = NonNullable<CallOptions['priority']>;

/** An attempt that is under way. */
interface Asking {
  priority: Priority;
  /** Gives it up. */
  abandon(): void;
  outcome: Promise<Remembered<unknown>>;
}

interface Remembered<T> {
  known?: Known<T>;
  failure?: z.infer<typeof failureSchema>;
}

/** How old what a form is filled from may be, in milliseconds. */
export const FORM_MS = 5_000;

const FAILURE_MS = 10_000;
const KEPT = { hours: 24 };
// A person waits for it.
const PATIENCE_MS = 20_000;

function ageOf(at: string): number {
  return Date.now() - Date.parse(at);
}

// Where nothing is known, there is a reason for it.
function answerOf<T>(
  { known, failure }: Remembered<T>,
  reason = failure?.problem,
): Known<T> {
  const told = reason && forViewers(reason);
  if (!known) throw new QualysProblemError(told!);
  return told ? { ...known, staleBecause: told.message } : known;
}

// The account is busy with what people wait for, or an answer took too long.
// Neither says anything of those who come next.
function isOutOfTurn(error: unknown): boolean {
  return (
    error instanceof QualysError &&
    (error.kind === 'limited' || error.kind === 'aborted')
  );
}

/** Makes the reads. */
export function createCachedReads(options: {
  cache: CacheService;
  clients: Pick<QualysClients, 'get'>;
  logger: LoggerService;
}): CachedReads {
  const { cache, clients, logger } = options;
  const pauses = createPauses();
  /** Who looks into the cache and perhaps asks, and who asks, by object. */
  const looking = new Map<string, Promise<Known<unknown> | undefined>>();
  const asking = new Map<string, Asking>();

  /** Uses the cache. Where it is down, nothing is known; whoever reads goes on. */
  const tolerant = async <R>(use: () => Promise<R>) => {
    try {
      return await use();
    } catch (error) {
      logger.warn(`The cache cannot be used: ${describeError(error)}`);
      return undefined;
    }
  };

  const remember = (key: string, value: Remembered<unknown>) =>
    tolerant(() =>
      // It takes JSON, which knows no undefined.
      cache.set(key, JSON.parse(JSON.stringify(value)), { ttl: KEPT }),
    );

  const recall = async <T>({
    key,
    schema,
  }: CachedRead<T>): Promise<Remembered<T>> => {
    const remembered = z.object({
      known: z.object({ value: schema, asOf: z.string() }).optional(),
      failure: failureSchema.optional(),
    });
    const held = await tolerant(() => cache.get(key));
    const { data = {} } = remembered.safeParse(held);
    return data;
  };

  const clientOf = (subscription: string) => {
    const client = clients.get(subscription);
    if (!client) throw new NotFoundError('The subscription is not configured');
    return client;
  };

  const askNow = async <T>(
    of: CachedRead<T>,
    { signal, priority = 'user' }: CallOptions = {},
  ): Promise<Known<T>> => {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const value = await of.ask(clientOf(of.subscription), {
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      priority,
    });
    return { value, asOf: new Date().toISOString() };
  };

  const noteProblem = (
    of: Pick<CachedRead<unknown>, 'subscription' | 'area' | 'what'>,
    error: unknown,
  ): Problem => {
    const { subscription } = clientOf(of.subscription);
    const problem = problemOf(error, subscription, of.area);
    logger.warn(`${of.what} could not be read: ${problem.message}`);
    pauses.note(of.subscription, of.area, problem);
    return problem;
  };

  const attempt = async <T>(
    of: CachedRead<T>,
    before: Remembered<T>,
    how: CallOptions,
  ): Promise<Remembered<T>> => {
    try {
      return { known: await askNow(of, how) };
    } catch (error) {
      if (how.priority === 'background' && isOutOfTurn(error)) {
        logger.debug(`${of.what} could not be renewed: its turn did not come`);
        return before;
      }
      const problem = noteProblem(of, error);
      return { ...before, failure: { problem, at: new Date().toISOString() } };
    }
  };

  /**
   * Asks, or joins who does; who waits takes the place of an attempt in the
   * background. What comes of it is kept, and it never throws.
   */
  const renew = <T>(
    of: CachedRead<T>,
    before: Remembered<T>,
    priority: Priority,
  ): Promise<Remembered<T>> => {
    const running = asking.get(of.key);
    if (running && (priority === 'background' || running.priority === 'user')) {
      return running.outcome as Promise<Remembered<T>>;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const outcome: Promise<Remembered<T>> = attempt(of, before, {
      signal,
      priority,
    }).then(async after => {
      // Whoever has changed the object meanwhile knows better.
      const isCurrent = () => asking.get(of.key)?.outcome === outcome;
      if (isCurrent() && after !== before) await remember(of.key, after);
      if (isCurrent()) asking.delete(of.key);
      return after;
    });
    asking.set(of.key, {
      priority,
      abandon: () => controller.abort(),
      outcome,
    });
    running?.abandon();
    return outcome;
  };

  const look = async <T>(
    of: CachedRead<T>,
    { atMostMs = Infinity, wait }: { atMostMs?: number; wait: boolean },
  ): Promise<Known<T> | undefined> => {
    clientOf(of.subscription);
    const before = await recall(of);
    const { known, failure } = before;
    const age = known ? ageOf(known.asOf) : Infinity;
    const good =
      known && typeof of.freshMs === 'function'
        ? of.freshMs(known.value)
        : Number(of.freshMs);
    if (known && age < Math.min(good, atMostMs)) return known;

    const pause = pauses.of(of.subscription, of.area);
    const recent = failure && ageOf(failure.at) < FAILURE_MS;
    const reason = pause ?? (recent ? failure.problem : undefined);
    if (reason) return known || wait ? answerOf(before, reason) : undefined;

    // While Qualys does not answer, nobody waits for what is known.
    const canServe =
      known &&
      atMostMs === Infinity &&
      (failure !== undefined || age < good + (of.renewedMs ?? 0));
    if (canServe) {
      void renew(of, before, 'background');
      return answerOf(before);
    }
    if (!wait) return undefined;
    return answerOf(await renew(of, before, 'user'));
  };

  /** Looks once for all who look at the same time, in the same way. */
  const together = <T>(
    of: CachedRead<T>,
    way: string,
    action: () => Promise<Known<T> | undefined>,
  ): Promise<Known<T> | undefined> => {
    const key = `${of.key} ${way}`;
    const running = looking.get(key);
    if (running) return running as Promise<Known<T> | undefined>;
    const begun = action().finally(() => {
      if (looking.get(key) === begun) looking.delete(key);
    });
    looking.set(key, begun);
    return begun;
  };

  /** Lets nobody join what was begun before a change, and keeps nothing of it. */
  const overtake = (key: string) => {
    asking.delete(key);
    for (const each of looking.keys()) {
      if (each.startsWith(`${key} `)) looking.delete(each);
    }
  };

  const put: CachedReads['put'] = async (of, value) => {
    overtake(of.key);
    const known = { value, asOf: new Date().toISOString() };
    await remember(of.key, { known });
    return known;
  };

  return {
    put,
    async read(of, atMostMs) {
      const known = await together(of, `${atMostMs ?? ''}`, () =>
        look(of, { atMostMs, wait: true }),
      );
      return known!;
    },
    readAtOnce: of => together(of, 'at once', () => look(of, { wait: false })),
    async readNow(of) {
      const pause = pauses.of(of.subscription, of.area);
      if (pause) throw new QualysProblemError(forViewers(pause));
      try {
        return await put(of, (await askNow(of)).value);
      } catch (error) {
        noteProblem(of, error);
        throw error;
      }
    },
    async forget({ key }) {
      overtake(key);
      await tolerant(() => cache.delete(key));
    },
  };
}
