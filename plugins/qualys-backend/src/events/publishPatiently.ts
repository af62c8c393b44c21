import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import { describeError } from '../errors';

const LONGEST_PUBLISH_MS = 30_000;

/**
 * Publishes an event, and waits for its subscribers, but not for ever. What
 * goes wrong there is logged; it never throws.
 *
 * @param what - what it is about, for the log
 */
export async function publishPatiently(
  { events, logger }: { events: EventsService; logger: LoggerService },
  what: string,
  event: EventParams,
): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      events.publish(event),
      new Promise((_, reject) => {
        patience = setTimeout(
          () => reject(new Error('a subscriber takes too long')),
          LONGEST_PUBLISH_MS,
        ).unref();
      }),
    ]);
  } catch (error) {
    logger.warn(
      `An event about ${what} could not be published: ${describeError(error)}`,
    );
  } finally {
    clearTimeout(patience);
  }
}
