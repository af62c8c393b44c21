import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { linesOf, press, review, saveFor } from '../../__testUtils__/dialogs';
import {
  addFreeAccount,
  editRows,
  HUB_OBJECT,
  openHubForm,
  renderHubCard,
  toggleRegion,
} from '../../__testUtils__/securityHubDialog';
import {
  entityHub,
  FREE,
  hubRow,
  OWN,
  SECOND,
  SECOND_ROW,
} from '../../__testUtils__/securityHubFixtures';

describe('the form of a team’s accounts in Security Hub', () => {
  it('takes a region off one account and adds another account', async () => {
    const { updateEntitySecurityHub, getEntitySecurityHub, toast } =
      renderHubCard();
    await openHubForm();
    expect(getEntitySecurityHub).toHaveBeenCalledWith(
      HUB_OBJECT,
      expect.objectContaining({ fresh: true }),
    );
    await editRows();

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
    await saveFor('moved away');
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
    await saveFor('not needed');
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
    await addFreeAccount();

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
    await toggleRegion(SECOND, 'ap-south-1');

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
    await toggleRegion(SECOND, 'eu-west-1');
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
    await toggleRegion(SECOND, 'ap-south-1');
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
    await addFreeAccount();
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
    await toggleRegion(OWN, 'eu-west-2');
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
