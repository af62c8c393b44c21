import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QUALYS_REQUESTS_CHANNEL } from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { connectorRequest } from '../../__testUtils__/requestFixtures';
import {
  renderRequestPages,
  submittedRequest,
  type RequestPagesOptions,
} from '../../__testUtils__/requestPages';

const MINE = connectorRequest({
  id: 'mine',
  settings: {
    name: 'checkout-prod',
    account: '111111111111',
    owner: 'group:default/payments',
    entityRef: 'component:default/checkout',
  },
});

const OTHER = submittedRequest({
  id: 'other',
  settings: { name: 'ledger-prod', account: '222222222222' },
});

function renderList(options: RequestPagesOptions = {}) {
  return renderRequestPages({
    at: '/qualys/requests',
    mine: [MINE],
    requests: [OTHER],
    ...options,
  });
}

const rows = async () =>
  within(await screen.findByRole('table', { name: 'Requests for connectors' }))
    .getAllByRole('row')
    .slice(1);

describe('the list of requests', () => {
  it('begins with one’s own, with all that tells them apart', async () => {
    renderList();

    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(
      within(row).getByRole('link', { name: 'checkout-prod' }),
    ).toHaveAttribute('href', '/qualys/requests/mine');
    expect(row).toHaveTextContent('AWS');
    expect(row).toHaveTextContent('111111111111');
    expect(row).toHaveTextContent('Draft');
    expect(
      within(row).getByRole('link', { name: /payments$/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
    expect(
      within(row).getByRole('link', { name: /checkout$/ }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout');
  });

  it('offers what waits to those who see it, oldest first', async () => {
    const { listConnectorRequests } = renderList();

    await userEvent.click(
      await screen.findByRole('button', { name: 'To decide (1)' }),
    );

    expect(
      await screen.findByRole('link', { name: 'ledger-prod' }),
    ).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/qualys/requests?view=decide',
    );
    expect(listConnectorRequests).toHaveBeenLastCalledWith(
      expect.objectContaining({
        scope: 'decidable',
        state: undefined,
        order: 'oldest',
      }),
      expect.anything(),
    );
    expect(
      screen.getByRole('button', { name: 'To decide (1)' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(
      screen.getByRole('columnheader', { name: 'Waiting since' }),
    ).toBeInTheDocument();
  });

  it('offers no queue to those who see nobody else’s', async () => {
    renderList({
      mine: [submittedRequest({ id: 'mine', requester: 'user:default/guest' })],
      requests: [],
    });
    await rows();

    expect(
      screen.queryByRole('button', { name: /^To decide/ }),
    ).not.toBeInTheDocument();
  });

  it('narrows by the address, and says when nothing passes', async () => {
    renderList({ at: '/qualys/requests?view=all&state=failed' });

    expect(await screen.findByText('No request matches')).toBeInTheDocument();
    expect(screen.getByLabelText('State')).toHaveValue('failed');

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await rows()).toHaveLength(2);
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/qualys/requests?view=all',
    );

    await userEvent.type(screen.getByLabelText('Search'), 'ledger');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/qualys/requests?view=all&q=ledger',
    );
  });

  it('goes from page to page', async () => {
    renderList({
      at: '/qualys/requests?view=all&limit=1',
    });
    expect((await rows())[0]).toHaveTextContent('checkout-prod');

    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));

    expect(
      await screen.findByRole('link', { name: 'ledger-prod' }),
    ).toBeInTheDocument();
    expect(screen.getByText('2–2 of 2')).toBeInTheDocument();
  });

  it('is up to date when a request moves', async () => {
    const signals = new FakeSignals();
    const { stored } = renderList({ signals });
    expect((await rows())[0]).toHaveTextContent('Draft');

    stored.mine = [{ ...MINE, state: 'submitted', version: 'r2' }];
    await act(async () =>
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: 'mine' }),
    );

    await waitFor(async () =>
      expect((await rows())[0]).toHaveTextContent('Waiting for a decision'),
    );
  });

  it('keeps what is known, and says so, while it cannot be read again', async () => {
    const signals = new FakeSignals();
    const listConnectorRequests = jest.fn().mockResolvedValue({
      items: [MINE],
      totalItems: 1,
    });
    renderList({ signals, api: { listConnectorRequests } });
    await rows();

    listConnectorRequests.mockRejectedValue(
      new QualysApiError('It broke.', { code: 'internal', status: 500 }),
    );
    act(() => signals.publish(QUALYS_REQUESTS_CHANNEL, { id: 'mine' }));
    expect(await screen.findByText('It broke.')).toBeInTheDocument();
    expect(await rows()).toHaveLength(1);

    // Under other filters, it is no answer.
    await userEvent.click(
      screen.getByRole('button', { name: 'All that I may see' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('table')).not.toBeInTheDocument(),
    );
    expect(screen.getByText('It broke.')).toBeInTheDocument();
  });

  it('is come back to as it was left', async () => {
    renderList({ at: '/qualys/requests?view=decide&q=ledger' });

    await userEvent.click(
      await screen.findByRole('link', { name: 'ledger-prod' }),
    );
    await userEvent.click(
      await screen.findByRole('link', { name: 'Back to the requests' }),
    );

    expect(
      await screen.findByRole('button', { name: 'To decide (1)' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/qualys/requests?view=decide&q=ledger',
    );
  });

  it('tells requests of several subscriptions apart, also without their names', async () => {
    renderList({
      denied: ['qualys.request.create'],
      mine: [MINE, { ...MINE, id: 'second', subscription: 'second' }],
    });

    const [row, second] = await rows();
    expect(row).toHaveTextContent('main');
    expect(second).toHaveTextContent('second');
  });

  it('leads to the form', async () => {
    renderList();

    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Ask for a connector' }),
      ).toBeEnabled(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask for a connector' }),
    );

    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/qualys/requests/new',
      ),
    );
  });

  it('says which permission asking takes', async () => {
    renderList({ denied: ['qualys.request.create'] });
    await rows();

    await userEvent.hover(
      screen.getByRole('button', { name: 'Ask for a connector' }),
    );

    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'qualys.request.create',
    );
  });

  it('says that there is nothing yet, and why it cannot be read', async () => {
    const listConnectorRequests = jest
      .fn()
      .mockResolvedValue({ items: [], totalItems: 0 });
    renderList({ api: { listConnectorRequests } });
    expect(
      await screen.findByText('You have not asked for a connector yet'),
    ).toBeInTheDocument();

    listConnectorRequests.mockRejectedValue(
      new QualysApiError('No.', { code: 'permission', status: 403 }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'All that I may see' }),
    );
    expect(
      await screen.findByText(/qualys\.request\.read/),
    ).toBeInTheDocument();
  });
});
