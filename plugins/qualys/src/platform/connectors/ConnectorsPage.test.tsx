import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConnectorList,
  ConnectorListQuery,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import {
  connector,
  connectorInError,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import { renderPart } from '../../__testUtils__/render';
import { ConnectorsPage } from './ConnectorsPage';

const EMPTY: ConnectorList = { items: [], totalItems: 0 };

function renderPage(
  options: {
    answer?: (query: Partial<ConnectorListQuery>) => ConnectorList;
    getStatus?: () => Promise<ReturnType<typeof status>>;
    at?: string;
    denied?: string[];
  } = {},
) {
  const answer =
    options.answer ??
    (() => ({ items: [connector(), connectorInError()], totalItems: 2 }));
  const listConnectors = jest.fn(async (query: Partial<ConnectorListQuery>) =>
    answer(query),
  );
  const getStatus = jest.fn(options.getStatus ?? (async () => status()));
  renderPart(<ConnectorsPage />, {
    api: { listConnectors, getStatus },
    at: options.at ?? '/qualys/connectors',
    denied: options.denied,
  });
  return { listConnectors, getStatus };
}

function address() {
  return screen.getByTestId('address').textContent;
}

describe('ConnectorsPage', () => {
  it('lists the connectors with links to the catalog', async () => {
    renderPage();

    const table = await screen.findByRole('table', {
      name: 'Cloud connectors',
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(
      within(first).getByRole('link', { name: 'payments-prod' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/aws-012345678901-1f2e3d4c',
    );
    expect(first).toHaveTextContent('012345678901payments');
    expect(first).toHaveTextContent('Nobody');
    expect(second).toHaveTextContent('Access denied to role');
    expect(screen.getByText('2 connectors')).toBeInTheDocument();
    expect(screen.getByText('1–2 of 2')).toBeInTheDocument();
  });

  it('reads its filters, sort and page size from the address', async () => {
    const { listConnectors } = renderPage({
      at: '/?subscription=main&provider=AWS&state=error&owner=group:default/payments&q=prod&sort=-lastSyncedOn&limit=20',
    });

    await screen.findByRole('table');
    expect(listConnectors).toHaveBeenCalledTimes(1);
    expect(listConnectors.mock.calls[0][0]).toEqual({
      subscription: 'main',
      provider: 'AWS',
      state: 'error',
      owner: 'group:default/payments',
      q: 'prod',
      sort: '-lastSyncedOn',
      limit: 20,
      cursor: undefined,
    });
    expect(screen.getByLabelText('State')).toHaveValue('error');
    expect(screen.getByLabelText('Cloud')).toHaveValue('AWS');
    expect(screen.getByLabelText('Owner')).toHaveValue(
      'group:default/payments',
    );
    expect(screen.getByLabelText('Search')).toHaveValue('prod');
    expect(
      screen.getByRole('columnheader', { name: /Last sync/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('leaves out what nobody can understand in the address', async () => {
    const { listConnectors } = renderPage({
      at: '/?state=nonsense&limit=100000&sort=drop',
    });

    await screen.findByRole('table');
    expect(listConnectors.mock.calls[0][0]).toEqual({ cursor: undefined });
  });

  it('writes a filter to the address and asks for it', async () => {
    const { listConnectors } = renderPage();
    await screen.findByRole('table');

    await userEvent.selectOptions(screen.getByLabelText('State'), 'error');

    await waitFor(() =>
      expect(listConnectors).toHaveBeenLastCalledWith(
        expect.objectContaining({ state: 'error' }),
        expect.anything(),
      ),
    );
    expect(address()).toBe('/qualys/connectors?state=error');
  });

  it('narrows to what a rule decides about, and lets go of that with the keyboard', async () => {
    const { listConnectors } = renderPage({
      at: '/qualys/connectors?rule=name+pay*&state=error',
    });
    await screen.findByRole('table');
    expect(listConnectors.mock.calls[0][0]).toMatchObject({
      rule: 'name pay*',
      state: 'error',
    });
    expect(screen.getByText('Rule: name pay*')).toBeInTheDocument();

    screen
      .getByRole('button', { name: 'Rule: name pay*. Take this filter away' })
      .focus();
    await userEvent.keyboard('{Enter}');

    await waitFor(() =>
      expect(address()).toBe('/qualys/connectors?state=error'),
    );
    expect(screen.queryByText('Rule: name pay*')).not.toBeInTheDocument();
  });

  it('says by which rule a connector has its owner', async () => {
    renderPage({
      answer: () => ({
        items: [
          connector({
            owner: 'group:default/payments',
            ownerRule: 'payments accounts',
          }),
        ],
        totalItems: 1,
      }),
    });

    const table = await screen.findByRole('table');
    expect(within(table).getByText('Rule: payments accounts')).toHaveAttribute(
      'title',
      'payments accounts',
    );
  });

  it('searches when typing pauses', async () => {
    const { listConnectors } = renderPage();
    await screen.findByRole('table');

    await userEvent.type(screen.getByLabelText('Search'), 'pay');

    await waitFor(() => expect(address()).toBe('/qualys/connectors?q=pay'));
    await waitFor(() => expect(listConnectors).toHaveBeenCalledTimes(2));
    expect(listConnectors.mock.calls[1][0]).toMatchObject({ q: 'pay' });
  });

  it('leaves a space alone that the next word will follow', async () => {
    renderPage();
    await screen.findByRole('table');

    await userEvent.type(screen.getByLabelText('Search'), 'pay ');
    await waitFor(() => expect(address()).toBe('/qualys/connectors?q=pay'));
    await userEvent.type(screen.getByLabelText('Search'), 'prod');

    await waitFor(() =>
      expect(address()).toBe('/qualys/connectors?q=pay+prod'),
    );
  });

  it('sorts by a column, up and down', async () => {
    renderPage();
    await screen.findByRole('table');

    await userEvent.click(screen.getByRole('button', { name: 'Account' }));
    expect(address()).toBe('/qualys/connectors?sort=account');

    await userEvent.click(screen.getByRole('button', { name: /^Account/ }));
    expect(address()).toBe('/qualys/connectors?sort=-account');
  });

  it('offers the owners and subscriptions that occur', async () => {
    renderPage();

    const owner = await screen.findByLabelText('Owner');
    await waitFor(() =>
      expect(
        within(owner)
          .getAllByRole('option')
          .map(option => option.textContent),
      ).toEqual(['All', 'Nobody', 'payments', 'platform']),
    );
    expect(screen.getByLabelText('Subscription')).toHaveTextContent(
      'Example Corp',
    );
  });

  it('steps forwards and backwards through the pages', async () => {
    const { listConnectors } = renderPage({
      answer: ({ cursor }) =>
        cursor
          ? { items: [connectorInError()], totalItems: 51 }
          : { items: [connector()], totalItems: 51, nextCursor: 'page-2' },
    });
    await screen.findByText('payments-prod');
    expect(screen.getByLabelText('Previous page')).toBeDisabled();

    await userEvent.click(screen.getByLabelText('Next page'));

    expect(await screen.findByText('payments-stage')).toBeInTheDocument();
    expect(screen.getByText('51–51 of 51')).toBeInTheDocument();
    expect(listConnectors.mock.calls[1][0]).toMatchObject({ cursor: 'page-2' });
    expect(screen.getByLabelText('Next page')).toBeDisabled();
    expect(address()).not.toContain('page-2');

    await userEvent.click(screen.getByLabelText('Previous page'));
    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
  });

  it('starts at the first page again when a filter changes', async () => {
    const { listConnectors } = renderPage({
      answer: () => ({
        items: [connector()],
        totalItems: 500,
        nextCursor: 'more',
      }),
    });
    await screen.findByText('payments-prod');
    await userEvent.click(screen.getByLabelText('Next page'));
    await waitFor(() => expect(listConnectors).toHaveBeenCalledTimes(2));

    await userEvent.selectOptions(screen.getByLabelText('Cloud'), 'GCP');

    await waitFor(() => expect(listConnectors).toHaveBeenCalledTimes(3));
    expect(listConnectors.mock.calls[2][0]).toEqual({
      provider: 'GCP',
      cursor: undefined,
    });
  });

  it('offers to clear the filters when nothing matches', async () => {
    renderPage({
      at: '/qualys/connectors?state=error&sort=account',
      answer: ({ state }) =>
        state ? EMPTY : { items: [connector()], totalItems: 1 },
    });
    const notice = (
      await screen.findByText('No connector matches')
    ).closest<HTMLElement>('[role=status]')!;

    await userEvent.click(
      within(notice).getByRole('button', { name: 'Clear filters' }),
    );

    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
    expect(address()).toBe('/qualys/connectors?sort=account');
  });

  it('says that no sync has completed yet', async () => {
    renderPage({
      answer: () => EMPTY,
      getStatus: async () =>
        status({ subscriptions: [subscriptionStatus({ asOf: undefined })] }),
    });

    expect(await screen.findByText('No connectors yet')).toBeInTheDocument();
  });

  it('warns when a subscription is out of date', async () => {
    renderPage({
      getStatus: async () =>
        status({
          subscriptions: [
            subscriptionStatus({
              stale: true,
              problem: { code: 'authentication', message: 'Refused.' },
            }),
          ],
        }),
    });

    expect(
      await screen.findByText('Example Corp is out of date'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Qualys refuses the portal’s user name and password: Refused.',
      ),
    ).toBeInTheDocument();
  });

  it('works without the state of the syncs for whoever may not see it', async () => {
    const { getStatus } = renderPage({ denied: ['qualys.status.read'] });

    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
    expect(getStatus).not.toHaveBeenCalled();
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const { listConnectors } = renderPage({
      denied: ['qualys.connector.read'],
    });

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    expect(screen.getByText('qualys.connector.read')).toBeInTheDocument();
    expect(listConnectors).not.toHaveBeenCalled();
  });

  it('leads back to the first page when the list has moved on', async () => {
    renderPage({
      answer: ({ cursor }) => {
        if (cursor) {
          throw new QualysApiError('The cursor is too old.', {
            code: 'invalid',
            status: 400,
          });
        }
        return { items: [connector()], totalItems: 99, nextCursor: 'old' };
      },
    });
    await screen.findByText('payments-prod');
    await userEvent.click(screen.getByLabelText('Next page'));

    await userEvent.click(
      await screen.findByRole('button', { name: 'Back to the first page' }),
    );

    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
  });
});
