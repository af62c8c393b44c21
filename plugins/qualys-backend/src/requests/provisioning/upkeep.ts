import type { LoggerService } from '@backstage/backend-plugin-api';
import { describeError } from '../../errors';
import type { SecretBox } from '../../secrets';
import { leftBehind } from '../leftBehind';
import { RequestMovedError, type RequestStore } from '../store';
import type { TellRequest } from '../tell';

const BATCH = 100;

/**
 * Makes what is done with requests from time to time: those that nobody does
 * anything with come to their end, and what is encrypted with an old key is
 * encrypted with the present one. It never throws.
 */
export function createUpkeep(deps: {
  box: SecretBox;
  logger: LoggerService;
  store: Pick<RequestStore, 'holdingKeys' | 'move' | 'overdue' | 'reseal'>;
  tell: TellRequest;
}): () => Promise<void> {
  const { box, logger, store, tell } = deps;
  // Once is enough to say it.
  const unreadable = new Set<string>();

  const expire = async () => {
    for (const record of await store.overdue(new Date(), BATCH)) {
      try {
        const moved = await store.move(
          record,
          [{ action: 'expire', problem: leftBehind(record) }],
          { secret: null, expiresAt: null, nextLookAt: null },
        );
        tell(moved.record, moved.events);
      } catch (error) {
        // Somebody has done something with it just now.
        if (!(error instanceof RequestMovedError)) throw error;
      }
    }
  };

  const rotate = async () => {
    if (!box.available) return;
    for (const { id, secret } of await store.holdingKeys()) {
      if (secret === undefined || box.isCurrent(secret)) continue;
      try {
        const key = box.open(secret, { about: id });
        await store.reseal(id, secret, box.seal(key, { about: id }));
      } catch (error) {
        if (unreadable.has(id)) continue;
        unreadable.add(id);
        logger.warn(
          `The key of the request ${id} cannot be encrypted anew: ${describeError(
            error,
          )}`,
        );
      }
    }
  };

  return async () => {
    for (const each of [expire, rotate]) {
      try {
        await each();
      } catch (error) {
        logger.warn(
          `Requests for connectors cannot be looked through: ${describeError(
            error,
          )}`,
        );
      }
    }
  };
}
