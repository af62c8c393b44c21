import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  QUALYS_MIRROR_TOPIC,
  type QualysMirrorEvent,
} from 'backstage-plugin-qualys-node';
import { describeError } from '../errors';

/** Says on the events service that the mirror has changed. Never throws. */
export async function announce(
  { events, logger }: { events: EventsService; logger: LoggerService },
  eventPayload: QualysMirrorEvent,
): Promise<void> {
  try {
    await events.publish({ topic: QUALYS_MIRROR_TOPIC, eventPayload });
  } catch (error) {
    // Whoever listens finds the change by themselves, only later.
    logger.warn(
      `A change of the mirror could not be announced: ${describeError(error)}`,
    );
  }
}
