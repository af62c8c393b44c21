import { act, screen, waitFor } from '@testing-library/react';
import { QUALYS_SYNC_CHANNEL } from 'backstage-plugin-qualys-common';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { run, subscriptionStatus } from '../../__testUtils__/fixtures';
import { progress, reading } from '../../__testUtils__/platformFixtures';
import { renderOverview, WELL } from '../../__testUtils__/overviewPage';

describe('a sync on the overview', () => {
  it('shows a sync as it begins, goes and ends, and reads the rest anew then', async () => {
    const signals = new FakeSignals();
    const going = {
      ...WELL,
      subscriptions: [
        subscriptionStatus({
          runs: [
            run({
              id: 'run-2',
              outcome: 'running',
              endedAt: undefined,
              progress: progress({
                calls: 1,
                readings: [
                  reading({ read: 50, expected: 100 }),
                  reading({ feed: 'cloudView', read: 5, expected: undefined }),
                ],
              }),
            }),
            run(),
          ],
        }),
      ],
    };
    const ended = {
      ...WELL,
      subscriptions: [
        subscriptionStatus({ runs: [run({ id: 'run-2' }), run()] }),
      ],
    };
    const { getOwnership, getCallHistory } = renderOverview({
      signals,
      getStatus: jest
        .fn()
        .mockResolvedValueOnce(WELL)
        .mockResolvedValueOnce(going)
        .mockResolvedValue(ended),
    });
    expect(
      await screen.findByRole('link', {
        name: 'No sync under way; synced every 30 minutes',
      }),
    ).toHaveAttribute('href', '/qualys/syncs');
    await waitFor(() => expect(getOwnership).toHaveBeenCalledTimes(1));

    const signal = () =>
      act(async () =>
        signals.publish(QUALYS_SYNC_CHANNEL, { subscription: 'main' }),
      );
    await signal();
    const bar = await screen.findByRole(
      'progressbar',
      { name: 'How far the sync of Example Corp is' },
      { timeout: 3_000 },
    );
    expect(bar).toHaveAttribute(
      'aria-valuetext',
      'Sync under way: 55 records read, 1 call to Qualys so far',
    );
    // Half of one of two feeds, of which nine tenths are reading.
    expect(bar).toHaveAttribute('aria-valuenow', '23');
    expect(getOwnership).toHaveBeenCalledTimes(1);

    await signal();
    await waitFor(() => expect(getCallHistory).toHaveBeenCalledTimes(2), {
      timeout: 3_000,
    });
    expect(getOwnership).toHaveBeenCalledTimes(2);
    expect(screen.queryByText(/^Sync under way/)).not.toBeInTheDocument();
  });
});
