import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EditableConnector } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../api';
import {
  CONNECTOR_OBJECT,
  renderConnectorActions,
} from '../../__testUtils__/connectorDialog';
import { editableConnector } from '../../__testUtils__/connectorFixtures';
import { press, retype, review } from '../../__testUtils__/dialogs';
import { connector } from '../../__testUtils__/fixtures';
import { fileOf, KEY_FILE } from '../../__testUtils__/keyFile';

const AZURE = editableConnector({ provider: 'AZURE' });
const GCP = editableConnector({ provider: 'GCP' });

async function openForm(
  read: EditableConnector = editableConnector(),
  options: { denied?: string[] } = {},
) {
  const updateConnector = jest.fn<
    Promise<EditableConnector>,
    Parameters<QualysApi['updateConnector']>
  >(async () => ({ ...read, version: 'v2' }));
  const getConnectorSettings = jest.fn(async () => read);
  const rendered = renderConnectorActions({
    connector: connector({
      provider: read.provider as 'AWS',
      externalId: 'USPOD01-4765-12345',
    }),
    denied: options.denied,
    api: { getConnectorSettings, updateConnector },
  });
  await press(/^Edit /);
  await screen.findByLabelText(/^Name/);
  const form = within(screen.getByRole('dialog'));
  return { form, getConnectorSettings, updateConnector, ...rendered };
}

describe('the form of a connector', () => {
  it('shows what will change, and sends that alone', async () => {
    const { form, updateConnector, onChanged, toast } = await openForm();
    await retype(form.getByLabelText(/^Name/), 'Payments 2');
    await retype(form.getByLabelText('Hours'), '1');
    expect(await review()).toHaveTextContent(
      'Name payments-prod → Payments 2NeutralPolling frequency 4 h 0 min → 1 h 0 minWidening',
    );
    await press('Save');
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(updateConnector).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'v1', {
      name: 'Payments 2',
      pollingFrequency: { hours: 1, minutes: 0 },
    });
    expect(toast).toHaveBeenCalled();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it.each([
    ['Name', '', /1 to 255 characters/],
    ['Name', 'x'.repeat(256), /1 to 255 characters/],
    ['Minutes', '75', /0 to 59/],
  ])(
    'leads to the field %s where it is wrong',
    async (label, text, message) => {
      const { form, updateConnector } = await openForm();
      const field = form.getByLabelText(new RegExp(`^${label}`));
      await retype(field, text);
      await press('Review changes');
      await waitFor(() => expect(field).toHaveFocus());
      expect(field).toHaveAccessibleDescription(message);
      expect(updateConnector).not.toHaveBeenCalled();
    },
  );

  it('takes a reason for polling less often', async () => {
    const { form, updateConnector } = await openForm();
    await retype(form.getByLabelText('Hours'), '12');
    expect(await review()).toHaveTextContent('Weakening');
    await press('Save');
    expect(updateConnector).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText(/^Reason/), 'It is idle');
    await press('Save');
    await waitFor(() =>
      expect(updateConnector).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'v1', {
        pollingFrequency: { hours: 12, minutes: 0 },
        reason: 'It is idle',
      }),
    );
  });

  it('offers remediation to those who may switch it on', async () => {
    const { form } = await openForm(undefined, {
      denied: ['qualys.connector.remediation.enable'],
    });
    expect(
      await form.findByText(/qualys\.connector\.remediation\.enable/),
    ).toBeInTheDocument();
    expect(
      form.queryByRole('option', { name: 'Switch it on' }),
    ).not.toBeInTheDocument();
  });

  it('keeps what was typed where somebody else changed it, and goes on on top', async () => {
    const { form, updateConnector } = await openForm();
    updateConnector.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current: editableConnector({
          version: 'v5',
          settings: {
            name: 'payments-prod',
            description: 'Somebody else wrote this',
            pollingFrequency: { hours: 8, minutes: 0 },
            disabled: false,
          },
        }),
      }),
    );
    await retype(form.getByLabelText(/^Name/), 'Payments 2');
    await review();
    await press('Save');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent(/Somebody else wrote this.*4 h 0 min → 8 h 0 min/);
    await press('Go on from there');
    expect(await screen.findByLabelText(/^Name/)).toHaveValue('Payments 2');
    expect(screen.getByLabelText(/^Description/)).toHaveValue(
      'Somebody else wrote this',
    );
    await review();
    await press('Save');
    await waitFor(() =>
      expect(updateConnector).toHaveBeenLastCalledWith(CONNECTOR_OBJECT, 'v5', {
        name: 'Payments 2',
      }),
    );
  });

  it('says that an answer was lost, and looks again before anything is sent twice', async () => {
    const { form, getConnectorSettings, updateConnector } = await openForm();
    updateConnector.mockRejectedValueOnce(
      new QualysApiError('The answer was lost.', {
        code: 'outcomeUnknown',
        status: 504,
      }),
    );
    await retype(form.getByLabelText(/^Name/), 'Payments 2');
    await review();
    await press('Save');
    await screen.findByText('The answer was lost.');
    getConnectorSettings.mockResolvedValueOnce(
      editableConnector({
        version: 'v2',
        settings: { ...editableConnector().settings, name: 'Payments 2' },
      }),
    );
    await press('Look again');
    // Qualys has made the change.
    expect(
      await screen.findByText('Nothing would change.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    expect(updateConnector).toHaveBeenCalledTimes(1);
  });

  it('asks for the key of an Azure connector, and tells it to Qualys alone', async () => {
    const { form, updateConnector } = await openForm(AZURE);
    await retype(form.getByLabelText(/^Name/), 'Payments 2');
    await press('Review changes');
    const key = form.getByLabelText(/^Authentication key/);
    await waitFor(() => expect(key).toHaveFocus());
    expect(key).toHaveAccessibleDescription(
      /every change of an Azure connector/,
    );
    expect(key).toHaveAttribute('type', 'password');
    await userEvent.type(key, 'a-secret');
    expect(await review()).toHaveTextContent(
      'Authentication key another one, which is not shown',
    );
    expect(screen.queryByText(/a-secret/)).not.toBeInTheDocument();
    await press('Save');
    await waitFor(() =>
      expect(updateConnector).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'v1', {
        name: 'Payments 2',
        authenticationKey: 'a-secret',
      }),
    );
  });

  it('takes the key file of a GCP connector, and refuses any other', async () => {
    const { form, updateConnector } = await openForm(GCP);
    const input = form.getByLabelText('Key file');
    await userEvent.upload(
      input,
      fileOf('{"type":"authorized_user"}', 'me.json'),
    );
    await form.findByText('Chosen: me.json');
    await press('Review changes');
    await waitFor(() =>
      expect(input).toHaveAccessibleDescription(
        /key file of a service account/,
      ),
    );
    await userEvent.upload(input, fileOf(KEY_FILE, 'key.json'));
    await form.findByText('Chosen: key.json');
    expect(await review()).toHaveTextContent('Key file another one');
    expect(screen.queryByText(/a-private-key/)).not.toBeInTheDocument();
    await press('Save');
    await waitFor(() =>
      expect(updateConnector).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'v1', {
        keyFile: KEY_FILE,
      }),
    );
  });

  it('still says that a key file is chosen after the review, and lets it go', async () => {
    const { form } = await openForm(GCP);
    await userEvent.upload(
      form.getByLabelText('Key file'),
      fileOf(KEY_FILE, 'key.json'),
    );
    await form.findByText('Chosen: key.json');
    await review();
    await press('Back');
    expect(
      await form.findByText('The key file that you chose will be sent'),
    ).toBeInTheDocument();
    await press('Remove the file');
    expect(form.queryByText(/will be sent/)).not.toBeInTheDocument();
    await press('Review changes');
    expect(
      await screen.findByText('Nothing would change.'),
    ).toBeInTheDocument();
  });

  it('says why a connector with an old external ID cannot be changed', async () => {
    renderConnectorActions({
      api: {
        getConnectorSettings: async () =>
          editableConnector({ locked: 'legacyExternalId' }),
      },
    });
    await press(/^Edit /);
    expect(await screen.findByText(/Migrate it first/)).toBeInTheDocument();
    expect(screen.queryByLabelText(/^Name/)).not.toBeInTheDocument();
  });

  it('asks before it loses what was typed', async () => {
    const { form } = await openForm();
    await retype(form.getByLabelText(/^Name/), 'Payments 2');
    await press('Cancel');
    await press('Keep editing');
    expect(screen.getByLabelText(/^Name/)).toHaveValue('Payments 2');
  });
});
