import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  OwnedConnectors,
  OwnedConnectorsQuery,
} from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysRequestOptions } from '../../api';
import {
  component,
  connector,
  connectorInError,
} from '../../__testUtils__/fixtures';
import { renderOnEntity } from '../../__testUtils__/render';
import { OwnedConnectorsCard } from './OwnedConnectorsCard';

function owned(overrides: Partial<OwnedConnectors> = {}): OwnedConnectors {
  return { items: [connector()], totalItems: 1, withheld: 0, ...overrides };
}

function renderCard(
  answer: (
    query: Partial<OwnedConnectorsQuery>,
  ) => OwnedConnectors | Promise<OwnedConnectors> = () => owned(),
  kind = 'Group',
) {
  const getOwnedConnectors = jest.fn(
    async (
      _entity: CompoundEntityRef,
      query: Partial<OwnedConnectorsQuery>,
      _options?: QualysRequestOptions,
    ) => answer(query),
  );
  renderOnEntity(
    <OwnedConnectorsCard />,
    { ...component({}), kind },
    { api: { getOwnedConnectors } },
  );
  return { getOwnedConnectors };
}

describe('OwnedConnectorsCard', () => {
  it('lists the connectors with cloud, account, state and last sync, and leads to their entities', async () => {
    const { getOwnedConnectors } = renderCard(() =>
      owned({ items: [connector(), connectorInError()], totalItems: 2 }),
    );

    const [first, second] = await screen.findAllByRole('listitem');
    expect(
      within(first).getByRole('link', { name: 'payments-prod' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/aws-012345678901-1f2e3d4c',
    );
    expect(within(first).getByText('AWS')).toBeInTheDocument();
    expect(
      within(first).getByText('012345678901 (payments)'),
    ).toBeInTheDocument();
    expect(within(first).getByText('Success')).toBeInTheDocument();
    expect(within(first).getByText('1 hour ago')).toBeInTheDocument();
    expect(
      within(second).getByText('Qualys reports: Access denied to role'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('2 connectors are owned by this group'),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText('Next page')).not.toBeInTheDocument();
    expect(getOwnedConnectors).toHaveBeenCalledWith(
      { kind: 'Group', namespace: 'default', name: 'checkout' },
      { limit: 10, cursor: undefined },
      { signal: expect.any(AbortSignal) },
    );
  });

  it.each([
    ['Group', '1 connector is owned by this group'],
    ['User', '1 connector is owned by this user'],
    ['System', '1 connector belongs to this system'],
  ])('says of a %s what is its', async (kind, text) => {
    renderCard(undefined, kind);

    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it.each([
    ['Group', 'This group owns no cloud connectors.'],
    ['User', 'This user owns no cloud connectors.'],
    ['System', 'No cloud connectors belong to this system.'],
  ])('says so of a %s that has none', async (kind, text) => {
    renderCard(() => owned({ items: [], totalItems: 0 }), kind);

    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('is not there for entities that connectors cannot belong to', async () => {
    const { getOwnedConnectors } = renderCard(undefined, 'Component');

    expect(await screen.findByTestId('address')).toBeInTheDocument();
    expect(screen.queryByText('Cloud connectors')).not.toBeInTheDocument();
    expect(getOwnedConnectors).not.toHaveBeenCalled();
  });

  it('steps through the pages, and counts what it may not show', async () => {
    const { getOwnedConnectors } = renderCard(({ cursor }) =>
      cursor
        ? owned({ items: [connectorInError()], totalItems: 11 })
        : owned({ totalItems: 11, withheld: 9, nextCursor: 'page-2' }),
    );
    await screen.findByText('payments-prod');
    expect(screen.getByText('1–10 of 11')).toBeInTheDocument();
    expect(
      screen.getByText(/^9 connectors on this page are not shown/),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByLabelText('Next page'));

    expect(await screen.findByText('payments-stage')).toBeInTheDocument();
    expect(screen.getByText('11–11 of 11')).toBeInTheDocument();
    expect(screen.queryByText(/not shown/)).not.toBeInTheDocument();
    expect(getOwnedConnectors.mock.calls[1][1]).toEqual({
      limit: 10,
      cursor: 'page-2',
    });
  });

  it('begins anew with pages of another size', async () => {
    const { getOwnedConnectors } = renderCard(() =>
      owned({ totalItems: 60, withheld: 9, nextCursor: 'next' }),
    );
    await screen.findByText('payments-prod');
    await userEvent.click(screen.getByLabelText('Next page'));
    await waitFor(() => expect(getOwnedConnectors).toHaveBeenCalledTimes(2));

    const size = await screen.findByLabelText('Rows per page');
    expect(
      within(size)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual(['10', '20', '50']);
    await userEvent.selectOptions(size, '50');

    await waitFor(() =>
      expect(getOwnedConnectors).toHaveBeenLastCalledWith(
        expect.anything(),
        { limit: 50, cursor: undefined },
        expect.anything(),
      ),
    );
  });

  it('says what is withheld where that is all', async () => {
    renderCard(() => owned({ items: [], totalItems: 1, withheld: 1 }));

    expect(
      await screen.findByText(/^1 connector on this page is not shown/),
    ).toBeInTheDocument();
  });

  it('holds the place while it loads', async () => {
    renderCard(() => new Promise(() => {}));

    expect(
      await screen.findByRole('status', {
        name: 'Loading the cloud connectors',
      }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('says what is wrong, and tries again on demand', async () => {
    let fails = true;
    renderCard(() => {
      if (fails) {
        fails = false;
        throw new QualysApiError('No.', { code: 'unavailable' });
      }
      return owned();
    });
    await screen.findByText('The portal cannot be reached');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
  });

  it('leads back to the first page when the list has moved on', async () => {
    renderCard(({ cursor }) => {
      if (cursor) {
        throw new QualysApiError('Old.', { code: 'invalid', status: 400 });
      }
      return owned({ totalItems: 20, withheld: 9, nextCursor: 'old' });
    });
    await screen.findByText('payments-prod');
    await userEvent.click(screen.getByLabelText('Next page'));

    await userEvent.click(
      await screen.findByRole('button', { name: 'Back to the first page' }),
    );

    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
  });

  it('names the permission to whoever may not see it', async () => {
    renderCard(() => {
      throw new QualysApiError('No.', { code: 'permission', status: 403 });
    });

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    expect(screen.getByText(/qualys\.entity\.read/)).toBeInTheDocument();
  });
});
