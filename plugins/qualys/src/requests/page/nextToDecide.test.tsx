import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QUALYS_REQUESTS_CHANNEL } from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { enter, press } from '../../__testUtils__/dialogs';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { REQUEST_ID } from '../../__testUtils__/requestFixtures';
import {
  renderRequestPages,
  submittedRequest,
  type RequestPagesOptions,
} from '../../__testUtils__/requestPages';

const THIS = submittedRequest();
const LEDGER = submittedRequest({
  id: 'ledger',
  settings: { name: 'ledger-prod' },
});
const WAREHOUSE = submittedRequest({
  id: 'warehouse',
  settings: { name: 'warehouse-prod' },
});
const REJECTED = submittedRequest({
  state: 'rejected',
  version: 'r3',
  may: [],
});

/** Renders the page of a request in a portal that lets it be rejected. */
function renderToDecide(options: RequestPagesOptions) {
  const rendered = renderRequestPages(options);
  const { actOnConnectorRequest, stored } = rendered;
  actOnConnectorRequest.mockImplementation(async (id, _version, action) => {
    const state = action === 'approve' ? 'approved' : 'rejected';
    const decided = submittedRequest({
      ...stored.others.find(one => one.id === id),
      state,
      version: 'r3',
      may: [],
    });
    stored.others = stored.others.map(one => (one.id === id ? decided : one));
    return decided;
  });
  return rendered;
}

async function decide(action: 'Approve' | 'Reject') {
  await press(action);
  const dialog = within(await screen.findByRole('dialog', { name: /\?$/ }));
  if (action === 'Reject') {
    await enter(dialog.getByLabelText(/^Reason/), 'Not needed');
  }
  await userEvent.click(dialog.getByRole('button', { name: action }));
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
}

async function hasTheFocus(name: string) {
  const heading = await screen.findByRole('heading', { name, level: 2 });
  await waitFor(() => expect(heading).toHaveFocus());
}

describe('whoever works through what waits for a decision', () => {
  it('is led on to the oldest of the others, and back to the list as it was left', async () => {
    const { listConnectorRequests } = renderToDecide({
      at: '/qualys/requests?view=decide&provider=AWS',
      requests: [THIS, LEDGER, WAREHOUSE],
    });
    await userEvent.click(
      await screen.findByRole('link', { name: 'checkout-prod' }),
    );
    await screen.findByRole('button', { name: 'Approve' });
    expect(screen.queryByText(/to decide \(/)).not.toBeInTheDocument();

    await decide('Approve');
    const next = await screen.findByRole('link', {
      name: 'Next to decide (2 left)',
    });
    expect(next.closest('[role="status"]')).not.toBeNull();
    expect(listConnectorRequests).toHaveBeenLastCalledWith(
      { scope: 'decidable', order: 'oldest', limit: 2 },
      expect.anything(),
    );
    // Nobody is led on by themselves.
    await hasTheFocus('checkout-prod');

    await userEvent.click(next);
    await hasTheFocus('ledger-prod');
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/qualys/requests/ledger',
    );

    await decide('Reject');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Next to decide (1 left)' }),
    );
    await hasTheFocus('warehouse-prod');
    await userEvent.click(
      screen.getByRole('link', { name: 'Back to the requests' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/qualys/requests?view=decide&provider=AWS',
      ),
    );
  });

  it('is told when that was the last one', async () => {
    renderToDecide({ requests: [THIS] });
    await decide('Reject');
    expect(
      await screen.findByText('Nothing else to decide'),
    ).toBeInTheDocument();
  });

  it('is not led back to the one that was just decided', async () => {
    renderToDecide({
      requests: [THIS],
      // As it was a moment before.
      api: {
        listConnectorRequests: async () => ({
          items: [THIS, WAREHOUSE],
          totalItems: 7,
        }),
      },
    });
    await decide('Reject');
    expect(
      await screen.findByRole('link', { name: 'Next to decide (6 left)' }),
    ).toHaveAttribute('href', '/qualys/requests/warehouse');
  });

  it('sees that it is decided, though what else waits cannot be read', async () => {
    const listConnectorRequests = jest
      .fn()
      .mockRejectedValue(
        new QualysApiError('It broke.', { code: 'internal', status: 500 }),
      );
    renderToDecide({ requests: [THIS], api: { listConnectorRequests } });
    await decide('Reject');
    expect(await screen.findByText(/It was decided against/)).toBeVisible();
    await waitFor(() => expect(listConnectorRequests).toHaveBeenCalled());
    expect(screen.queryByText('It broke.')).not.toBeInTheDocument();
    expect(screen.queryByText(/to decide/)).not.toBeInTheDocument();
  });

  it('is led on, too, where somebody else was faster, and to what still waits', async () => {
    const signals = new FakeSignals();
    const { stored } = renderToDecide({
      signals,
      requests: [THIS, LEDGER, WAREHOUSE],
    });
    await screen.findByRole('button', { name: 'Approve' });
    stored.others = [REJECTED, LEDGER, WAREHOUSE];
    await act(async () =>
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: REQUEST_ID }),
    );
    const next = await screen.findByRole('link', {
      name: 'Next to decide (2 left)',
    });
    expect(next).toHaveAttribute('href', '/qualys/requests/ledger');

    stored.others = [REJECTED, WAREHOUSE];
    await act(async () =>
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: 'ledger' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Next to decide (1 left)' }),
    ).toHaveAttribute('href', '/qualys/requests/warehouse');
  });
});

it('leads nobody on who only looks at a decision', async () => {
  const { listConnectorRequests } = renderToDecide({
    requests: [REJECTED, LEDGER],
  });
  expect(await screen.findByText(/It was decided against/)).toBeInTheDocument();
  expect(listConnectorRequests).not.toHaveBeenCalled();
});
