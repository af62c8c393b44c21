import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SecurityHubIntegrationDetails } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../api';
import { enter, linesOf, press } from '../../__testUtils__/dialogs';
import {
  minutesAgo,
  status,
  subscriptionStatus,
} from '../../__testUtils__/fixtures';
import { renderPart } from '../../__testUtils__/render';
import { toggleRegion } from '../../__testUtils__/securityHubDialog';
import {
  FREE,
  hubEntry,
  hubRow,
  OWN,
  THEIRS,
  wholeHub,
} from '../../__testUtils__/securityHubFixtures';
import { SecurityHubPage } from './SecurityHubPage';

const KEY = expect.objectContaining({ subscription: 'main', id: '34' });

function renderPage(
  options: {
    hubs?: SecurityHubIntegrationDetails[];
    api?: Partial<QualysApi>;
    denied?: string[];
  } = {},
) {
  const hubs = options.hubs ?? [wholeHub()];
  const listSecurityHubIntegrations = jest.fn(async () => ({
    items: hubs,
    asOf: minutesAgo(3),
  }));
  const { toast } = renderPart(<SecurityHubPage />, {
    denied: options.denied,
    api: {
      getStatus: async () => status({ subscriptions: [subscriptionStatus()] }),
      listSecurityHubIntegrations,
      getSecurityHubIntegration: async ({ id }) =>
        hubs.find(hub => hub.id === id)!,
      ...options.api,
    },
  });
  return { listSecurityHubIntegrations, toast };
}

function refused(details: ConstructorParameters<typeof QualysApiError>[1]) {
  return new QualysApiError('Qualys refused: not now.', details);
}

function fillIn(field: RegExp, text: string) {
  return enter(screen.getByLabelText(field), text);
}

describe('SecurityHubPage', () => {
  it('shows the integrations with the rows of all teams', async () => {
    renderPage();

    const hub = await screen.findByRole('region', { name: 'Commerce' });
    const table = within(hub).getByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(
      within(table).getByRole('rowheader', { name: THEIRS }),
    ).toBeInTheDocument();
    expect(within(hub).getByText(/2 accounts in 3 regions/)).toBeVisible();
  });

  it('names the permission to whoever may not see them', async () => {
    const { listSecurityHubIntegrations } = renderPage({
      denied: ['qualys.securityHub.manage'],
    });

    expect(
      await screen.findByText('qualys.securityHub.manage'),
    ).toBeInTheDocument();
    expect(listSecurityHubIntegrations).not.toHaveBeenCalled();
  });

  it('says why a subscription cannot be read, and shows the others', async () => {
    const listSecurityHubIntegrations = jest.fn(
      async (subscription: string) => {
        if (subscription === 'gov') {
          throw new QualysApiError('Qualys does not answer.', {
            code: 'unavailable',
            status: 503,
          });
        }
        return { items: [wholeHub()], asOf: minutesAgo(3) };
      },
    );
    renderPage({
      api: {
        getStatus: async () =>
          status({
            subscriptions: [
              subscriptionStatus(),
              subscriptionStatus({ subscription: 'gov', title: 'Government' }),
            ],
          }),
        listSecurityHubIntegrations,
      },
    });

    const gov = await screen.findByRole('region', { name: 'Government' });
    expect(
      await within(gov).findByText('Qualys does not answer.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('region', { name: 'Commerce' }),
    ).toBeInTheDocument();
  });

  it('is never empty', async () => {
    renderPage({ hubs: [] });
    expect(
      await screen.findByText('There is no Security Hub integration'),
    ).toBeInTheDocument();
  });

  it('changes rows, without a permission on an entity', async () => {
    const updateSecurityHubIntegration = jest.fn(async () => wholeHub());
    renderPage({
      api: { updateSecurityHubIntegration },
      denied: ['qualys.settings.weaken'],
    });
    await press('Edit Commerce');
    await screen.findByRole('button', { name: 'Review changes' });
    await toggleRegion(THEIRS, 'us-east-1');
    await toggleRegion(THEIRS, 'eu-west-1');
    await press('Review changes');
    await screen.findByRole('list', { name: 'What will change' });
    await fillIn(/^Reason/, 'moved away');
    await press('Save');

    await waitFor(() =>
      expect(updateSecurityHubIntegration).toHaveBeenCalledWith(KEY, 'v1', {
        rows: [hubRow(OWN), hubRow(THEIRS, { regions: ['eu-west-1'] })],
        reason: 'moved away',
      }),
    );
  });

  it('configures one that has no accounts', async () => {
    const updateSecurityHubIntegration = jest.fn(async () => wholeHub());
    renderPage({
      hubs: [wholeHub({ rows: [] })],
      api: { updateSecurityHubIntegration },
    });
    expect(
      await screen.findByText('Without accounts: it posts nothing'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Remove all accounts/ }),
    ).not.toBeInTheDocument();
    await press('Configure Commerce');
    await screen.findByText(/There is no account in it yet/);
    await fillIn(/^AWS account/, '4711');
    await press('Add account');
    expect(screen.getByLabelText(/^AWS account/)).toBeInvalid();
    await userEvent.clear(screen.getByLabelText(/^AWS account/));
    await fillIn(/^AWS account/, FREE);
    await press('Add account');
    expect(screen.getByText('Add the first region below.')).toBeVisible();
    await fillIn(/^AWS region/, 'eu-west-1');
    await userEvent.keyboard('{Enter}');
    await toggleRegion(FREE, 'eu-west-1');
    await press('Review changes');
    expect(
      linesOf(await screen.findByRole('list', { name: 'How it is done' }))[0],
    ).toBe(`It gets its first accounts: ${FREE}.`);
    await press('Save');

    await waitFor(() =>
      expect(updateSecurityHubIntegration).toHaveBeenCalledWith(KEY, 'v1', {
        rows: [
          {
            awsAccount: FREE,
            minSeverity: 3,
            baseCategory: 'Confirmed',
            regions: ['eu-west-1'],
          },
        ],
      }),
    );
  });

  it('renames, and tells the field where the name will not do', async () => {
    const renameSecurityHubIntegration = jest.fn(async () => wholeHub());
    const { toast } = renderPage({ api: { renameSecurityHubIntegration } });
    await press('Rename Commerce');
    const field = await screen.findByLabelText(/^Name/);
    await userEvent.clear(field);
    await press('Review changes');
    expect(
      await screen.findByText(/at least one character/),
    ).toBeInTheDocument();
    await enter(field, 'Shops');
    await press('Review changes');
    expect(
      await screen.findByRole('list', { name: 'What will change' }),
    ).toHaveTextContent('Name Commerce → ShopsNeutral');
    await press('Save');

    await waitFor(() =>
      expect(renameSecurityHubIntegration).toHaveBeenCalledWith(KEY, 'v1', {
        name: 'Shops',
      }),
    );
    await waitFor(() => expect(toast).toHaveBeenCalledTimes(1));
  });

  it.each([
    ['Delete Commerce', 'Delete', 'deleteSecurityHubIntegration'],
    [
      'Remove all accounts from Commerce',
      'Remove all accounts',
      'removeSecurityHubAccounts',
    ],
  ] as const)(
    '%s takes the name, typed, and a reason',
    async (open, confirm, call) => {
      const act = jest.fn(async () => wholeHub({ rows: [] }));
      const { listSecurityHubIntegrations } = renderPage({
        api: { [call]: act },
      });
      await press(open);
      await screen.findByLabelText(/^Type the name/);
      await fillIn(/^Type the name/, 'commerce');
      await press(confirm);
      expect(
        await screen.findByText('This is not the name of the integration'),
      ).toBeInTheDocument();
      expect(screen.getByText(/Say why, in a few words/)).toBeInTheDocument();
      expect(act).not.toHaveBeenCalled();

      await userEvent.clear(screen.getByLabelText(/^Type the name/));
      await fillIn(/^Type the name/, 'Commerce');
      await fillIn(/^Reason/, 'it has ended');
      await press(confirm);
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(act).toHaveBeenCalledWith(KEY, 'v1', {
        name: 'Commerce',
        reason: 'it has ended',
      });
      await waitFor(() =>
        expect(listSecurityHubIntegrations).toHaveBeenCalledTimes(2),
      );
      // What has the focus is still there when the list is read again.
      expect(
        call === 'deleteSecurityHubIntegration'
          ? screen.getByRole('heading', { name: 'Example Corp' })
          : screen.getByRole('button', { name: open }),
      ).toHaveFocus();
    },
  );

  it('shows who did what with an integration, and names the permission for it', async () => {
    const getHistory = jest
      .fn(async () => ({ items: [hubEntry({ entityRef: '' })] }))
      .mockRejectedValueOnce(
        new QualysApiError('Not allowed.', { code: 'permission', status: 403 }),
      );
    renderPage({ api: { getHistory } });
    await press('History of Commerce');
    expect(await screen.findByText(/qualys\.audit\.read/)).toBeInTheDocument();
    await press('Close');
    await press('History of Commerce');

    expect(
      await screen.findByText(/Too much noise for the team/),
    ).toBeInTheDocument();
    expect(getHistory).toHaveBeenLastCalledWith(
      {
        type: 'securityHubIntegration',
        subscription: 'main',
        objectId: '34',
        cursor: undefined,
      },
      expect.anything(),
    );
  });

  it('restores the rows of all teams, and never those of one team alone', async () => {
    const earlier = [hubRow(OWN, { minSeverity: 2 }), hubRow(THEIRS)];
    renderPage({
      api: {
        getHistory: async () => ({
          items: [
            hubEntry({ id: '2' }),
            hubEntry({ id: '1', entityRef: '', settings: { rows: earlier } }),
          ],
        }),
      },
    });
    await press('History of Commerce');
    const [ofTeam, ofAll] = within(
      await screen.findByRole('list', { name: 'History of changes' }),
    )
      .getAllByText('Settings changed')
      .map(title => within(title.closest('li')!));
    const restore = { name: /^Restore these settings/ };
    expect(ofTeam.queryByRole('button', restore)).not.toBeInTheDocument();

    await userEvent.click(ofAll.getByRole('button', restore));
    expect(
      await screen.findByLabelText(`Account ${OWN}: Minimum severity`),
    ).toHaveValue('2');
    expect(
      screen.getByRole('checkbox', { name: `${THEIRS} in eu-west-1` }),
    ).toBeChecked();
  });
});

describe('creating a Security Hub integration', () => {
  const rows = [
    hubRow(FREE, { baseCategory: 'Confirmed', regions: ['eu-west-1'] }),
  ];

  async function fillInNew() {
    await press('New integration in Example Corp');
    await screen.findByLabelText(/^Name/);
    await press('Review changes');
    expect(
      await screen.findByText('Add at least one account'),
    ).toBeInTheDocument();
    await fillIn(/^Name/, 'Shops');
    await press('Review changes');
    const account = screen.getByLabelText(/^AWS account/);
    await waitFor(() => expect(account).toHaveFocus());
    expect(account).toBeInvalid();
    expect(account).toHaveAccessibleDescription('Add at least one account');
    await fillIn(/^AWS account/, FREE);
    await userEvent.keyboard('{Enter}');
    expect(account).toBeValid();
    await fillIn(/^AWS region/, 'eu-west-1');
    await userEvent.keyboard('{Enter}');
    await toggleRegion(FREE, 'eu-west-1');
    await press('Review changes');
    expect(
      linesOf(await screen.findByRole('list', { name: 'How it is done' })),
    ).toEqual([
      'The integration “Shops” is created, without any account yet.',
      `It gets its first accounts: ${FREE}.`,
      'What Qualys holds is read back, and compared with what was asked for.',
    ]);
    await press('Save');
  }

  it('names it and gives it its first accounts', async () => {
    const createSecurityHubIntegration = jest.fn(async () => wholeHub());
    const { toast } = renderPage({ api: { createSecurityHubIntegration } });
    await screen.findByRole('region', { name: 'Commerce' });
    await fillInNew();

    await waitFor(() =>
      expect(createSecurityHubIntegration).toHaveBeenCalledWith('main', {
        name: 'Shops',
        rows,
      }),
    );
    await waitFor(() => expect(toast).toHaveBeenCalledTimes(1));
  });

  it('goes on with configuring it where that has failed', async () => {
    const made = wholeHub({ id: '41', name: 'Shops', rows: [] });
    const updateSecurityHubIntegration = jest.fn(async () => made);
    renderPage({
      hubs: [wholeHub(), made],
      api: {
        updateSecurityHubIntegration,
        createSecurityHubIntegration: async () => {
          throw refused({
            code: 'invalid',
            status: 400,
            current: made,
            steps: [
              { step: { kind: 'create', name: 'Shops' }, state: 'done' },
              {
                step: { kind: 'configure', awsAccounts: [FREE] },
                state: 'failed',
              },
              { step: { kind: 'readBack' }, state: 'notDone' },
            ],
          });
        },
      },
    });
    await screen.findByRole('region', { name: 'Commerce' });
    await fillInNew();
    expect(await screen.findByText('Done in part')).toBeInTheDocument();
    await press('Look again');

    expect(
      await screen.findByRole('heading', { name: 'Configure Shops' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('checkbox', { name: `${FREE} in eu-west-1` }),
    ).toBeChecked();
    await press('Review changes');
    await press('Save');
    await waitFor(() =>
      expect(updateSecurityHubIntegration).toHaveBeenCalledWith(
        expect.objectContaining({ id: '41' }),
        'v1',
        { rows },
      ),
    );
  });

  it('asks Qualys itself whether it is there, and says so where it is not', async () => {
    const made = wholeHub({ id: '41', name: 'Shops', rows: [] });
    const hubs = [wholeHub()];
    const { listSecurityHubIntegrations } = renderPage({
      hubs,
      api: {
        createSecurityHubIntegration: async () => {
          throw refused({ code: 'outcomeUnknown', status: 503 });
        },
      },
    });
    await screen.findByRole('region', { name: 'Commerce' });
    await fillInNew();
    await screen.findByText(/is not known whether this took effect/);
    await press('Look again');
    expect(
      await screen.findByText(/Qualys does not have Shops, or not yet/),
    ).toBeInTheDocument();
    expect(listSecurityHubIntegrations).toHaveBeenLastCalledWith('main', {
      fresh: true,
    });

    hubs.push(made);
    await press('Look again');
    expect(
      await screen.findByRole('heading', { name: 'Configure Shops' }),
    ).toBeInTheDocument();
  });
});
