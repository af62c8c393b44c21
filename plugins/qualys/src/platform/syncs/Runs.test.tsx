import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { linesOf } from '../../__testUtils__/dialogs';
import {
  minutesAgo,
  run,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import { feedRun } from '../../__testUtils__/platformFixtures';
import { renderSyncs } from '../../__testUtils__/syncsPage';

describe('the runs and feeds of a subscription', () => {
  it('shows how old each feed is, and what a run read of it', async () => {
    const fullAsOf = minutesAgo(120);
    const justNow = minutesAgo(5);
    renderSyncs({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            feeds: [
              {
                feed: 'assetManagement',
                asOf: justNow,
                fullAsOf: justNow,
                stale: false,
              },
              {
                feed: 'cloudView',
                asOf: minutesAgo(7),
                fullAsOf,
                stale: false,
              },
            ],
            runs: [
              run({
                kind: 'partial',
                source: 'both',
                disagreements: 2,
                feeds: [
                  feedRun({ seen: 3 }),
                  feedRun({ feed: 'cloudView', kind: 'partial', seen: 1 }),
                ],
              }),
            ],
          }),
        ],
      }),
    });
    const feeds = await screen.findByRole('list', {
      name: 'What is read: Example Corp',
    });
    expect(linesOf(feeds)).toEqual([
      expect.stringContaining('Asset Management: read'),
      'CloudView: the newest read 7 minutes ago, all of it 2 hours ago',
    ]);
    expect(
      screen.getByText('Asset Management: all, CloudView: the newest'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'The feeds disagree about 2 connectors, which are two records each.',
      ),
    ).toBeInTheDocument();
  });

  it('says which feed is old, and which was never read', async () => {
    renderSyncs({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            feeds: [
              { feed: 'assetManagement', stale: true },
              {
                feed: 'cloudView',
                asOf: minutesAgo(600),
                fullAsOf: minutesAgo(600),
                stale: true,
              },
            ],
          }),
        ],
      }),
    });
    expect(
      await screen.findByText(
        'Asset Management has not been read completely yet.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/^CloudView was last read/)).toHaveTextContent(
      '10 hours ago',
    );
  });

  it('says what went wrong in a run, and what is kept', async () => {
    renderSyncs({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            stale: true,
            problem: { code: 'unavailable', message: 'No answer.' },
            runs: [
              run({
                outcome: 'incomplete',
                heldBack: 7,
                trigger: 'user:default/pat',
                problem: {
                  code: 'unexpectedAnswer',
                  message: 'Page 3 was cut off.',
                },
              }),
            ],
          }),
        ],
      }),
    });

    expect(
      await screen.findByText('Example Corp is out of date'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Qualys cannot be reached: No answer.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Incomplete')).toHaveAttribute(
      'title',
      expect.stringContaining('nothing was removed'),
    );
    expect(screen.getByText('Page 3 was cut off.')).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '7' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /pat/ })).toBeInTheDocument();
  });

  it('tells which records could not be read, and why', async () => {
    renderSyncs({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            runs: [
              run({
                skipped: 5,
                feeds: [
                  feedRun({
                    skipped: 5,
                    skippedRecords: [
                      {
                        provider: 'AWS',
                        id: '4711',
                        message: 'its account is none',
                      },
                      { provider: 'GCP', message: 'it has no id' },
                    ],
                  }),
                  feedRun({ feed: 'cloudView' }),
                ],
              }),
            ],
          }),
        ],
      }),
    });

    const summary = await screen.findByText('5 records could not be read');
    const records = summary.closest('details')!;
    expect(records).not.toHaveAttribute('open');
    await userEvent.click(summary);
    expect(records).toHaveAttribute('open');
    expect(
      within(
        within(records).getByRole('list', {
          name: 'Records of Asset Management that could not be read',
        }),
      )
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'AWS, 4711: its account is none',
      'GCP, id not readable: it has no id',
      'and 3 more',
    ]);
    expect(records).not.toHaveTextContent('CloudView');
    expect(screen.getByRole('cell', { name: '5' })).toBeInTheDocument();
  });
});
