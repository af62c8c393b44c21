import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ExternalIdMigration } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../../api';
import {
  CONNECTOR_OBJECT,
  renderConnectorActions,
} from '../../../__testUtils__/connectorDialog';
import { externalIdMigration } from '../../../__testUtils__/connectorFixtures';
import { press } from '../../../__testUtils__/dialogs';
import { connector, minutesAgo } from '../../../__testUtils__/fixtures';

const OLD = '1658443190235';
const NEW = 'USPOD01-4765-abcDEF1234567';
const LEGACY = connector({ externalId: OLD });

const PREPARED = externalIdMigration({
  version: 'm2',
  step: 'prepared',
  oldExternalId: OLD,
  newExternalId: NEW,
});
const UPDATED = { ...PREPARED, version: 'm3', step: 'updated' as const };
const RUNNING = {
  ...UPDATED,
  version: 'm4',
  step: 'running' as const,
  ranAt: minutesAgo(0),
  reportedState: 'PENDING',
};
const FAILED = {
  ...RUNNING,
  step: 'failed' as const,
  reportedState: 'ERROR',
  error: 'Access denied to role',
};
const SUCCEEDED = { ...RUNNING, step: 'succeeded' as const };
const FINISHED = externalIdMigration({ version: 'm5', step: 'notNeeded' });

async function open(
  read: ExternalIdMigration,
  options: { denied?: string[]; answers?: ExternalIdMigration[] } = {},
) {
  const migrateExternalId = jest.fn<
    Promise<ExternalIdMigration>,
    Parameters<QualysApi['migrateExternalId']>
  >();
  options.answers?.forEach(answer =>
    migrateExternalId.mockResolvedValueOnce(answer),
  );
  const getExternalIdMigration = jest.fn<
    Promise<ExternalIdMigration>,
    Parameters<QualysApi['getExternalIdMigration']>
  >(async () => read);
  const { onChanged } = renderConnectorActions({
    connector: LEGACY,
    denied: options.denied,
    api: { getExternalIdMigration, migrateExternalId },
  });
  await press(/^Migrate external ID/);
  await screen.findByText(/^The connector has an external ID/);
  const dialog = within(screen.getByRole('dialog'));
  return { dialog, getExternalIdMigration, migrateExternalId, onChanged };
}

function present() {
  return screen
    .getAllByRole('listitem')
    .find(item => item.getAttribute('aria-current') === 'step')!;
}

describe('the migration of an external ID', () => {
  it('makes the new one from what is known, and asks for nothing that is configured', async () => {
    const { dialog, migrateExternalId } = await open(externalIdMigration(), {
      answers: [PREPARED],
    });
    expect(dialog.getByLabelText(/^Qualys POD/)).toBeDisabled();
    expect(dialog.getByLabelText(/^Subscription ID/)).toHaveValue('4765');
    await press('Make the external ID');

    expect(migrateExternalId).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'm1', {
      what: 'prepare',
      parts: { pod: 'USPOD01', subscriptionId: '4765' },
    });
    await waitFor(() => expect(present()).toHaveTextContent(NEW));
    expect(present()).toHaveTextContent(
      `"sts:ExternalId": [ "${OLD}", "${NEW}" ]`,
    );
    expect(
      screen.getByRole('heading', { name: /Let the role trust both/ }),
    ).toHaveFocus();
  });

  it('asks for what nobody knows, and says what is wrong with it', async () => {
    const { dialog, migrateExternalId } = await open(
      externalIdMigration({ parts: {} }),
    );
    await press('Make the external ID');
    const pod = dialog.getByLabelText(/^Qualys POD/);
    await waitFor(() => expect(pod).toHaveFocus());
    expect(pod).toHaveAccessibleDescription(/enter it/);
    await userEvent.type(pod, 'US POD');
    await userEvent.type(dialog.getByLabelText(/^Subscription ID/), '47x');
    await press('Make the external ID');
    expect(pod).toHaveAccessibleDescription(/letters, digits and underscores/);
    expect(migrateExternalId).not.toHaveBeenCalled();
  });

  it('asks before it loses the parts that were typed', async () => {
    const { dialog } = await open(externalIdMigration({ parts: {} }));
    await userEvent.type(dialog.getByLabelText(/^Qualys POD/), 'USPOD01');
    await press('Close');
    await press('Keep editing');
    expect(dialog.getByLabelText(/^Qualys POD/)).toHaveValue('USPOD01');
  });

  it('gives it to Qualys for a reason, once the role trusts both, and has it tried', async () => {
    const { dialog, migrateExternalId, onChanged } = await open(PREPARED, {
      answers: [UPDATED, RUNNING],
    });
    expect(
      dialog.getByRole('button', { name: 'Give it to Qualys' }),
    ).toBeDisabled();
    await userEvent.click(dialog.getByRole('checkbox'));
    await press('Give it to Qualys');
    const reason = dialog.getByLabelText(/^Reason/);
    await waitFor(() => expect(reason).toHaveFocus());
    expect(migrateExternalId).not.toHaveBeenCalled();
    await userEvent.type(reason, 'Qualys wants it');
    await press('Give it to Qualys');

    expect(await dialog.findByRole('progressbar')).toBeInTheDocument();
    expect(migrateExternalId.mock.calls.map(([, ...call]) => call)).toEqual([
      ['m2', { what: 'update', reason: 'Qualys wants it' }],
      ['m3', { what: 'run' }],
    ]);
    expect(onChanged).toHaveBeenCalled();
  });

  it('takes the permission to weaken', async () => {
    const { dialog } = await open(PREPARED, {
      denied: ['qualys.settings.weaken'],
    });
    expect(
      await dialog.findByText(/qualys\.settings\.weaken/),
    ).toBeInTheDocument();
    expect(
      dialog.getByRole('button', { name: 'Give it to Qualys' }),
    ).toBeDisabled();
  });

  it('looks by itself how far Qualys is, and goes on where it was left', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const { dialog, getExternalIdMigration, migrateExternalId } = await open(
        RUNNING,
        { answers: [FINISHED] },
      );
      getExternalIdMigration.mockResolvedValue(SUCCEEDED);
      await act(async () => jest.advanceTimersByTime(15_000));
      await waitFor(() =>
        expect(present()).toHaveTextContent(`"sts:ExternalId": "${NEW}"`),
      );
      expect(getExternalIdMigration).toHaveBeenCalledTimes(2);
      await press('Done, the old one is removed');
      expect(migrateExternalId).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'm4', {
        what: 'finish',
      });
      expect(
        await dialog.findByText(/^Done: the connector/),
      ).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('looks without locking the dialog, and until it is closed', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const { dialog, getExternalIdMigration } = await open(RUNNING);
      let looked: AbortSignal | undefined;
      getExternalIdMigration.mockImplementation(
        (_, options) =>
          new Promise(() => {
            looked = options?.signal;
          }),
      );
      await act(async () => jest.advanceTimersByTime(15_000));
      expect(looked?.aborted).toBe(false);
      expect(dialog.getByRole('button', { name: 'Look now' })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
      expect(dialog.getByRole('button', { name: 'Run again' })).toBeEnabled();
      await press('Close');
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(looked?.aborted).toBe(true);
      await act(async () => jest.advanceTimersByTime(60_000));
      expect(getExternalIdMigration).toHaveBeenCalledTimes(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('looks no more once it has failed, until it is asked to', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const { dialog, getExternalIdMigration } = await open(RUNNING);
      getExternalIdMigration.mockRejectedValueOnce(
        new QualysApiError('Qualys does not answer.', {
          code: 'unavailable',
          status: 503,
        }),
      );
      await act(async () => jest.advanceTimersByTime(15_000));
      expect(
        await dialog.findByText('Qualys does not answer.'),
      ).toBeInTheDocument();
      await act(async () => jest.advanceTimersByTime(60_000));
      expect(getExternalIdMigration).toHaveBeenCalledTimes(2);
      getExternalIdMigration.mockResolvedValue(SUCCEEDED);
      await press('Look again');
      await waitFor(() =>
        expect(present()).toHaveTextContent(`"sts:ExternalId": "${NEW}"`),
      );
      expect(
        dialog.queryByText('Qualys does not answer.'),
      ).not.toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('does not look while nobody sees the page', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const visibility = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    try {
      const { getExternalIdMigration } = await open(RUNNING);
      await act(async () => jest.advanceTimersByTime(60_000));
      expect(getExternalIdMigration).toHaveBeenCalledTimes(1);
      visibility.mockReturnValue('visible');
      await act(async () => jest.advanceTimersByTime(15_000));
      expect(getExternalIdMigration).toHaveBeenCalledTimes(2);
    } finally {
      visibility.mockRestore();
      jest.useRealTimers();
    }
  });

  it('says what to check where Qualys could not read the account', async () => {
    const { dialog, migrateExternalId } = await open(FAILED, {
      answers: [RUNNING],
    });
    expect(dialog.getByRole('alert')).toHaveTextContent(
      /Access denied to role.*must stay.*letter by letter/,
    );
    await press('Run again');
    expect(migrateExternalId).toHaveBeenCalledWith(CONNECTOR_OBJECT, 'm4', {
      what: 'run',
    });
  });

  it('goes on from where somebody else has come to', async () => {
    const { dialog, migrateExternalId } = await open(PREPARED);
    migrateExternalId.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current: RUNNING,
      }),
    );
    await userEvent.click(dialog.getByRole('checkbox'));
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Qualys wants it');
    await press('Give it to Qualys');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent(
      /^Next step.*give the new one to Qualys.*read the account with it/,
    );
    await press('Go on from there');
    expect(await dialog.findByRole('progressbar')).toBeInTheDocument();
  });

  it('asks again whether the role names both where the new one has become another one', async () => {
    const another = 'USPOD01-4765-zyxWVU7654321';
    const { dialog, migrateExternalId } = await open(PREPARED);
    migrateExternalId.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current: { ...PREPARED, version: 'm9', newExternalId: another },
      }),
    );
    await userEvent.click(dialog.getByRole('checkbox'));
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Qualys wants it');
    await press('Give it to Qualys');
    const changes = await screen.findByRole('list', {
      name: 'What changed meanwhile',
    });
    expect(changes).toHaveTextContent(/^New external ID/);
    expect(changes).toHaveTextContent(another);
    expect(
      dialog.getByText(/say again that it names both/),
    ).toBeInTheDocument();
    await press('Go on from there');
    expect(present()).toHaveTextContent(
      `"sts:ExternalId": [ "${OLD}", "${another}" ]`,
    );
    expect(dialog.getByRole('checkbox')).not.toBeChecked();
    expect(
      dialog.getByRole('button', { name: 'Give it to Qualys' }),
    ).toBeDisabled();
  });

  it('does not run a connector that is switched off', async () => {
    const { dialog } = await open({ ...UPDATED, disabled: true });
    expect(
      dialog.getByText('The connector is switched off'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Run now' })).toBeDisabled();
  });

  it('stays announced on the page while it is under way', async () => {
    renderConnectorActions({
      connector: connector({
        externalId: NEW,
        externalIdMigration: { by: 'user:default/sam', since: minutesAgo(5) },
      }),
      api: { getExternalIdMigration: async () => RUNNING },
    });
    expect(
      screen.getByText('Its external ID is being migrated'),
    ).toBeInTheDocument();
    await press(/^Continue/);
    expect(await screen.findByRole('progressbar')).toBeInTheDocument();
  });
});
