import type {
  CacheService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { QualysClients } from '../clients';
import { forEditors, forViewers, QualysProblemError } from '../errors';
import { createAttempts } from './attempts';
import {
  FORM_MS,
  type CachedRead,
  type CachedReads,
  type Known,
} from './cachedReads';
import { createMemory, type Remembered } from './memory';
import { createPauses } from './pauses';

const FAILURE_MS = 10_000;

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

/** Makes the reads. */
export function createCachedReads(options: {
  cache: CacheService;
  clients: Pick<QualysClients, 'get'>;
  logger: LoggerService;
}): CachedReads {
  const pauses = createPauses();
  const memory = createMemory(options);
  const attempts = createAttempts({ ...options, memory, pauses });
  /** Who looks into the cache and perhaps asks, by object. */
  const looking = new Map<string, Promise<Known<unknown> | undefined>>();

  const look = async <T>(
    of: CachedRead<T>,
    { wait }: { wait: boolean },
  ): Promise<Known<T> | undefined> => {
    attempts.clientOf(of.subscription);
    const before = await memory.recall(of);
    const { known, failure } = before;
    const age = known ? ageOf(known.asOf) : Infinity;
    const good =
      known && typeof of.freshMs === 'function'
        ? of.freshMs(known.value)
        : Number(of.freshMs);
    if (known && age < good) return known;

    const pause = pauses.of(of.subscription, of.area);
    const recent = failure && ageOf(failure.at) < FAILURE_MS;
    const reason = pause ?? (recent ? failure.problem : undefined);
    if (reason) return known || wait ? answerOf(before, reason) : undefined;

    // While Qualys does not answer, nobody waits for what is known.
    const canServe =
      known && (failure !== undefined || age < good + (of.renewedMs ?? 0));
    if (canServe) {
      void attempts.renew(of, before, 'background');
      return answerOf(before);
    }
    if (!wait) return undefined;
    return answerOf(await attempts.renew(of, before, 'user'));
  };

  const lookFresh = async <T>(
    of: CachedRead<T>,
    atMostMs: number,
  ): Promise<Known<T>> => {
    attempts.clientOf(of.subscription);
    const before = await memory.recall(of);
    if (before.known && ageOf(before.known.asOf) < atMostMs) {
      return before.known;
    }
    const pause = pauses.of(of.subscription, of.area);
    if (pause) throw new QualysProblemError(forEditors(pause));
    // That it failed a moment ago counts for nothing: somebody asks again.
    const { known, failure } = await attempts.renew(of, before, 'user');
    if (failure) {
      throw new QualysProblemError(forEditors(failure.problem, of.area));
    }
    return known!;
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
    attempts.overtake(key);
    for (const each of looking.keys()) {
      if (each.startsWith(`${key} `)) looking.delete(each);
    }
  };

  const put: CachedReads['put'] = async (of, value) => {
    overtake(of.key);
    const known = { value, asOf: new Date().toISOString() };
    await memory.remember(of.key, { known });
    return known;
  };

  const readNow: CachedReads['readNow'] = async of => {
    const pause = pauses.of(of.subscription, of.area);
    if (pause) throw new QualysProblemError(forViewers(pause));
    try {
      return await put(of, (await attempts.askNow(of)).value);
    } catch (error) {
      attempts.noteProblem(of, error);
      throw error;
    }
  };

  const forget: CachedReads['forget'] = async ({ key }) => {
    overtake(key);
    await memory.forget(key);
  };

  return {
    put,
    async read(of) {
      return (await together(of, '', () => look(of, { wait: true })))!;
    },
    readAtOnce: of => together(of, 'at once', () => look(of, { wait: false })),
    async readFresh(of, atMostMs = FORM_MS) {
      const fresh = () => lookFresh(of, atMostMs);
      return (await together(of, `${atMostMs}`, fresh))!;
    },
    readNow,
    async readBack(of) {
      try {
        return await readNow(of);
      } catch (error) {
        await forget(of);
        throw error;
      }
    },
    forget,
  };
}
