import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../api';
import { press } from '../../__testUtils__/s3Dialog';
import {
  HUB_OBJECT,
  linesOf,
  openHubForm,
  renderHubCard,
} from '../../__testUtils__/securityHubDialog';
import {
  entityHub,
  FREE,
  hubEntry,
  hubRow,
  OWN,
  SECOND,
  THEIRS,
} from '../../__testUtils__/securityHubFixtures';

const SECOND_ROW = entityHub().rows[1];

function toggle(account: string, region: string) {
  return userEvent.click(
    screen.getByRole('checkbox', { name: `${account} in ${region}` }),
  );
}

async function addFree() {
  await userEvent.selectOptions(screen.getByLabelText('AWS account'), FREE);
  await press('Add account');
}

async function review() {
  await press('Review changes');
  return screen.findByRole('list', { name: 'What will change' });
}

describe('the form of a team’s accounts in Security Hub', () => {
  it('takes a region off one account and adds another account', async () => {
    const { updateEntitySecurityHub, getEntitySecurityHub, toast } =
      renderHubCard();
    await openHubForm();
    expect(getEntitySecurityHub).toHaveBeenCalledWith(
      HUB_OBJECT,
      expect.objectContaining({ fresh: true }),
    );
    await toggle(OWN, 'eu-west-2');
    await addFree();
    await toggle(FREE, 'us-east-1');

    const changes = linesOf(await review());
    expect(changes).toEqual([
      `Account ${OWN}1 region removed: eu-west-2Weakening`,
      `Account ${FREE} comes in: severity 3 and higher (Medium), from the category Potential, in us-east-1Widening`,
    ]);
    expect(
      linesOf(screen.getByRole('list', { name: 'How it is done' })),
    ).toEqual([
      `The whole integration is sent: ${OWN} and ${FREE} as asked for, all others as they have just been read.`,
      'What Qualys holds is read back, and compared with what was asked for.',
      `What is left over is taken out, where Qualys still has it: eu-west-2 of ${OWN}.`,
      'What Qualys holds is read back, and compared with what was asked for.',
    ]);

    await press('Save');
    expect(
      await screen.findByText(/Say why, in a few words/),
    ).toBeInTheDocument();
    expect(updateEntitySecurityHub).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText(/^Reason/), 'moved away');
    await press('Save');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(updateEntitySecurityHub).toHaveBeenCalledWith(HUB_OBJECT, 'v1', {
      rows: [
        hubRow(OWN, { regions: ['eu-west-1'] }),
        SECOND_ROW,
        hubRow(FREE, { regions: ['us-east-1'] }),
      ],
      reason: 'moved away',
    });
    expect(toast).toHaveBeenCalledTimes(1);
    // The card shows what came back.
    expect(screen.getByText(/3 accounts in 2 regions/)).toBeInTheDocument();
  });

  it('changes severity and category, and removes an account', async () => {
    const { updateEntitySecurityHub } = renderHubCard();
    const form = await openHubForm();
    await userEvent.selectOptions(
      form.getByLabelText(`Account ${OWN}: Minimum severity`),
      '2',
    );
    await userEvent.selectOptions(
      form.getByLabelText(`Account ${OWN}: Lowest category`),
      'Confirmed',
    );
    await press(`Remove the account ${SECOND}`);
    expect(
      screen.getByRole('region', { name: 'Accounts and regions' }),
    ).toHaveFocus();

    expect(linesOf(await review())).toEqual([
      `Account ${OWN}: Minimum severity 3 and higher (Medium) → 2 and higher (Low)Widening`,
      `Account ${OWN}: Lowest category Potential → ConfirmedWeakening`,
      `Account ${SECOND} goes: nothing of it is posted any more. It had severity 4 and higher (High), from the category Confirmed, in us-east-1Weakening`,
    ]);
    await userEvent.type(screen.getByLabelText(/^Reason/), 'not needed');
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenCalledWith(HUB_OBJECT, 'v1', {
        rows: [hubRow(OWN, { minSeverity: 2, baseCategory: 'Confirmed' })],
        reason: 'not needed',
      }),
    );
  });

  it('gives an account back what it had when it is removed and added again', async () => {
    renderHubCard();
    const form = await openHubForm();
    await press(`Remove the account ${SECOND}`);
    await userEvent.selectOptions(form.getByLabelText('AWS account'), SECOND);
    await press('Add account');
    await press('Review changes');

    expect(
      await screen.findByText('Nothing would change.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('offers the accounts of the entity that have no row yet, and says where others come from', async () => {
    renderHubCard();
    const form = await openHubForm();
    expect(
      within(form.getByLabelText('AWS account'))
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual(['Choose an account', FREE]);
    await addFree();

    expect(form.queryByLabelText('AWS account')).not.toBeInTheDocument();
    expect(
      form.getByText(/Another one is named in the annotation/),
    ).toBeInTheDocument();
  });

  it('adds regions as columns, and says what is wrong with them', async () => {
    const { updateEntitySecurityHub } = renderHubCard();
    const form = await openHubForm();
    const field = form.getByLabelText('AWS region');
    await userEvent.type(field, 'Ireland{Enter}');
    expect(
      form.getByText(/must be the code of an AWS region/),
    ).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, 'eu-west-1');
    await press('Add region');
    expect(
      form.getByText('is a column of the matrix already'),
    ).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, 'ap-south-1{Enter}');
    await toggle(SECOND, 'ap-south-1');

    expect(linesOf(await review())).toEqual([
      `Account ${SECOND}1 region added: ap-south-1Widening`,
    ]);
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenCalledWith(HUB_OBJECT, 'v1', {
        rows: [
          hubRow(OWN),
          { ...SECOND_ROW, regions: ['us-east-1', 'ap-south-1'] },
        ],
      }),
    );
  });

  it('loses nothing that was typed and not added', async () => {
    const { updateEntitySecurityHub } = renderHubCard();
    const form = await openHubForm();
    await toggle(SECOND, 'eu-west-1');
    const field = form.getByLabelText('AWS region');
    await userEvent.type(field, 'ap-south-1');
    // Whoever goes on to the button that adds it has made no mistake yet.
    await userEvent.tab();
    expect(field).toBeValid();
    await userEvent.selectOptions(form.getByLabelText('AWS account'), FREE);
    await press('Review changes');

    const account = form.getByLabelText('AWS account');
    await waitFor(() => expect(account).toHaveFocus());
    for (const added of [account, field]) {
      expect(added).toBeInvalid();
      expect(added).toHaveAccessibleDescription(/not in the matrix yet/);
    }
    await userEvent.selectOptions(account, '');
    expect(account).toBeValid();
    await press('Review changes');
    await waitFor(() => expect(field).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    expect(field).toHaveValue('');
    await toggle(SECOND, 'ap-south-1');
    await review();
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenCalledWith(HUB_OBJECT, 'v1', {
        rows: [
          hubRow(OWN),
          { ...SECOND_ROW, regions: ['us-east-1', 'eu-west-1', 'ap-south-1'] },
        ],
      }),
    );
  });

  it('asks before it loses what is not added yet', async () => {
    renderHubCard();
    const form = await openHubForm();
    await userEvent.type(form.getByLabelText('AWS region'), 'ap-south-1');
    await press('Cancel');
    expect(await screen.findByRole('alertdialog')).toBeInTheDocument();
  });

  it('says at the row that it has no region', async () => {
    renderHubCard();
    const form = await openHubForm();
    await addFree();
    await press('Review changes');

    const message = await form.findByText(
      'Tick at least one region, or remove the account',
    );
    expect(message).toBeInTheDocument();
    const first = form.getByRole('checkbox', { name: `${FREE} in eu-west-1` });
    await waitFor(() => expect(first).toHaveFocus());
    expect(first).toBeInvalid();
    expect(first).toHaveAccessibleDescription(/at least one region/);
    await userEvent.click(first);
    await waitFor(() =>
      expect(
        form.queryByText(/Tick at least one region/),
      ).not.toBeInTheDocument(),
    );
  });

  it('names the permission to whoever may not weaken', async () => {
    renderHubCard({ denied: ['qualys.settings.weaken'] });
    await openHubForm();
    await toggle(OWN, 'eu-west-2');
    await review();

    expect(
      await screen.findByText('You may not make weakening changes'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('lets nothing be changed where Qualys has an account twice', async () => {
    renderHubCard({
      integration: entityHub({
        rows: [hubRow(OWN), hubRow(OWN, { minSeverity: 1 })],
      }),
    });
    await press('Edit Commerce');

    expect(
      await screen.findByText('It cannot be changed from here'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Review changes' }),
    ).not.toBeInTheDocument();
  });
});

describe('saving a team’s accounts in Security Hub', () => {
  const steps = [
    {
      step: { kind: 'write' as const, awsAccounts: [OWN, FREE] },
      state: 'done' as const,
    },
    { step: { kind: 'readBack' as const }, state: 'done' as const },
    {
      step: {
        kind: 'removeRegions' as const,
        accounts: [{ awsAccount: OWN, regions: ['eu-west-2'] }],
      },
      state: 'failed' as const,
    },
    { step: { kind: 'readBack' as const }, state: 'notDone' as const },
  ];
  const present = entityHub({
    version: 'v7',
    rows: [hubRow(OWN), SECOND_ROW, hubRow(FREE, { regions: ['us-east-1'] })],
  });

  async function change() {
    await openHubForm();
    await toggle(OWN, 'eu-west-2');
    await addFree();
    await toggle(FREE, 'us-east-1');
    await review();
    await userEvent.type(screen.getByLabelText(/^Reason/), 'moved away');
    await press('Save');
  }

  it('says what is done and what is not, and goes on with the rest', async () => {
    const { updateEntitySecurityHub, getEntitySecurityHub } = renderHubCard();
    updateEntitySecurityHub.mockRejectedValueOnce(
      new QualysApiError('Qualys refused: not now.', {
        code: 'invalid',
        status: 400,
        steps,
        current: present,
      }),
    );
    await change();

    const list = await screen.findByRole('list', {
      name: 'What is done and what is not',
    });
    expect(linesOf(list).map(line => line?.split('. ').at(-1))).toEqual([
      expect.stringMatching(/Done$/),
      expect.stringMatching(/Done$/),
      expect.stringMatching(/Failed$/),
      expect.stringMatching(/Not done$/),
    ]);
    expect(screen.getByText('Done in part')).toBeInTheDocument();
    expect(screen.getByText('Qualys refused: not now.')).toBeInTheDocument();
    // The card behind the form shows what was done of it.
    expect(screen.getByText(/3 accounts in 3 regions/)).toBeInTheDocument();

    getEntitySecurityHub.mockResolvedValue(present);
    await press('Look again');
    await waitFor(() =>
      expect(
        linesOf(screen.getByRole('list', { name: 'What will change' })),
      ).toEqual([`Account ${OWN}1 region removed: eu-west-2Weakening`]),
    );
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenLastCalledWith(
        HUB_OBJECT,
        'v7',
        expect.objectContaining({ reason: 'moved away' }),
      ),
    );
  });

  it('says that nobody knows whether it was done', async () => {
    const { updateEntitySecurityHub } = renderHubCard();
    updateEntitySecurityHub.mockRejectedValueOnce(
      new QualysApiError('The answer was lost.', {
        code: 'outcomeUnknown',
        status: 503,
        steps: [
          { ...steps[0], state: 'unknown' },
          { ...steps[1], state: 'notDone' },
        ],
      }),
    );
    await change();

    expect(await screen.findByText('Outcome not known')).toBeInTheDocument();
    expect(
      screen.getByText(/Not known whether it was done/),
    ).toBeInTheDocument();
    expect(updateEntitySecurityHub).toHaveBeenCalledTimes(1);
  });

  it('shows what changed meanwhile, and goes on on top of it', async () => {
    const { updateEntitySecurityHub } = renderHubCard();
    const current = entityHub({
      version: 'v5',
      rows: [
        hubRow(OWN, {
          minSeverity: 5,
          regions: ['eu-west-1', 'eu-west-2', 'ap-south-1'],
        }),
      ],
    });
    updateEntitySecurityHub.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current,
      }),
    );
    await change();

    expect(
      linesOf(
        await screen.findByRole('list', { name: 'What changed meanwhile' }),
      ),
    ).toEqual([
      `Account ${OWN}: Minimum severity 3 and higher (Medium) → 5 and higher (Critical)Weakening`,
      `Account ${OWN}1 region added: ap-south-1Widening`,
      expect.stringMatching(`^Account ${SECOND} goes`),
    ]);
    await press('Go on from there');
    expect(linesOf(await review())).toEqual([
      `Account ${OWN}1 region removed: eu-west-2Weakening`,
      expect.stringMatching(`^Account ${FREE} comes in`),
    ]);
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenLastCalledWith(
        HUB_OBJECT,
        'v5',
        {
          rows: [
            hubRow(OWN, {
              minSeverity: 5,
              regions: ['eu-west-1', 'ap-south-1'],
            }),
            hubRow(FREE, { regions: ['us-east-1'] }),
          ],
          reason: 'moved away',
        },
      ),
    );
  });
});

describe('the history of a team’s accounts in Security Hub', () => {
  it('says what was done in part, and restores earlier rows', async () => {
    const getEntityHistory = jest.fn(async () => ({
      items: [
        hubEntry({
          id: '2',
          outcome: 'partly',
          steps: [
            {
              step: { kind: 'write', awsAccounts: [OWN] },
              state: 'done',
            },
            { step: { kind: 'readBack' }, state: 'failed' },
          ],
        }),
        hubEntry({ id: '1' }),
      ],
    }));
    renderHubCard({ api: { getEntityHistory } });
    await press('History of Commerce');

    expect(await screen.findByText('Done in part')).toBeInTheDocument();
    expect(getEntityHistory).toHaveBeenCalledWith(
      HUB_OBJECT.entity,
      {
        type: 'securityHubIntegration',
        subscription: 'main',
        objectId: '34',
        cursor: undefined,
      },
      expect.anything(),
    );
    expect(
      linesOf(
        screen.getByRole('list', { name: 'What is done and what is not' }),
      )[0],
    ).toMatch(/^The whole integration is sent: 012345678901 .* Done$/);
    await press(/^Restore these settings/);

    const form = await screen.findByLabelText(
      `Account ${OWN}: Minimum severity`,
    );
    expect(form).toHaveValue('2');
    expect(linesOf(await review())).toEqual([
      `Account ${OWN}: Minimum severity 3 and higher (Medium) → 2 and higher (Low)Widening`,
      expect.stringMatching(`^Account ${SECOND} goes`),
    ]);
  });

  it('restores its own accounts of what was done for all teams, and nothing of another team', async () => {
    const { updateEntitySecurityHub } = renderHubCard({
      api: {
        getEntityHistory: async () => ({
          items: [
            hubEntry({
              id: '2',
              entityRef: 'component:default/payments',
              settings: { rows: [hubRow(THEIRS)] },
            }),
            hubEntry({
              id: '1',
              entityRef: '',
              settings: {
                rows: [
                  hubRow(OWN, { minSeverity: 2 }),
                  hubRow(THEIRS),
                  SECOND_ROW,
                ],
              },
            }),
          ],
        }),
      },
    });
    await press('History of Commerce');
    // One button: the other entry has nothing that could be restored here.
    await press(/^Restore these settings/);
    await screen.findByLabelText(`Account ${OWN}: Minimum severity`);
    expect(linesOf(await review())).toEqual([
      `Account ${OWN}: Minimum severity 3 and higher (Medium) → 2 and higher (Low)Widening`,
    ]);
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenCalledWith(HUB_OBJECT, 'v1', {
        rows: [hubRow(OWN, { minSeverity: 2 }), SECOND_ROW],
      }),
    );
  });
});
