import { statusSchema } from 'backstage-plugin-qualys-common';
import type { Simulator } from 'qualys-simulator';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

/** A subscription that Qualys lets make so many calls of each family at once. */
const limitedTo = (simulator: Simulator, concurrency: number) => ({
  ...simulated(simulator),
  limits: {
    share: 1,
    families: {
      qps: { perHour: 1_000, concurrency },
      cloudView: { perHour: 1_000, concurrency },
    },
  },
});

function unanswered({ control }: Simulator) {
  return control.journal().filter(({ status }) => status === null);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 10));
}

describe('the syncs of two subscriptions', () => {
  const large = useSimulator(30);
  const small = useSimulator(30);

  it('read clouds and feeds side by side, each within what Qualys allows it', async () => {
    for (const { current } of [large, small]) {
      current.control.addFault({
        match: {},
        kind: 'slow',
        delayMs: 60_000,
        // With the first answer it is known that Qualys takes the password.
        skip: 1,
      });
    }
    const backend = await startQualysBackend({
      subscriptions: {
        large: limitedTo(large.current, 10),
        small: limitedTo(small.current, 2),
      },
    });
    const syncs = ['large', 'small'].map(id =>
      backend.scheduler.triggerTask(`qualys-sync-${id}`),
    );

    // Of three clouds and two feeds, one has been read.
    await until(() => unanswered(large.current).length === 5);
    await until(() => unanswered(small.current).length === 4);
    const { body } = await backend.get('/status');
    const { subscriptions } = statusSchema.parse(body);
    expect(
      subscriptions.map(({ subscription, limits }) => [
        subscription,
        limits.reduce((sum, { waiting }) => sum + waiting.background, 0),
      ]),
    ).toEqual([
      ['large', 0],
      ['small', 1],
    ]);
    expect(unanswered(small.current)).toHaveLength(4);

    await backend.stop();
    await Promise.all(syncs);
  });
});
