import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  changes,
  openDialog,
  press,
  retype,
} from '../../../__testUtils__/dialogs';
import {
  openS3Form,
  renderS3Card,
  S3_OBJECT,
} from '../../../__testUtils__/s3Dialog';
import { s3Integration, s3Settings } from '../../../__testUtils__/s3Fixtures';

const UNKNOWN = s3Integration({
  settings: undefined,
  source: undefined,
  settled: undefined,
});

describe('the form of an S3 integration', () => {
  it('begins with a fresh read, and says in words what will change', async () => {
    const { updateS3Integration, toast } = renderS3Card({
      api: { getS3Integration: async () => s3Integration({ version: 'v7' }) },
    });
    const form = await openS3Form();

    await userEvent.selectOptions(
      form.getByLabelText('Minimum severity'),
      '2 and higher (Low)',
    );
    await userEvent.click(form.getByLabelText('Result section'));
    await press('Review changes');

    expect(changes()).toEqual([
      'Minimum severity 3 → 2Widening',
      'Result section off → onWidening',
    ]);
    expect(form.queryByLabelText(/^Reason/)).not.toBeInTheDocument();
    await press('Save');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(updateS3Integration).toHaveBeenCalledWith(S3_OBJECT, 'v7', {
      settings: s3Settings({ minSeverity: 2, resultSectionNeeded: true }),
    });
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'success' }),
    );
    expect(screen.getByRole('button', { name: /^Edit/ })).toHaveFocus();
  });

  it('takes a reason for a weakening, and for nothing else', async () => {
    const { updateS3Integration } = renderS3Card();
    const form = await openS3Form();

    await retype(form.getByLabelText('Alert addresses'), 'new@example.com');
    await press('Review changes');
    expect(changes()).toEqual([
      expect.stringMatching(
        /1 address added: new@example\.com.*2 addresses removed: .*Weakening$/,
      ),
    ]);

    await press('Save');
    const reason = form.getByLabelText(/^Reason/);
    expect(reason).toHaveFocus();
    expect(reason).toHaveAccessibleDescription(/Say why/);
    expect(updateS3Integration).not.toHaveBeenCalled();

    await userEvent.type(reason, 'They left');
    await press('Save');
    await waitFor(() => expect(updateS3Integration).toHaveBeenCalled());
    expect(updateS3Integration.mock.calls[0][2]).toMatchObject({
      reason: 'They left',
      settings: { errorEmails: ['new@example.com'] },
    });
  });

  it('lets nobody weaken without the permission, and says which', async () => {
    renderS3Card({ denied: ['qualys.settings.weaken'] });
    const form = await openS3Form();

    await userEvent.selectOptions(form.getByLabelText('Minimum severity'), '5');
    await press('Review changes');

    expect(form.getByText('qualys.settings.weaken')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await press('Back');
    expect(form.getByLabelText('Minimum severity')).toHaveValue('5');
  });

  it('shows the destination to who may not change it, and says why', async () => {
    renderS3Card({ denied: ['qualys.s3.destination.update'] });
    const form = await openS3Form();

    for (const label of [
      'Bucket',
      'Access point',
      'Region',
      'Role',
      'Asset query',
      /^Send all vulnerabilities/,
      /^Send the vulnerabilities of all assets/,
    ]) {
      form.getAllByLabelText(label).forEach(field => {
        expect(field).toBeDisabled();
      });
    }
    expect(
      form.getByRole('group', { name: 'Destination' }),
    ).toHaveAccessibleDescription(/qualys\.s3\.destination\.update/);
    expect(form.getByLabelText('Vulnerability query')).toBeEnabled();
    expect(form.getByLabelText('Minimum severity')).toBeEnabled();
  });

  it('ties each error to its field, and leads to the first', async () => {
    renderS3Card();
    const form = await openS3Form();

    await retype(form.getByLabelText('Role'), 'arn:nonsense');
    await retype(form.getByLabelText('Alert addresses'), 'a@example.com, b');
    await press('Review changes');

    await waitFor(() => expect(form.getByLabelText('Role')).toHaveFocus());
    expect(form.getByLabelText('Role')).toBeInvalid();
    expect(form.getByLabelText('Role')).toHaveAccessibleDescription(/ARN/);
    expect(form.getByLabelText('Alert addresses')).toHaveAccessibleDescription(
      /“b” must be an e-mail address/,
    );
    expect(screen.queryByText('What will change')).not.toBeInTheDocument();
  });

  it('asks for the access point where one is chosen', async () => {
    const { updateS3Integration } = renderS3Card();
    const form = await openS3Form();

    await userEvent.click(form.getByRole('radio', { name: 'Access point' }));
    const arn = form.getByRole('textbox', { name: 'Access point' });
    await press('Review changes');
    await waitFor(() => expect(arn).toHaveFocus());
    expect(arn).toBeInvalid();

    const value = 'arn:aws:s3:eu-west-1:012345678901:accesspoint/qualys';
    await retype(arn, value);
    await retype(form.getByLabelText('Region'), '');
    await press('Review changes');
    await screen.findByText('What will change', { selector: 'h3' });
    await press('Save');
    await waitFor(() => expect(updateS3Integration).toHaveBeenCalled());
    const { settings } = updateS3Integration.mock.calls[0][2];
    expect(settings).toMatchObject({
      accessPointArn: value,
      bucketRegion: 'eu-west-1',
    });
    expect(settings).not.toHaveProperty('bucketName');
  });

  it('writes the query from its controls', async () => {
    renderS3Card({
      integration: s3Integration({
        settings: s3Settings({
          filterQuery: {
            ...s3Settings().filterQuery,
            vuln: 'severity >= 3 AND superseded: false',
          },
        }),
      }),
    });
    const form = await openS3Form();
    const query = form.getByLabelText('Vulnerability query');

    expect(query).toHaveAccessibleDescription(
      /To keep this one, add “category: `Confirmed`”/,
    );
    expect(form.getByLabelText('Minimum severity')).toHaveAccessibleDescription(
      /bounded twice/,
    );
    await press('Add the lost default');
    expect(form.getByLabelText('Confirmed')).toBeChecked();
    await userEvent.click(form.getByLabelText('Potential'));
    await userEvent.selectOptions(form.getByLabelText('Minimum severity'), '4');
    expect(query).toHaveValue(
      'category: [`Confirmed`, `Potential`] AND severity >= 4 AND superseded: false',
    );

    await retype(query, 'severity >= (');
    expect(form.getByLabelText('Confirmed')).toBeDisabled();
  });

  it('sends everything only to who has said so twice', async () => {
    renderS3Card();
    const form = await openS3Form();

    await userEvent.click(
      form.getByLabelText(/^Send the vulnerabilities of all assets/),
    );
    expect(form.getByText(/This widens what is sent/)).toBeInTheDocument();
    await press('Review changes');
    const confirm = form.getByLabelText('Yes, everything is meant to be sent');
    await waitFor(() => expect(confirm).toHaveFocus());

    await userEvent.click(confirm);
    await press('Review changes');
    await waitFor(() =>
      expect(changes()).toEqual([expect.stringMatching(/off → onWidening$/)]),
    );
  });

  it('sends nothing where nothing changes', async () => {
    renderS3Card();
    await openS3Form();

    await press('Review changes');
    expect(await screen.findByText('Nothing would change.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('asks before it loses what was typed', async () => {
    renderS3Card();
    const form = await openS3Form();
    await userEvent.type(form.getByLabelText(/^Name/), '-2');

    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('alertdialog', {
        name: 'Discard what you have entered?',
      }),
    ).toBeInTheDocument();
    await press('Keep editing');
    await waitFor(() =>
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument(),
    );
    expect(form.getByLabelText(/^Name/)).toHaveValue('payments-findings-2');

    await press('Cancel');
    await press('Discard');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('takes settings over as they stand in Qualys, and sends nothing', async () => {
    const adoptS3Integration = jest.fn(async () =>
      s3Integration({ source: 'entered' }),
    );
    const { updateS3Integration } = renderS3Card({
      integration: UNKNOWN,
      api: { adoptS3Integration },
    });
    const form = await openDialog(/^Enter the current settings/, /^Name/);

    expect(form.getByText('Nothing is sent to Qualys')).toBeInTheDocument();
    await retype(form.getByLabelText(/^Name/), 'findings');
    await retype(form.getByRole('textbox', { name: 'Bucket' }), 'the-bucket');
    await retype(form.getByLabelText('Region'), 'eu-west-1');
    await retype(form.getByLabelText('Role'), s3Settings().roleArn);
    await press('Keep as current settings');

    expect(await screen.findByText(/not applied here yet/)).toBeInTheDocument();
    expect(adoptS3Integration).toHaveBeenCalledWith(S3_OBJECT, 'v1', {
      settings: expect.objectContaining({
        name: 'findings',
        bucketName: 'the-bucket',
        minSeverity: 3,
        compressData: true,
      }),
    });
    expect(updateS3Integration).not.toHaveBeenCalled();
  });
});
