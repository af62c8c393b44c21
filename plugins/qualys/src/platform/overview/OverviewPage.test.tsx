import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  QUALYS_SYNC_CHANNEL,
  type CallHistory,
  type Ownership,
  type RequestListQuery,
  type Status,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import {
  heldBack,
  limitState,
  minutesAgo,
  run,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import {
  callCount,
  callHistory,
  catalogState,
  ownership,
  ownershipRule,
  progress,
  reading,
} from '../../__testUtils__/platformFixtures';
import { renderPart } from '../../__testUtils__/render';
import { OverviewPage } from './OverviewPage';

/** Nothing of it needs anybody. */
const WELL = status({ openClaims: 0, catalog: catalogState() });

const GOV = subscriptionStatus({
  subscription: 'gov',
  title: 'Example Gov',
  asOf: minutesAgo(200),
  connectors: {
    total: 1_000,
    byState: { success: 900, pending: 100 },
    byProvider: { AWS: 1_000 },
  },
});

function renderPage(
  options: {
    answer?: Status;
    getStatus?: jest.Mock;
    rules?: Ownership;
    getOwnership?: jest.Mock;
    calls?: CallHistory;
    getCallHistory?: jest.Mock;
    /** The requests for connectors that wait for a decision: all of them, and those of whoever looks. */
    waiting?: { all: number; mine: number };
    denied?: string[];
    signals?: FakeSignals;
  } = {},
) {
  const api = {
    getStatus: options.getStatus ?? jest.fn(async () => options.answer ?? WELL),
    getOwnership:
      options.getOwnership ?? jest.fn(async () => options.rules ?? ownership()),
    getCallHistory:
      options.getCallHistory ??
      jest.fn(async () => options.calls ?? callHistory()),
    listConnectorRequests: jest.fn(
      async ({ scope = 'all' }: Partial<RequestListQuery>) => ({
        items: [],
        totalItems: options.waiting?.[scope] ?? 0,
      }),
    ),
  };
  renderPart(<OverviewPage />, {
    api,
    denied: options.denied,
    signals: options.signals,
  });
  return api;
}

/** A part of the page, once it is there. */
function region(name: string) {
  return screen.findByRole('region', { name });
}

function items(list: HTMLElement) {
  return within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
}

async function needs() {
  const list = await screen.findByRole('list', { name: 'What needs somebody' });
  return within(list)
    .getAllByRole('link')
    .map(link => [link.textContent, link.getAttribute('href')]);
}

describe('OverviewPage', () => {
  it('shows the connectors by state and cloud, with links to them', async () => {
    renderPage();

    const card = await region('Example Corp');
    expect(card).toHaveTextContent('Platform US2');
    expect(
      within(card).getByRole('link', { name: '240 connectors' }),
    ).toHaveAttribute('href', '/qualys/connectors?subscription=main');
    const states = within(card).getByRole('list', {
      name: 'Connectors of Example Corp by state',
    });
    expect(items(states)).toEqual(['Success: 228 (95%)', 'Error: 12 (5%)']);
    expect(
      within(states).getByRole('link', { name: 'Error: 12' }),
    ).toHaveAttribute(
      'href',
      '/qualys/connectors?subscription=main&state=error',
    );
    const clouds = within(card).getByRole('list', {
      name: 'Connectors of Example Corp by cloud',
    });
    expect(items(clouds)).toEqual(['AWS: 200 (83%)', 'Azure: 40 (17%)']);
    expect(
      within(clouds).getByRole('link', { name: 'Azure: 40' }),
    ).toHaveAttribute(
      'href',
      '/qualys/connectors?subscription=main&provider=AZURE',
    );
  });

  it('never rounds a few to none, nor almost all to all', async () => {
    renderPage({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            connectors: {
              total: 10_000,
              byState: { success: 9_999, error: 1 },
              byProvider: { AWS: 10_000 },
            },
          }),
        ],
      }),
    });

    const states = await screen.findByRole('list', { name: /by state/ });
    expect(items(states)).toEqual([
      'Success: 9,999 (> 99%)',
      'Error: 1 (< 1%)',
    ]);
    expect(items(screen.getByRole('list', { name: /by cloud/ }))).toEqual([
      'AWS: 10,000 (100%)',
    ]);
  });

  it('says when all of it and each feed was read, and what is overdue', async () => {
    const readAt = minutesAgo(5);
    renderPage({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            feeds: [
              {
                feed: 'assetManagement',
                asOf: readAt,
                fullAsOf: readAt,
                stale: false,
              },
              {
                feed: 'cloudView',
                asOf: minutesAgo(5),
                fullAsOf: minutesAgo(600),
                stale: true,
              },
            ],
          }),
        ],
      }),
    });

    expect(
      items(
        await screen.findByRole('list', {
          name: 'When Example Corp was last read',
        }),
      ),
    ).toEqual([
      'Complete sync 5 minutes ago ',
      'Asset Management 5 minutes ago ',
      'CloudView, the newest 5 minutes ago ',
      'CloudView, all of it 10 hours ago overdue',
    ]);
  });

  it('shows several subscriptions together first, and then each', async () => {
    renderPage({
      answer: status({ subscriptions: [subscriptionStatus(), GOV] }),
    });

    const together = await region('All subscriptions');
    expect(together).toHaveTextContent('2 subscriptions');
    expect(
      within(together).getByRole('link', { name: '1,240 connectors' }),
    ).toHaveAttribute('href', '/qualys/connectors');
    expect(
      items(within(together).getByRole('list', { name: /by state/ })),
    ).toEqual([
      'Success: 1,128 (91%)',
      'Pending: 100 (8%)',
      'Error: 12 (< 1%)',
    ]);
    expect(
      within(together).getByRole('link', { name: 'Pending: 100' }),
    ).toHaveAttribute('href', '/qualys/connectors?state=pending');
    expect(
      items(within(together).getByRole('list', { name: /completely/ })),
    ).toEqual(['Example Corp 5 minutes ago ', 'Example Gov 3 hours ago ']);
    expect(await region('Example Gov')).toBeInTheDocument();
  });

  it('says that nothing needs anybody', async () => {
    renderPage();

    expect(await screen.findByText('Nothing needs you.')).toBeInTheDocument();
  });

  it('lists what needs somebody, the most pressing first, each with a link', async () => {
    renderPage({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            heldBack: [
              heldBack(),
              heldBack({ provider: 'GCP', state: 'dismissed' }),
            ],
            runs: [run({ skipped: 2 })],
          }),
          { ...GOV, stale: true, problem: { code: 'limited', message: '' } },
        ],
        openClaims: 3,
        catalog: catalogState({ skipped: 1, keptBecause: 'Gov is missing.' }),
      }),
      rules: ownership({
        unowned: 17,
        rules: [
          ownershipRule({
            rule: 'tag shop',
            notFound: ['group:default/payments'],
          }),
        ],
      }),
    });

    await waitFor(async () => expect(await needs()).toHaveLength(8));
    expect(await needs()).toEqual([
      [
        'Example Gov is out of date, since its last sync did not complete: Too many requests.',
        '/qualys/syncs',
      ],
      [
        '12 AWS connectors of Example Corp are missing in Qualys, and wait for a decision.',
        '/qualys/syncs',
      ],
      ['3 claims wait for a decision.', '/qualys/claims'],
      ['2 records of Example Corp could not be read.', '/qualys/syncs'],
      [
        '1 connector has no entity in the catalog, since it would not be valid.',
        '/qualys/syncs',
      ],
      ['The catalog removes nothing for now: Gov is missing.', '/qualys/syncs'],
      ['17 connectors are owned by nobody.', '/qualys/connectors?owner=none'],
      [
        'The ownership rule “tag shop” names an owner or a system that is not in the catalog.',
        '/qualys/ownership',
      ],
    ]);
  });

  it.each<[string, Parameters<typeof subscriptionStatus>[0], string]>([
    [
      'a sync that failed',
      { problem: { code: 'unavailable', message: '' } },
      'The last sync of Example Corp did not complete: Qualys cannot be reached.',
    ],
    [
      'a sync that was broken off',
      { runs: [run({ outcome: 'abandoned' })] },
      'The last sync of Example Corp was broken off.',
    ],
    [
      'a complete sync that is overdue',
      { stale: true },
      'Example Corp is out of date: its next complete sync is overdue.',
    ],
    [
      'a subscription that was never read',
      { asOf: undefined, runs: [] },
      'Example Corp has not been read completely yet.',
    ],
    [
      'a feed that is old',
      {
        feeds: [
          {
            feed: 'cloudView',
            asOf: minutesAgo(9),
            fullAsOf: minutesAgo(999),
            stale: true,
          },
        ],
      },
      'What CloudView says of Example Corp is out of date.',
    ],
  ])('lists %s', async (_, overrides, text) => {
    renderPage({
      answer: { ...WELL, subscriptions: [subscriptionStatus(overrides)] },
    });

    expect(await needs()).toEqual([[text, '/qualys/syncs']]);
  });

  it('lets the first sync take its time', async () => {
    renderPage({
      answer: {
        ...WELL,
        subscriptions: [
          subscriptionStatus({
            asOf: undefined,
            connectors: { total: 0, byState: {}, byProvider: {} },
            runs: [run({ outcome: 'running', endedAt: undefined })],
          }),
        ],
      },
    });

    expect(await screen.findByText('Nothing needs you.')).toBeInTheDocument();
    expect(screen.getAllByText('No connectors yet')).toHaveLength(2);
    expect(
      screen.getByRole('list', { name: 'When Example Corp was last read' }),
    ).toHaveTextContent('Complete sync not yet');
  });

  it('does not call it well before it is known who owns what', async () => {
    renderPage({ getOwnership: jest.fn(() => new Promise(() => {})) });

    expect(
      await screen.findByText('Looking for what needs somebody'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Nothing needs you.')).not.toBeInTheDocument();
  });

  it('does not call it well when it could not be read who owns what', async () => {
    renderPage({
      getOwnership: jest
        .fn()
        .mockRejectedValue(new QualysApiError('', { code: 'internal' })),
    });

    expect(await needs()).toEqual([
      ['It could not be read who owns which connectors.', '/qualys/ownership'],
    ]);
  });

  it('asks nothing about owners for those who may not see all connectors', async () => {
    const { getOwnership } = renderPage({ denied: ['qualys.connector.read'] });

    expect(await screen.findByText('Nothing needs you.')).toBeInTheDocument();
    expect(getOwnership).not.toHaveBeenCalled();
  });

  it('shows the calls of the last day in words and in figures', async () => {
    const { getCallHistory } = renderPage({
      answer: status({
        subscriptions: [
          subscriptionStatus({
            limits: [limitState(), limitState({ family: 'qps', budget: 1800 })],
          }),
        ],
      }),
      calls: callHistory({
        items: [
          callCount({ family: 'qps', user: 4, background: 1100, refused: 3 }),
          callCount({
            family: 'qps',
            at: '2026-03-01T09:00:00.000Z',
            user: 0,
            background: 2,
          }),
        ],
      }),
    });

    const section = await region('Calls to Qualys in the last 24 hours');
    const list = await within(section).findByRole('list');
    const [qps, cloudView] = within(list).getAllByRole('listitem');
    expect(qps).toHaveTextContent(
      '1,106 calls, 4 of them for people. At most 1,104 within 1 hour, where the portal’s share is 1,800. Qualys refused 3, since there were too many.',
    );
    expect(cloudView).toHaveTextContent('0 calls, 0 of them for people.');
    const table = within(qps).getByRole('table', {
      name: 'Calls of Asset Management, WAS and Security Hub',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => [...row.children].map(cell => cell.textContent)),
    ).toEqual([
      ['From', 'In the background', 'For people', 'Refused by Qualys'],
      ['09:00', '2', '0', '0'],
      ['10:00', '1,100', '4', '3'],
    ]);
    expect(getCallHistory).toHaveBeenCalledWith(
      { hours: 24 },
      expect.anything(),
    );
  });

  it('shows the calls of one subscription, or of all together', async () => {
    renderPage({
      answer: status({ subscriptions: [subscriptionStatus(), GOV] }),
      calls: callHistory({
        items: [
          callCount({ user: 1, background: 0 }),
          callCount({ subscription: 'gov', user: 5, background: 1 }),
        ],
      }),
    });
    expect(
      await screen.findByText(
        '7 calls, 6 of them for people. At most 7 within 1 hour, where the portal’s share is 180.',
      ),
    ).toBeInTheDocument();

    await userEvent.selectOptions(
      screen.getByLabelText('Subscription'),
      'Example Gov',
    );

    expect(
      screen.getByText(
        '6 calls, 5 of them for people. At most 6 within 1 hour, where the portal’s share is 90.',
      ),
    ).toBeInTheDocument();
  });

  it('says that no call was made', async () => {
    renderPage({ calls: callHistory({ items: [] }) });

    expect(
      await screen.findByText('No call was made in the last 24 hours.'),
    ).toBeInTheDocument();
  });

  it('goes on without the calls where they cannot be read', async () => {
    const getCallHistory = jest
      .fn()
      .mockRejectedValueOnce(new QualysApiError('Later.', { code: 'internal' }))
      .mockResolvedValue(callHistory());
    renderPage({ getCallHistory });
    const section = await region('Calls to Qualys in the last 24 hours');
    expect(await within(section).findByText('Later.')).toBeInTheDocument();
    expect(await region('Example Corp')).toBeInTheDocument();

    await userEvent.click(
      within(section).getByRole('button', { name: 'Try again' }),
    );

    expect(await within(section).findByText(/^12 calls/)).toBeInTheDocument();
  });

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
    const { getOwnership, getCallHistory } = renderPage({
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

  it('holds the place while it loads', () => {
    renderPage({ getStatus: jest.fn(() => new Promise(() => {})) });

    return expect(
      screen.findByRole('status', { name: 'Loading the overview' }),
    ).resolves.toBeInTheDocument();
  });

  it('says why nothing could be read, and tries again', async () => {
    renderPage({
      getStatus: jest
        .fn()
        .mockRejectedValueOnce(
          new QualysApiError('Offline.', { code: 'unavailable' }),
        )
        .mockResolvedValue(WELL),
    });

    await userEvent.click(
      within(await screen.findByRole('alert')).getByRole('button', {
        name: 'Try again',
      }),
    );

    expect(await region('Example Corp')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that no subscription is configured', async () => {
    renderPage({ answer: status({ subscriptions: [] }) });

    expect(
      await screen.findByText('No subscription is configured'),
    ).toBeInTheDocument();
  });

  it('counts the requests of others that wait for a decision', async () => {
    renderPage({ waiting: { all: 3, mine: 1 } });

    expect(await needs()).toEqual([
      [
        '2 requests for connectors wait for a decision.',
        '/qualys/requests?view=decide',
      ],
    ]);
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const api = renderPage({ denied: ['qualys.status.read'] });

    // Requests are for everybody.
    expect(
      await screen.findByRole('link', { name: 'Requests' }),
    ).toHaveAttribute('href', '/qualys/requests');
    expect(await screen.findByText('qualys.status.read')).toBeInTheDocument();
    expect(api.getStatus).not.toHaveBeenCalled();
    expect(api.getCallHistory).not.toHaveBeenCalled();
  });
});
