import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  HeldBackList,
  HeldBackRemoval,
  RemovalDecided,
  Status,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../../api';
import {
  heldBack,
  heldBackList,
  minutesAgo,
  status,
  subscriptionStatus,
} from '../../../__testUtils__/fixtures';
import { renderPart } from '../../../__testUtils__/render';
import { SyncsPage } from '../SyncsPage';

const CONFIRM = 'Confirm removal…: AWS connectors of Example Corp';
const KEEP = 'Keep them…: AWS connectors of Example Corp';

const DECIDED: RemovalDecided = {
  subscription: 'main',
  provider: 'AWS',
  connectors: 12,
};

function withRemovals(...removals: HeldBackRemoval[]): Status {
  return status({
    subscriptions: [subscriptionStatus({ heldBack: removals })],
  });
}

function renderPage(
  options: {
    removals?: HeldBackRemoval[];
    list?: HeldBackList;
    listHeldBack?: jest.Mock;
    decideRemoval?: jest.Mock;
    denied?: string[];
  } = {},
) {
  const removals = options.removals ?? [heldBack()];
  const getStatus = jest.fn(async () => withRemovals(...removals));
  const listHeldBack =
    options.listHeldBack ?? jest.fn(async () => options.list ?? heldBackList());
  const decideRemoval =
    options.decideRemoval ??
    jest.fn(async () => {
      removals.splice(0);
      return DECIDED;
    });
  const { toast } = renderPart(<SyncsPage />, {
    api: { getStatus, listHeldBack, decideRemoval },
    denied: options.denied,
  });
  return { getStatus, listHeldBack, decideRemoval, removals, toast };
}

describe('HeldBackRemovals', () => {
  it('say nothing where nothing is missing', async () => {
    const { listHeldBack } = renderPage({ removals: [] });
    await screen.findByText('240 connectors');
    expect(screen.queryByText(/missing in Qualys/)).not.toBeInTheDocument();
    expect(listHeldBack).not.toHaveBeenCalled();
  });

  it('say how many are missing since when and why they are kept, and which they are', async () => {
    const { listHeldBack } = renderPage();

    const title = await screen.findByText(
      '12 AWS connectors are missing in Qualys',
    );
    const notice = title.closest('[role="status"]')!;
    expect(notice).toHaveTextContent(
      'First missed 50 minutes ago. They are more than the 10 that may go at once',
    );
    expect(notice).toHaveTextContent('after a change of its rights');

    const table = await screen.findByRole('table', {
      name: 'Missing AWS connectors of Example Corp',
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('payments-prod012345678901Nobody');
    expect(second).toHaveTextContent('payments-stage');
    expect(
      within(second).getByRole('link', { name: 'payments' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
    expect(listHeldBack).toHaveBeenCalledWith(
      'main',
      { provider: 'AWS', state: 'waiting', limit: 20, cursor: undefined },
      expect.anything(),
    );
  });

  it.each([
    [{ code: 'all' }, 'No connector of this cloud was found any more.'],
    [
      { code: 'wholeGroups', groups: ['Payments', 'Shop'] },
      'They are all that was left of the groups Payments, Shop.',
    ],
  ] as const)('say why, for %j', async (reason, text) => {
    renderPage({
      removals: [
        heldBack({
          provider: 'AZURE',
          reason:
            reason.code === 'all'
              ? reason
              : { ...reason, groups: [...reason.groups] },
        }),
      ],
    });
    expect(
      await screen.findByText('12 Azure connectors are missing in Qualys'),
    ).toBeInTheDocument();
    expect(screen.getByText(text, { exact: false })).toBeInTheDocument();
  });

  it('step through a long list', async () => {
    const listHeldBack = jest.fn(async (_, { cursor }) =>
      heldBackList({
        totalItems: 40,
        ...(cursor ? {} : { nextCursor: 'second' }),
      }),
    );
    renderPage({ listHeldBack });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );

    await waitFor(() =>
      expect(listHeldBack).toHaveBeenLastCalledWith(
        'main',
        expect.objectContaining({ cursor: 'second' }),
        expect.anything(),
      ),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the connectors' }),
    );
    expect(screen.queryByRole('table', { name: /^Missing/ })).toBeNull();
  });

  it('explain what a confirmation does, and make it of what was seen', async () => {
    const { decideRemoval, getStatus, toast } = renderPage();

    await userEvent.click(await screen.findByRole('button', { name: CONFIRM }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Remove 12 AWS connectors?',
    });
    expect(dialog).toHaveAccessibleDescription(
      /entities leave the catalog.*Claims on them stay/,
    );
    await userEvent.type(
      within(dialog).getByLabelText('Reason'),
      ' Moved away ',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove 12 connectors' }),
    );

    await waitFor(() =>
      expect(screen.queryByText(/missing in Qualys/)).not.toBeInTheDocument(),
    );
    expect(decideRemoval).toHaveBeenCalledWith('main', 'confirm', {
      provider: 'AWS',
      version: 'version-1',
      reason: 'Moved away',
    });
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Removed: 12 AWS connectors.',
        status: 'success',
      }),
    );
    expect(getStatus).toHaveBeenCalledTimes(2);
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'Example Corp' }),
      ).toHaveFocus(),
    );
  });

  it('keep the connectors, and then say who said so', async () => {
    const { decideRemoval, removals } = renderPage();
    decideRemoval.mockImplementation(async () => {
      removals.splice(
        0,
        1,
        heldBack({
          state: 'dismissed',
          decidedBy: 'user:default/pat',
          decidedAt: minutesAgo(3),
          decisionReason: 'Rights were taken away',
        }),
      );
      return DECIDED;
    });

    await userEvent.click(await screen.findByRole('button', { name: KEEP }));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Keep 12 connectors',
      }),
    );

    const title = await screen.findByText(
      '12 AWS connectors are kept, though they are missing in Qualys',
    );
    const notice = title.closest('[role="status"]')!;
    expect(notice).toHaveTextContent('pat decided 3 minutes ago to keep them.');
    expect(notice).toHaveTextContent('Reason: Rights were taken away');
    expect(decideRemoval).toHaveBeenCalledWith('main', 'dismiss', {
      provider: 'AWS',
      version: 'version-1',
      reason: undefined,
    });
    expect(screen.getByRole('button', { name: CONFIRM })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: KEEP })).toBeNull();
  });

  it('show the present state when others are missing by now', async () => {
    const { removals } = renderPage({
      decideRemoval: jest.fn(async () => {
        removals.splice(0, 1, heldBack({ connectors: 13, version: 'other' }));
        throw new QualysApiError('Other AWS connectors are missing by now.', {
          code: 'conflict',
          status: 409,
        });
      }),
    });

    await userEvent.click(await screen.findByRole('button', { name: CONFIRM }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Remove 12 connectors' }),
    );

    expect(
      await within(dialog).findByText(
        'Other AWS connectors are missing by now.',
      ),
    ).toBeInTheDocument();
    expect(
      within(dialog).queryByRole('button', { name: /^Remove/ }),
    ).toBeNull();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Look again' }),
    );
    expect(
      await screen.findByText('13 AWS connectors are missing in Qualys'),
    ).toBeInTheDocument();
  });

  it('can be decided again when the first attempt failed', async () => {
    const { decideRemoval } = renderPage({
      decideRemoval: jest.fn().mockRejectedValue(
        new QualysApiError('Try later.', {
          code: 'unavailable',
          status: 503,
        }),
      ),
    });

    await userEvent.click(await screen.findByRole('button', { name: CONFIRM }));
    const dialog = await screen.findByRole('dialog');
    const button = () =>
      within(dialog).getByRole('button', { name: 'Remove 12 connectors' });
    await userEvent.click(button());
    expect(await within(dialog).findByText('Try later.')).toBeInTheDocument();
    await userEvent.click(button());

    expect(decideRemoval).toHaveBeenCalledTimes(2);
  });

  it('say why nobody without the permission can decide', async () => {
    renderPage({ denied: ['qualys.removal.decide'] });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: CONFIRM })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );

    await userEvent.hover(screen.getByRole('button', { name: KEEP }));
    expect(
      await screen.findByText(/qualys\.removal\.decide/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: CONFIRM }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('say which permission the list needs, and why it could not be read', async () => {
    renderPage({
      listHeldBack: jest.fn().mockRejectedValue(
        new QualysApiError('You need the permission', {
          code: 'permission',
          status: 403,
        }),
      ),
    });
    expect(
      await screen.findByText(/qualys\.connector\.read/),
    ).toBeInTheDocument();
    expect(screen.getByText('240 connectors')).toBeInTheDocument();
  });
});
