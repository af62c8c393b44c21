import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../../api';
import {
  limitState,
  status,
  subscriptionStatus,
} from '../../../__testUtils__/fixtures';
import {
  callCount,
  callHistory,
} from '../../../__testUtils__/platformFixtures';
import {
  GOV,
  region,
  renderOverview,
} from '../../../__testUtils__/overviewPage';

describe('the calls to Qualys on the overview', () => {
  it('shows the calls of the last day in words and in figures', async () => {
    const { getCallHistory } = renderOverview({
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
    renderOverview({
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
    renderOverview({ calls: callHistory({ items: [] }) });

    expect(
      await screen.findByText('No call was made in the last 24 hours.'),
    ).toBeInTheDocument();
  });

  it('goes on without the calls where they cannot be read', async () => {
    const getCallHistory = jest
      .fn()
      .mockRejectedValueOnce(new QualysApiError('Later.', { code: 'internal' }))
      .mockResolvedValue(callHistory());
    renderOverview({ getCallHistory });
    const section = await region('Calls to Qualys in the last 24 hours');
    expect(await within(section).findByText('Later.')).toBeInTheDocument();
    expect(await region('Example Corp')).toBeInTheDocument();

    await userEvent.click(
      within(section).getByRole('button', { name: 'Try again' }),
    );

    expect(await within(section).findByText(/^12 calls/)).toBeInTheDocument();
  });
});
