import { statusSchema } from 'backstage-plugin-qualys-common';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { useSimulator } from '../__testUtils__/simulator';

describe('the limits of Qualys', () => {
  const simulator = useSimulator(240);

  it('end a sync that would need more than the portal’s share, and are shown', async () => {
    const backend = await startQualysBackend({
      subscriptions: {
        main: {
          ...simulated(simulator.current),
          limits: { share: 0.5, families: { cloudView: { perHour: 10 } } },
        },
      },
    });
    try {
      await backend.scheduler.triggerTask('qualys-sync-main');

      const { body } = await backend.get('/status');
      const [{ limits, runs, problem }] =
        statusSchema.parse(body).subscriptions;
      // Of the five calls that are the portal's, one is kept for people.
      expect(simulator.current.control.journal()).toHaveLength(4);
      expect(limits).toEqual([
        expect.objectContaining({
          family: 'cloudView',
          windowLimit: 10,
          windowSource: 'configured',
          budget: 5,
          reserved: 1,
          used: 4,
          remaining: 1,
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
