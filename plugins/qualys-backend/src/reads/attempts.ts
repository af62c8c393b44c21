import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Problem } from 'backstage-plugin-qualys-common';
import { QualysError, type CallOptions } from 'qualys-client';
import type { QualysClients, SubscriptionClient } from '../clients';
import { problemOf } from '../errors';
import type { CachedRead, Known } from './cachedReads';
import type { Memory, Remembered } from './memory';
import type { Pauses } from './pauses';

type Priority = NonNullable<CallOptions['priority']>;

/** The calls to Qualys by which objects are read, one at a time for each. */
export interface Attempts {
  /** @throws NotFoundError for a subscription that is not configured */
  clientOf(subscription: string): SubscriptionClient;
  /** Asks by a call of its own, which nobody joins and nothing is kept of. */
  askNow<T>(of: CachedRead<T>, how?: CallOptions): Promise<Known<T>>;
  /** Takes note of why an object could not be read, also for the pauses. */
  noteProblem(
    of: Pick<CachedRead<unknown>, 'subscription' | 'area' | 'what'>,
    error: unknown,
  ): Problem;
  /**
   * Asks, or joins who does; who waits takes the place of an attempt in the
   * background. What comes of it is kept, and it never throws.
   */
  renew<T>(
    of: CachedRead<T>,
    before: Remembered<T>,
    priority: Priority,
  ): Promise<Remembered<T>>;
  /** Keeps nothing of what was begun before, and lets nobody join it. */
  overtake(key: string): void;
}

/** An attempt that is under way. */
interface Asking {
  priority: Priority;
  /** Gives it up. */
  abandon(): void;
  outcome: Promise<Remembered<unknown>>;
}

// A person waits for it.
const PATIENCE_MS = 20_000;

// The account is busy with what people wait for, or an answer took too long.
// Neither says anything of those who come next.
function isOutOfTurn(error: unknown): boolean {
  return (
    error instanceof QualysError &&
    (error.kind === 'limited' || error.kind === 'aborted')
  );
}

/** Makes the attempts. */
export function createAttempts(options: {
  clients: Pick<QualysClients, 'get'>;
  logger: LoggerService;
  memory: Pick<Memory, 'remember'>;
  pauses: Pauses;
}): Attempts {
  const { clients, logger, memory, pauses } = options;
  const asking = new Map<string, Asking>();

  const clientOf: Attempts['clientOf'] = subscription => {
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
      if (isCurrent() && after !== before) await memory.remember(of.key, after);
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

  return {
    clientOf,
    askNow,
    noteProblem,
    renew,
    overtake: key => void asking.delete(key),
  };
}
