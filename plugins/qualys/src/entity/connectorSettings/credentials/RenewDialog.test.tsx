import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EditableConnector } from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { QualysApiError, type QualysApi } from '../../../api';
import {
  CONNECTOR_OBJECT,
  renderConnectorActions,
} from '../../../__testUtils__/connectorDialog';
import { editableConnector } from '../../../__testUtils__/connectorFixtures';
import { press } from '../../../__testUtils__/dialogs';
import { connector, minutesAgo } from '../../../__testUtils__/fixtures';
import { fileOf, KEY_FILE } from '../../../__testUtils__/keyFile';
import { renderPart } from '../../../__testUtils__/render';
import { KeyExpiry } from '../../KeyExpiry';

const AZURE = editableConnector({ provider: 'AZURE' });

const inDays = (days: number) => DateTime.utc().plus({ days }).toISODate();

async function openDialog(read: EditableConnector = AZURE) {
  const renewConnectorKey = jest.fn<
    Promise<EditableConnector>,
    Parameters<QualysApi['renewConnectorKey']>
  >(async () => ({ ...read, version: 'v2' }));
  const rendered = renderConnectorActions({
    connector: connector({ provider: read.provider as 'AWS' }),
    api: { getConnectorSettings: async () => read, renewConnectorKey },
  });
  await press(/^Renew key: /);
  await screen.findByLabelText('Expires on');
  const dialog = within(screen.getByRole('dialog'));
  return { dialog, renewConnectorKey, ...rendered };
}

function setDate(date: string) {
  fireEvent.change(screen.getByLabelText('Expires on'), {
    target: { value: date },
  });
}

describe('the renewal of a key', () => {
  it('sends the key with the day that it expires on', async () => {
    const { dialog, renewConnectorKey, onChanged } = await openDialog();
    const key = dialog.getByLabelText(/^New authentication key/);
    expect(key).toHaveAttribute('type', 'password');
    await userEvent.type(key, 'a-secret');
    setDate(inDays(90));
    await press('Renew key');
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(renewConnectorKey).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'v1', {
      authenticationKey: 'a-secret',
      expiresOn: inDays(90),
    });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('needs the key, and a day that has not passed', async () => {
    const { dialog, renewConnectorKey } = await openDialog();
    await press('Renew key');
    const key = dialog.getByLabelText(/^New authentication key/);
    await waitFor(() => expect(key).toHaveFocus());
    await userEvent.type(key, 'a-secret');
    setDate(inDays(-1));
    await press('Renew key');
    await waitFor(() =>
      expect(screen.getByLabelText('Expires on')).toHaveAccessibleDescription(
        /not be in the past/,
      ),
    );
    expect(renewConnectorKey).not.toHaveBeenCalled();
  });

  it('takes note of the day alone', async () => {
    const { dialog, renewConnectorKey } = await openDialog();
    await userEvent.click(dialog.getByRole('checkbox'));
    expect(
      dialog.queryByLabelText(/^New authentication key/),
    ).not.toBeInTheDocument();
    setDate(inDays(12));
    await press('Take note');
    await waitFor(() =>
      expect(renewConnectorKey).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'v1', {
        expiresOn: inDays(12),
      }),
    );
  });

  it('begins with the day that is known, and does not forget it unasked', async () => {
    const { dialog, renewConnectorKey } = await openDialog(
      editableConnector({
        provider: 'AZURE',
        credentials: { expiresOn: inDays(20) },
      }),
    );
    const day = dialog.getByLabelText('Expires on');
    expect(day).toHaveValue(inDays(20));
    expect(day).toHaveAccessibleDescription(/enter that of the new one/);
    await userEvent.click(dialog.getByRole('checkbox'));
    expect(day).not.toHaveAccessibleDescription(/enter that of the new one/);
    setDate('');
    await press('Take note');
    await waitFor(() => expect(day).toHaveFocus());
    expect(day).toHaveAccessibleDescription('Enter the day to take note of');
    expect(renewConnectorKey).not.toHaveBeenCalled();
  });

  it('goes on with the day that somebody else has noted', async () => {
    const { dialog, renewConnectorKey } = await openDialog({
      ...AZURE,
      credentials: { expiresOn: inDays(20) },
    });
    renewConnectorKey.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current: {
          ...AZURE,
          version: 'v7',
          credentials: { expiresOn: inDays(40) },
        },
      }),
    );
    await userEvent.type(
      dialog.getByLabelText(/^New authentication key/),
      'a-secret',
    );
    await press('Renew key');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent(`Key expires on ${inDays(20)} → ${inDays(40)}`);
    await press('Go on from there');
    expect(dialog.getByLabelText('Expires on')).toHaveValue(inDays(40));
  });

  it('takes the key file of a GCP connector', async () => {
    const { dialog, renewConnectorKey } = await openDialog(
      editableConnector({ provider: 'GCP' }),
    );
    await userEvent.upload(
      dialog.getByLabelText('New key file'),
      fileOf(KEY_FILE, 'key.json'),
    );
    await dialog.findByText('Chosen: key.json');
    await press('Renew key');
    await waitFor(() =>
      expect(renewConnectorKey).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'v1', {
        keyFile: KEY_FILE,
        expiresOn: null,
      }),
    );
  });

  it('says that somebody else has renewed it meanwhile, and keeps what was typed', async () => {
    const { dialog, renewConnectorKey } = await openDialog();
    renewConnectorKey.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current: {
          ...AZURE,
          version: 'v7',
          credentials: {
            renewedAt: minutesAgo(1),
            renewedBy: 'user:default/sam',
          },
        },
      }),
    );
    const key = dialog.getByLabelText(/^New authentication key/);
    await userEvent.type(key, 'a-secret');
    await press('Renew key');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent('Authentication key another one');
    await press('Go on from there');
    expect(key).toHaveValue('a-secret');
    await press('Renew key');
    await waitFor(() =>
      expect(renewConnectorKey).toHaveBeenLastCalledWith(
        CONNECTOR_OBJECT,
        'v7',
        { authenticationKey: 'a-secret', expiresOn: null },
      ),
    );
  });

  it('is none of AWS', async () => {
    renderConnectorActions();
    await screen.findByRole('button', { name: /^Edit/ });
    expect(
      screen.queryByRole('button', { name: /^Renew/ }),
    ).not.toBeInTheDocument();
  });
});

describe('when a key expires', () => {
  it.each([
    [45, /^Key expires in 45 days \(/],
    [12, /^Key expires in 12 days \(/],
    [1, /^Key expires tomorrow \(/],
    [0, /^Key expires today \(/],
    [-1, /^Key expired yesterday \(/],
    [-3, /^Key expired 3 days ago \(/],
  ])('is said %i days before', async (days, words) => {
    renderPart(<KeyExpiry expiresOn={inDays(days)} />);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('is not on a card as long as nobody need do anything', async () => {
    renderPart(
      <>
        <KeyExpiry expiresOn={inDays(31)} onlySoon />
        <KeyExpiry expiresOn={inDays(30)} onlySoon />
      </>,
    );
    expect(
      await screen.findByText(/^Key expires in 30 days/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/31 days/)).not.toBeInTheDocument();
  });
});
