import { screen, within } from '@testing-library/react';
import {
  minutesAgo,
  run,
  status,
  subscriptionStatus,
} from '../../../__testUtils__/fixtures';
import { progress, reading } from '../../../__testUtils__/platformFixtures';
import { renderSyncs } from '../../../__testUtils__/syncsPage';

describe('the progress of a sync', () => {
  it('shows how far a sync is, cloud by cloud and in words', async () => {
    renderSyncs({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            runs: [
              run({
                outcome: 'running',
                endedAt: undefined,
                startedAt: minutesAgo(2),
                progress: progress({
                  calls: 1200,
                  readings: [
                    reading(),
                    reading({ feed: 'cloudView', stage: 'waiting', read: 0 }),
                    reading({
                      provider: 'AZURE',
                      stage: 'written',
                      read: 300,
                      expected: 280,
                    }),
                    reading({
                      provider: 'GCP',
                      stage: 'reading',
                      read: 40,
                      expected: undefined,
                    }),
                  ],
                }),
              }),
            ],
          }),
        ],
      }),
    });

    const group = await screen.findByRole('group', {
      name: 'How far the sync of Example Corp is',
    });
    expect(group).toHaveTextContent('Sync under way, begun 2 minutes ago');
    expect(group).toHaveTextContent('1,200 calls to Qualys so far');
    const aws = within(group).getByRole('progressbar', { name: 'AWS' });
    // 0.9 of 34 %, and nothing of the other feed.
    expect(aws).toHaveAttribute('aria-valuenow', '15');
    expect(aws).toHaveAttribute(
      'aria-valuetext',
      '3,400 of about 10,000 read through Asset Management; CloudView is still to come',
    );
    expect(
      within(group).getByRole('progressbar', { name: 'Azure' }),
    ).toHaveAttribute('aria-valuenow', '100');
    expect(group).toHaveTextContent(
      '300 read through Asset Management and stored',
    );
    const gcp = within(group).getByRole('progressbar', { name: 'GCP' });
    expect(gcp).not.toHaveAttribute('aria-valuenow');
    expect(gcp).toHaveAttribute(
      'aria-valuetext',
      '40 read through Asset Management',
    );
  });

  it('shows nothing of progress while no sync runs', async () => {
    renderSyncs();

    await screen.findByRole('region', { name: 'Example Corp' });
    expect(
      screen.queryByRole('group', { name: /How far/ }),
    ).not.toBeInTheDocument();
  });
});
