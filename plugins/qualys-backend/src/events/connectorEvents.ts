import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  QUALYS_CONNECTOR_TOPIC,
  type QualysConnectorEvent,
} from 'backstage-plugin-qualys-node';
import { chunks } from '../database';
import type { MirrorNews, OnMirrorNews } from '../mirror';
import { publishPatiently } from './publishPatiently';

const CHANGES_PER_EVENT = 100;

// A subscriber that never returns must not keep events in memory for ever.
const MAX_WAITING = 1000;

function eventsOf(news: MirrorNews): QualysConnectorEvent[] {
  const { changes, firstScan, ...base } = news;
  return [
    ...(firstScan
      ? [{ ...base, kind: 'firstScan' as const, connectors: firstScan }]
      : []),
    ...chunks(changes, CHANGES_PER_EVENT).map(some => ({
      ...base,
      kind: 'changes' as const,
      changes: some,
    })),
  ];
}

/**
 * Makes what publishes news of the mirror on the events service: one event
 * after the other, in the background. Nothing waits for it, and nothing that
 * goes wrong there reaches the one that tells the news.
 */
export function createConnectorEvents(options: {
  events: EventsService;
  logger: LoggerService;
}): OnMirrorNews {
  const { logger } = options;
  let last = Promise.resolve();
  let waiting = 0;

  const publish = async (eventPayload: QualysConnectorEvent) => {
    const { subscription } = eventPayload;
    await publishPatiently(options, `connectors of ${subscription}`, {
      topic: QUALYS_CONNECTOR_TOPIC,
      eventPayload,
    });
    waiting -= 1;
  };

  return news => {
    const all = eventsOf(news);
    const kept = all.slice(0, MAX_WAITING - waiting);
    waiting += kept.length;
    for (const event of kept) last = last.then(() => publish(event));
    if (kept.length < all.length) {
      logger.warn(
        `${all.length - kept.length} events about connectors of ${
          news.subscription
        } were left out, since ${MAX_WAITING} wait to be published`,
      );
    }
  };
}
