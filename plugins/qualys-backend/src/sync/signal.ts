import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  QUALYS_SYNC_CHANNEL,
  type SyncSignal,
} from 'backstage-plugin-qualys-common';
import { describeError } from '../errors';

/**
 * Lets whoever looks at the syncs know that one has come further. It goes to
 * everybody and says nothing else, since signals ask for no permission.
 */
export function createSyncSignal(
  signals: SignalsService,
  logger: LoggerService,
): (subscription: string) => Promise<void> {
  return async subscription => {
    const message: SyncSignal = { subscription };
    try {
      await signals.publish({
        channel: QUALYS_SYNC_CHANNEL,
        recipients: { type: 'broadcast' },
        message,
      });
    } catch (error) {
      // Pages look by themselves, too, only less often.
      logger.debug(
        `That a sync has come further could not be said: ${describeError(
          error,
        )}`,
      );
    }
  };
}
