import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Binding, BindingListQuery } from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { claim, CONNECTOR_ID, minutesAgo } from '../../__testUtils__/fixtures';
import { renderPart } from '../../__testUtils__/render';
import { ClaimsPage } from './ClaimsPage';

function renderPage(
  options: {
    claims?: Binding[];
    decideBinding?: jest.Mock;
    at?: string;
    denied?: string[];
  } = {},
) {
  const claims = options.claims ?? [claim()];
  const listBindings = jest.fn(async (query: Partial<BindingListQuery>) => {
    const items = claims.filter(({ state }) => state === query.state);
    return { items, totalItems: items.length };
  });
  const decideBinding =
    options.decideBinding ?? jest.fn(async () => claim({ state: 'accepted' }));
  const { toast } = renderPart(<ClaimsPage />, {
    api: { listBindings, decideBinding },
    at: options.at ?? '/qualys/claims',
    denied: options.denied,
  });
  return { listBindings, decideBinding, toast, claims };
}

describe('ClaimsPage', () => {
  it('shows who claims what, and where else it is shown', async () => {
    renderPage({
      claims: [claim({ alsoBoundTo: ['component:default/checkout'] })],
    });

    const table = await screen.findByRole('table');
    const [, row] = within(table).getAllByRole('row');
    expect(within(row).getByRole('link', { name: /ledger/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
    expect(
      within(row).getByRole('link', { name: /payments$/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
    expect(
      within(row).getByRole('link', { name: /checkout/ }),
    ).toBeInTheDocument();
    expect(row).toHaveTextContent('payments-prod');
    expect(row).toHaveTextContent('Account 012345678901');
    expect(row).toHaveTextContent(`main/${CONNECTOR_ID}`);
    expect(row).toHaveTextContent('Since 30 minutes ago');
  });

  it('says what kind of object a claim is about, and what accepting gives then', async () => {
    renderPage({
      claims: [
        claim(),
        claim({
          id: 'claim-2',
          type: 's3Integration',
          objectId: '1001',
          objectName: undefined,
          objectAccount: undefined,
        }),
      ],
    });

    const table = await screen.findByRole('table');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Connector');
    expect(second).toHaveTextContent('S3 integration');
    expect(second).toHaveTextContent('main/1001');

    await userEvent.click(
      within(second).getByRole('button', { name: /^Accept/ }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Accept this claim?' }),
    ).toHaveAccessibleDescription(
      /alert addresses of the S3 integration main\/1001 .* change them/,
    );
  });

  it('explains what accepting gives, and does it with a reason', async () => {
    const { decideBinding, listBindings, toast, claims } = renderPage();
    decideBinding.mockImplementation(async () => {
      claims.splice(0);
      return claim({ state: 'accepted' });
    });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Accept: payments-prod for component:ledger',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Accept this claim?',
    });
    expect(dialog).toHaveAccessibleDescription(
      /will show account, state, settings and errors of the connector payments-prod/,
    );
    await userEvent.type(
      within(dialog).getByLabelText('Reason'),
      ' It is theirs ',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Accept' }),
    );

    expect(await screen.findByText('No open claims')).toBeInTheDocument();
    expect(decideBinding).toHaveBeenCalledWith('claim-1', 'accept', {
      reason: 'It is theirs',
    });
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Accepted: payments-prod is now shown on component:ledger.',
        status: 'success',
      }),
    );
    expect(listBindings).toHaveBeenCalledTimes(2);
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Claims' })).toHaveFocus(),
    );
  });

  it('rejects without a reason', async () => {
    const { decideBinding } = renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: /^Reject/ }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Reject',
      }),
    );

    await waitFor(() =>
      expect(decideBinding).toHaveBeenCalledWith('claim-1', 'reject', {
        reason: undefined,
      }),
    );
  });

  it('warns that the connector is shown elsewhere too', async () => {
    renderPage({
      claims: [claim({ alsoBoundTo: ['component:default/checkout'] })],
    });

    await userEvent.click(
      await screen.findByRole('button', { name: /^Accept/ }),
    );

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'It is also shown on 1 other entity: component:checkout.',
    );
  });

  it('does nothing on Escape, and gives the focus back', async () => {
    const { decideBinding } = renderPage();
    const button = await screen.findByRole('button', { name: /^Accept/ });
    await userEvent.click(button);
    await screen.findByRole('dialog');

    await userEvent.keyboard('{Escape}');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(button).toHaveFocus();
    expect(decideBinding).not.toHaveBeenCalled();
  });

  it('keeps the dialog and what was typed when it fails', async () => {
    const { toast } = renderPage({
      decideBinding: jest.fn().mockRejectedValue(
        new QualysApiError('Somebody else has decided meanwhile.', {
          code: 'conflict',
          status: 409,
        }),
      ),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Accept/ }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'because');

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Accept' }),
    );

    expect(
      await within(dialog).findByText('Somebody else has decided meanwhile.'),
    ).toBeInTheDocument();
    expect(within(dialog).getByLabelText('Reason')).toHaveValue('because');
    expect(
      within(dialog).getByRole('button', { name: 'Accept' }),
    ).toBeEnabled();
    expect(toast).not.toHaveBeenCalled();
  });

  it('says what the portal made for an entity that does not name it', async () => {
    renderPage({
      at: '/qualys/claims?state=accepted',
      claims: [claim({ state: 'accepted', claimed: false, made: true })],
    });
    expect(await screen.findByRole('table')).toHaveTextContent(
      'The portal made it for this entity, which does not name it.',
    );
  });

  it('lists decided claims by the address, and lets an accepted one be withdrawn', async () => {
    const { decideBinding } = renderPage({
      at: '/qualys/claims?state=accepted',
      claims: [
        claim({
          state: 'accepted',
          claimed: false,
          decidedBy: 'user:default/pat',
          decidedAt: minutesAgo(60),
          reason: 'It is theirs',
        }),
      ],
    });

    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent('1 hour ago by');
    expect(table).toHaveTextContent('Reason: It is theirs');
    expect(table).toHaveTextContent('The entity no longer names it.');
    expect(
      screen.queryByRole('button', { name: /^Accept/ }),
    ).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: /^Withdraw/ }));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Withdraw',
      }),
    );
    await waitFor(() =>
      expect(decideBinding).toHaveBeenCalledWith(
        'claim-1',
        'withdraw',
        expect.anything(),
      ),
    );
  });

  it('writes the chosen state to the address', async () => {
    renderPage({
      claims: [
        claim({
          state: 'rejected',
          decidedBy: 'rule',
          decidedAt: minutesAgo(1),
        }),
      ],
    });
    await screen.findByText('No open claims');

    await userEvent.selectOptions(screen.getByLabelText('Show'), 'rejected');

    expect(
      await screen.findByText(/by a rule of the configuration/),
    ).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/qualys/claims?state=rejected',
    );
  });

  it('says why the buttons are off for whoever may not decide', async () => {
    renderPage({ denied: ['qualys.binding.decide'] });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Accept/ })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );
    const button = screen.getByRole('button', { name: /^Accept/ });

    await userEvent.click(button);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

    await userEvent.hover(button);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'qualys.binding.decide',
    );
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const { listBindings } = renderPage({ denied: ['qualys.binding.read'] });

    expect(await screen.findByText('qualys.binding.read')).toBeInTheDocument();
    expect(listBindings).not.toHaveBeenCalled();
  });
});
