import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import {
  QUALYS_CONNECTOR_TOPIC,
  type QualysConnectorChange,
  type QualysConnectorEvent,
} from 'backstage-plugin-qualys-node';
import type { MirrorNews } from '../mirror';
import { createConnectorEvents } from './connectorEvents';

function news(count: number, firstScan?: number): MirrorNews {
  return {
    subscription: 'main',
    provider: 'AWS',
    revision: 7,
    at: '2026-11-22T07:00:00.000Z',
    changes: Array.from(
      { length: count },
      (_, n): QualysConnectorChange => ({
        type: 'added',
        id: `c${n}`,
        provider: 'AWS',
        account: '012345678901',
        name: `Connector ${n}`,
        entityRef: `resource:default/c${n}`,
        state: 'success',
      }),
    ),
    ...(firstScan !== undefined && { firstScan }),
  };
}

describe('the events about connectors', () => {
  const heard: QualysConnectorEvent[] = [];
  let answer: () => Promise<void>;

  const start = () => {
    const logger = mockServices.logger.mock();
    const events = mockServices.events.mock({
      async publish({ topic, eventPayload }: EventParams) {
        expect(topic).toBe(QUALYS_CONNECTOR_TOPIC);
        heard.push(eventPayload as QualysConnectorEvent);
        await answer();
      },
    });
    return { logger, tell: createConnectorEvents({ events, logger }) };
  };
  const settled = async () => {
    for (let n = 0; n < 5000; n += 1) await Promise.resolve();
  };

  beforeEach(() => {
    heard.length = 0;
    answer = async () => {};
  });
  afterEach(() => jest.useRealTimers());

  it('come in batches of at most 100, in order, and none where nothing happened', async () => {
    const { tell } = start();
    tell(news(0));
    tell(news(0, 0));
    tell(news(250));
    await settled();
    expect(heard).toMatchObject(
      [100, 100, 50].map(length => ({ kind: 'changes', changes: { length } })),
    );
    expect(
      heard.flatMap(event => (event.kind === 'changes' ? event.changes : [])),
    ).toEqual(news(250).changes);
  });

  it('tell of a first scan by its number alone', async () => {
    const { tell } = start();
    tell(news(0, 10_000));
    await settled();
    expect(heard).toEqual([
      {
        kind: 'firstScan',
        subscription: 'main',
        provider: 'AWS',
        revision: 7,
        at: '2026-11-22T07:00:00.000Z',
        connectors: 10_000,
      },
    ]);
  });

  it('go on after one that could not be published, and say so', async () => {
    const { tell, logger } = start();
    answer = async () => {
      if (heard.length === 1) throw new Error('the bus is down');
    };
    tell(news(101));
    await settled();
    expect(heard).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/main.*the bus is down/),
    );
  });

  it('go on after a subscriber that never returns', async () => {
    jest.useFakeTimers();
    const { tell, logger } = start();
    answer = () =>
      heard.length === 1 ? new Promise(() => {}) : Promise.resolve();
    tell(news(101));
    await jest.advanceTimersByTimeAsync(29_000);
    expect(heard).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(heard).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/a subscriber takes too long/),
    );
  });

  it('do not pile up without end behind a subscriber that hangs', async () => {
    const { tell, logger } = start();
    answer = () => new Promise(() => {});
    tell(news(100_100));
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^1 events .* left out/),
    );
    tell(news(1));
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });
});
