import { screen, within } from '@testing-library/react';
import {
  limitState,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import { renderSyncs } from '../../__testUtils__/syncsPage';

describe('what Qualys allows a subscription', () => {
  it('shows how much of what Qualys allows is used, and what waits', async () => {
    renderSyncs({
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
    renderSyncs({
      answer: status({ subscriptions: [subscriptionStatus({ limits: [] })] }),
    });

    expect(
      await screen.findByRole('region', { name: 'Example Corp' }),
    ).not.toHaveTextContent('Calls to Qualys');
  });
});
