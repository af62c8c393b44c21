import { statusSchema } from 'backstage-plugin-qualys-common';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { useSimulator } from '../__testUtils__/simulator';

describe('the limits of Qualys', () => {
  const simulator = useSimulator(30);

  it('end a sync that would need more than the portal’s share, and are shown', async () => {
    const backend = await startQualysBackend({
      subscriptions: {
        main: {
          ...simulated(simulator.current),
          // Of the four calls that are the portal's, two are kept for people.
          limits: {
            share: 0.5,
            reserve: 0.5,
            families: { cloudView: { perHour: 8 } },
          },
          feeds: { assetManagement: false },
        },
      },
    });
    try {
      await backend.scheduler.triggerTask('qualys-sync-main');

      const { body } = await backend.get('/status');
      const [{ limits, runs, problem }] =
        statusSchema.parse(body).subscriptions;
      // Of the third cloud nothing was asked any more.
      expect(simulator.current.control.journal()).toHaveLength(2);
      expect(limits).toEqual([
        expect.objectContaining({
          family: 'cloudView',
          windowLimit: 8,
          windowSource: 'configured',
          budget: 4,
          reserved: 2,
          used: 2,
          remaining: 2,
        }),
      ]);
      expect(runs[0]).toMatchObject({ outcome: 'incomplete', removed: 0 });
      expect(problem).toMatchObject({ code: 'limited' });
      expect(problem?.retryAfter).toBeGreaterThan(3_500);
      expect(problem?.retryAfter).toBeLessThanOrEqual(3_600);
    } finally {
      await backend.stop();
    }
  });

  it('are not known of a family of APIs that was never called', async () => {
    const backend = await startQualysBackend({
      subscriptions: { main: simulated(simulator.current) },
    });
    try {
      const { body } = await backend.get('/status');
      expect(statusSchema.parse(body).subscriptions[0].limits).toEqual([]);
    } finally {
      await backend.stop();
    }
  });
});
