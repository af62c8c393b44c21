import {
  QUALYS_SYNC_CHANNEL,
  statusSchema,
} from 'backstage-plugin-qualys-common';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

describe('the signals of a sync', () => {
  const simulator = useSimulator(30);
  let backend: Awaited<ReturnType<typeof startQualysBackend>>;
  const latest = async () => {
    const { body } = await backend.get('/status');
    return statusSchema.parse(body).subscriptions[0].runs[0];
  };

  beforeEach(async () => {
    backend = await startQualysBackend({
      subscriptions: { main: simulated(simulator.current) },
    });
  });
  afterEach(() => backend.stop());

  it('say to everybody that it has come further, and nothing else', async () => {
    const outcomes: string[] = [];
    backend.signals.publish.mockImplementation(async () => {
      outcomes.push((await latest()).outcome);
    });
    await backend.scheduler.triggerTask('qualys-sync-main');
    // As it begins, and when it has ended.
    expect(outcomes[0]).toBe('running');
    expect(outcomes.at(-1)).toBe('complete');
    const calls: unknown[][] = backend.signals.publish.mock.calls;
    for (const [signal] of calls) {
      expect(signal).toEqual({
        channel: QUALYS_SYNC_CHANNEL,
        recipients: { type: 'broadcast' },
        message: { subscription: 'main' },
      });
    }
  });

  it('break no sync where they cannot be sent', async () => {
    backend.signals.publish.mockRejectedValue(new Error('no signals'));
    await backend.scheduler.triggerTask('qualys-sync-main');
    expect(backend.signals.publish).toHaveBeenCalled();
    expect(await latest()).toMatchObject({ outcome: 'complete', seen: 30 });
  });
});
