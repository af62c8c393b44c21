import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../api';
import { linesOf } from '../../__testUtils__/dialogs';
import {
  minutesAgo,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import {
  GOV,
  region,
  renderOverview,
  WELL,
} from '../../__testUtils__/overviewPage';

describe('OverviewPage', () => {
  it('shows the connectors by state and cloud, with links to them', async () => {
    renderOverview();

    const card = await region('Example Corp');
    expect(card).toHaveTextContent('Platform US2');
    expect(
      within(card).getByRole('link', { name: '240 connectors' }),
    ).toHaveAttribute('href', '/qualys/connectors?subscription=main');
    const states = within(card).getByRole('list', {
      name: 'Connectors of Example Corp by state',
    });
    expect(linesOf(states)).toEqual(['Success: 228 (95%)', 'Error: 12 (5%)']);
    expect(
      within(states).getByRole('link', { name: 'Error: 12' }),
    ).toHaveAttribute(
      'href',
      '/qualys/connectors?subscription=main&state=error',
    );
    const clouds = within(card).getByRole('list', {
      name: 'Connectors of Example Corp by cloud',
    });
    expect(linesOf(clouds)).toEqual(['AWS: 200 (83%)', 'Azure: 40 (17%)']);
    expect(
      within(clouds).getByRole('link', { name: 'Azure: 40' }),
    ).toHaveAttribute(
      'href',
      '/qualys/connectors?subscription=main&provider=AZURE',
    );
  });

  it('never rounds a few to none, nor almost all to all', async () => {
    renderOverview({
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
    expect(linesOf(states)).toEqual([
      'Success: 9,999 (> 99%)',
      'Error: 1 (< 1%)',
    ]);
    expect(linesOf(screen.getByRole('list', { name: /by cloud/ }))).toEqual([
      'AWS: 10,000 (100%)',
    ]);
  });

  it('says when all of it and each feed was read, and what is overdue', async () => {
    const readAt = minutesAgo(5);
    renderOverview({
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
      linesOf(
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
    renderOverview({
      answer: status({ subscriptions: [subscriptionStatus(), GOV] }),
    });

    const together = await region('All subscriptions');
    expect(together).toHaveTextContent('2 subscriptions');
    expect(
      within(together).getByRole('link', { name: '1,240 connectors' }),
    ).toHaveAttribute('href', '/qualys/connectors');
    expect(
      linesOf(within(together).getByRole('list', { name: /by state/ })),
    ).toEqual([
      'Success: 1,128 (91%)',
      'Pending: 100 (8%)',
      'Error: 12 (< 1%)',
    ]);
    expect(
      within(together).getByRole('link', { name: 'Pending: 100' }),
    ).toHaveAttribute('href', '/qualys/connectors?state=pending');
    expect(
      linesOf(within(together).getByRole('list', { name: /completely/ })),
    ).toEqual(['Example Corp 5 minutes ago ', 'Example Gov 3 hours ago ']);
    expect(await region('Example Gov')).toBeInTheDocument();
  });

  it('holds the place while it loads', () => {
    renderOverview({ getStatus: jest.fn(() => new Promise(() => {})) });

    return expect(
      screen.findByRole('status', { name: 'Loading the overview' }),
    ).resolves.toBeInTheDocument();
  });

  it('says why nothing could be read, and tries again', async () => {
    renderOverview({
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
    renderOverview({ answer: status({ subscriptions: [] }) });

    expect(
      await screen.findByText('No subscription is configured'),
    ).toBeInTheDocument();
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const api = renderOverview({ denied: ['qualys.status.read'] });

    // Requests are for everybody.
    expect(
      await screen.findByRole('link', { name: 'Requests' }),
    ).toHaveAttribute('href', '/qualys/requests');
    expect(await screen.findByText('qualys.status.read')).toBeInTheDocument();
    expect(api.getStatus).not.toHaveBeenCalled();
    expect(api.getCallHistory).not.toHaveBeenCalled();
  });
});
