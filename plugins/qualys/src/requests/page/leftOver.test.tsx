import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RequestEvent } from 'backstage-plugin-qualys-common';
import { connectorRequest } from '../../__testUtils__/requestFixtures';
import { renderRequestPages } from '../../__testUtils__/requestPages';

const MESSAGE =
  'Qualys was told to create the connector, and it is not known whether it did';

const ended = (state: 'cancelled' | 'expired'): RequestEvent => ({
  id: 'e9',
  at: '2026-03-01T12:00:00.000Z',
  action: state === 'expired' ? 'expire' : 'cancel',
  from: 'failed',
  to: state,
  problem: { message: MESSAGE, advice: 'The platform team can look for it.' },
});

describe('a connector that may be in Qualys', () => {
  it('is told of before the request is cancelled', async () => {
    renderRequestPages({
      mine: [
        connectorRequest({
          state: 'failed',
          may: ['retry', 'cancel'],
          mayBeCreated: true,
        }),
      ],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the request' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Cancel the request?' }),
    );
    expect(
      dialog.getByText(/it is not known whether it did/),
    ).toBeInTheDocument();
  });

  it.each(['cancelled', 'expired'] as const)(
    'is told of once it is %s, and in its history',
    async state => {
      renderRequestPages({
        mine: [
          connectorRequest({
            state,
            may: [],
            mayBeCreated: true,
            events: [ended(state)],
          }),
        ],
      });
      const next = within(
        await screen.findByRole('region', { name: 'What to do next' }),
      );
      expect(next.getByText(/it may be there/)).toBeInTheDocument();
      const history = within(screen.getByRole('region', { name: 'History' }));
      expect(
        history.getByText('What may be left in Qualys'),
      ).toBeInTheDocument();
      expect(history.getByText(MESSAGE)).toBeInTheDocument();
    },
  );

  it('is not spoken of where nothing can be there', async () => {
    renderRequestPages({ mine: [connectorRequest({ state: 'expired' })] });
    const next = within(
      await screen.findByRole('region', { name: 'What to do next' }),
    );
    expect(next.getByText(/come to its end/)).toBeInTheDocument();
    expect(next.queryByText(/may be there/)).not.toBeInTheDocument();
  });
});
