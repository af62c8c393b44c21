import { screen, waitFor } from '@testing-library/react';
import { QualysApiError } from '../../api';
import {
  heldBack,
  minutesAgo,
  run,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import {
  catalogState,
  ownership,
  ownershipRule,
} from '../../__testUtils__/platformFixtures';
import {
  GOV,
  needs,
  renderOverview,
  WELL,
} from '../../__testUtils__/overviewPage';

describe('what the overview says needs somebody', () => {
  it('says that nothing needs anybody', async () => {
    renderOverview();

    expect(await screen.findByText('Nothing needs you.')).toBeInTheDocument();
  });

  it('lists what needs somebody, the most pressing first, each with a link', async () => {
    renderOverview({
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
    renderOverview({
      answer: { ...WELL, subscriptions: [subscriptionStatus(overrides)] },
    });

    expect(await needs()).toEqual([[text, '/qualys/syncs']]);
  });

  it('lets the first sync take its time', async () => {
    renderOverview({
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
    renderOverview({ getOwnership: jest.fn(() => new Promise(() => {})) });

    expect(
      await screen.findByText('Looking for what needs somebody'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Nothing needs you.')).not.toBeInTheDocument();
  });

  it('does not call it well when it could not be read who owns what', async () => {
    renderOverview({
      getOwnership: jest
        .fn()
        .mockRejectedValue(new QualysApiError('', { code: 'internal' })),
    });

    expect(await needs()).toEqual([
      ['It could not be read who owns which connectors.', '/qualys/ownership'],
    ]);
  });

  it('asks nothing about owners for those who may not see all connectors', async () => {
    const { getOwnership } = renderOverview({
      denied: ['qualys.connector.read'],
    });

    expect(await screen.findByText('Nothing needs you.')).toBeInTheDocument();
    expect(getOwnership).not.toHaveBeenCalled();
  });

  it('counts the requests of others that wait for a decision', async () => {
    renderOverview({ waiting: 2 });

    expect(await needs()).toEqual([
      [
        '2 requests for connectors wait for a decision.',
        '/qualys/requests?view=decide',
      ],
    ]);
  });
});
