import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Status } from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import {
  limitState,
  minutesAgo,
  run,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import {
  catalogState,
  feedRun,
  progress,
  reading,
} from '../../__testUtils__/platformFixtures';
import { renderPart } from '../../__testUtils__/render';
import { SyncsPage } from './SyncsPage';

const RUNNING = status({
  subscriptions: [
    subscriptionStatus({
      runs: [run({ id: 'now', outcome: 'running', endedAt: undefined })],
    }),
  ],
});

function renderPage(
  options: {
    answer?: Status;
    getStatus?: jest.Mock;
    startSync?: jest.Mock;
    denied?: string[];
  } = {},
) {
  const getStatus =
    options.getStatus ?? jest.fn(async () => options.answer ?? status());
  const startSync =
    options.startSync ??
    jest.fn(async () => ({ subscription: 'main', alreadyRunning: false }));
  const { toast } = renderPart(<SyncsPage />, {
    api: { getStatus, startSync },
    denied: options.denied,
  });
  return { getStatus, startSync, toast };
}

describe('SyncsPage', () => {
  afterEach(() => jest.useRealTimers());

  it('shows each subscription with its age, counts and runs', async () => {
    renderPage();

    const section = await screen.findByRole('region', { name: 'Example Corp' });
    expect(section).toHaveTextContent('Platform US2, synced every 30 minutes');
    expect(section).toHaveTextContent('As of 5 minutes ago');
    expect(section).toHaveTextContent('240 connectors');
    const states = within(section).getByRole('list', {
      name: 'Connectors by state',
    });
    expect(states).toHaveTextContent('Success: 228Error: 12');
    const clouds = within(section).getByRole('list', {
      name: 'Connectors by cloud',
    });
    expect(clouds).toHaveTextContent('AWS: 200Azure: 40');

    const runs = within(section).getByRole('table', {
      name: 'Recent syncs of Example Corp',
    });
    const [, row] = within(runs).getAllByRole('row');
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      '1 min, 5 sec',
      'Schedule',
      'Complete',
      '240',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
  });

  it('shows how old each feed is, and what a run read of it', async () => {
    const fullAsOf = minutesAgo(120);
    const justNow = minutesAgo(5);
    renderPage({
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
    expect(
      within(feeds)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
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
    renderPage({
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
    renderPage({
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

  it('shows how much of what Qualys allows is used, and what waits', async () => {
    renderPage({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            limits: [
              limitState(),
              limitState({
                family: 'qps',
                budget: 1800,
                windowLimit: 2000,
                windowSource: 'told',
                used: 1800,
                remaining: 0,
                waiting: { user: 1, background: 2 },
                blockedUntil: '2031-01-01T14:05:00',
              }),
            ],
          }),
        ],
      }),
    });

    const list = await screen.findByRole('list', {
      name: 'Calls to Qualys of Example Corp',
    });
    const [cloudView, qps] = within(list).getAllByRole('listitem');
    expect(cloudView).toHaveTextContent('12 of 90 calls used within 1 hour');
    expect(cloudView).not.toHaveTextContent('wait');
    expect(cloudView).toHaveTextContent(
      'The portal’s share of 300. Qualys’ limit is not known',
    );
    expect(within(qps).getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      '1,800 of 1,800 calls used within 1 hour',
    );
    expect(qps).toHaveTextContent('3 calls wait for their turn');
    expect(qps).toHaveTextContent('Qualys asked to wait until 14:05');
    expect(qps).toHaveTextContent(
      'The portal’s share of 2,000, as Qualys says.',
    );
  });

  it('shows nothing of limits before the first call', async () => {
    renderPage({
      answer: status({ subscriptions: [subscriptionStatus({ limits: [] })] }),
    });

    expect(
      await screen.findByRole('region', { name: 'Example Corp' }),
    ).not.toHaveTextContent('Calls to Qualys');
  });

  it('starts a sync and says so', async () => {
    const { startSync, getStatus, toast } = renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sync now: Example Corp' }),
    );

    await waitFor(() =>
      expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'The sync of Example Corp starts within a few seconds.',
        }),
      ),
    );
    expect(startSync).toHaveBeenCalledWith('main');
    await waitFor(() => expect(getStatus).toHaveBeenCalledTimes(2));
  });

  it('says why a sync could not be started', async () => {
    const { toast } = renderPage({
      startSync: jest.fn().mockRejectedValue(
        new QualysApiError('Ask the platform team.', {
          code: 'conflict',
          status: 409,
        }),
      ),
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sync now: Example Corp' }),
    );

    await waitFor(() =>
      expect(toast).toHaveBeenCalledWith({
        title: 'It does not go with how things are now: Ask the platform team.',
        status: 'danger',
      }),
    );
  });

  it('says why nobody without the permission can start one', async () => {
    const { startSync } = renderPage({ denied: ['qualys.sync.run'] });
    const name = 'Sync now: Example Corp';
    await waitFor(() =>
      expect(screen.getByRole('button', { name })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );

    await userEvent.click(screen.getByRole('button', { name }));

    expect(startSync).not.toHaveBeenCalled();
  });

  it('looks again while a sync is running, and only then', async () => {
    jest.useFakeTimers();
    const getStatus = jest
      .fn(async () => status())
      .mockResolvedValueOnce(RUNNING);
    renderPage({ getStatus });
    expect(await screen.findByText('Sync is running')).toBeInTheDocument();

    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(await screen.findByText('Sync now')).toBeInTheDocument();
    expect(getStatus).toHaveBeenCalledTimes(2);

    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(getStatus).toHaveBeenCalledTimes(2);
  });

  it('does not look while nobody can see the page', async () => {
    jest.useFakeTimers();
    const visible = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    const { getStatus } = renderPage({ answer: RUNNING });
    await screen.findByText('Sync is running');

    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(getStatus).toHaveBeenCalledTimes(1);

    visible.mockReturnValue('visible');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(getStatus).toHaveBeenCalledTimes(2);
    visible.mockRestore();
  });

  it('keeps what is known when looking again fails', async () => {
    jest.useFakeTimers();
    renderPage({
      getStatus: jest
        .fn()
        .mockResolvedValueOnce(RUNNING)
        .mockRejectedValue(
          new QualysApiError('Offline.', { code: 'unavailable' }),
        ),
    });
    await screen.findByText('Sync is running');

    await act(() => jest.advanceTimersByTimeAsync(5_000));

    expect(
      await screen.findByText('The portal cannot be reached'),
    ).toBeInTheDocument();
    expect(screen.getByText('240 connectors')).toBeInTheDocument();
  });

  it('says that no subscription is configured', async () => {
    renderPage({ answer: status({ subscriptions: [] }) });

    expect(
      await screen.findByText('No subscription is configured'),
    ).toBeInTheDocument();
  });

  it('shows how far a sync is, cloud by cloud and in words', async () => {
    renderPage({
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
    renderPage();

    await screen.findByRole('region', { name: 'Example Corp' });
    expect(
      screen.queryByRole('group', { name: /How far/ }),
    ).not.toBeInTheDocument();
  });

  it('tells which records could not be read, and why', async () => {
    renderPage({
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

  it('says what the catalog made of the connectors', async () => {
    renderPage({
      answer: status({
        catalog: catalogState({
          entities: 9876,
          leftOut: 2,
          skipped: 3,
          skippedEntities: [
            { subscription: 'main', id: 'x', message: 'its name is too long' },
          ],
          keptBecause: 'Example Gov has not been read yet.',
        }),
      }),
    });

    const section = await screen.findByRole('region', { name: 'Catalog' });
    expect(section).toHaveTextContent(
      '9,876 of the connectors have an entity in the catalog. 2 were left out on purpose, by a transformer. The catalog last said so 3 minutes ago.',
    );
    expect(section).toHaveTextContent(
      '3 connectors have no entity, since it would not be valid',
    );
    expect(
      within(section).getByRole('list', {
        name: 'Connectors without an entity',
      }),
    ).toHaveTextContent('main, x: its name is too longand 2 more');
    expect(section).toHaveTextContent(
      'Nothing is removed from the catalog for now',
    );
    expect(section).toHaveTextContent('Example Gov has not been read yet.');
  });

  it('says that the catalog has said nothing yet', async () => {
    renderPage();

    expect(
      await screen.findByRole('region', { name: 'Catalog' }),
    ).toHaveTextContent('The catalog has not said yet what it holds.');
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const { getStatus } = renderPage({ denied: ['qualys.status.read'] });

    expect(await screen.findByText('qualys.status.read')).toBeInTheDocument();
    expect(getStatus).not.toHaveBeenCalled();
  });
});
