import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WebAppScanList } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../../api';
import { openDialog, press, retype } from '../../../__testUtils__/dialogs';
import {
  renderWebAppsCard,
  type WebAppCardOptions,
} from '../../../__testUtils__/webAppDialog';
import {
  runningScan,
  scanList,
  webAppChoices,
  WEB_APP_OBJECT,
} from '../../../__testUtils__/webAppFixtures';

const LAUNCHED = runningScan({
  id: '90',
  name: 'After the fix',
  status: 'SUBMITTED',
});

describe('launching a scan', () => {
  function renderLaunch(options: WebAppCardOptions = {}) {
    const launchScan = jest.fn<
      Promise<WebAppScanList>,
      Parameters<QualysApi['launchScan']>
    >(async () =>
      scanList({ version: 's2', items: [LAUNCHED, ...scanList().items] }),
    );
    const rendered = renderWebAppsCard({
      ...options,
      api: { launchScan, ...options.api },
    });
    return { ...rendered, launchScan };
  }
  const openForm = () => openDialog(/^Launch scan/, /^Name of the scan/);

  it('shows what is tested before it is, and the scan in the line afterwards', async () => {
    const { launchScan, getWebAppScans, toast } = renderLaunch();
    const form = await openForm();
    expect(getWebAppScans).toHaveBeenCalledWith(WEB_APP_OBJECT, {
      fresh: true,
      signal: expect.any(AbortSignal),
    });
    expect(
      form.getByText('This is an active test of a live site'),
    ).toBeInTheDocument();
    expect(form.getByText('https://checkout.example.com')).toBeInTheDocument();
    await retype(form.getByLabelText(/^Name of the scan/), 'After the fix');
    await userEvent.selectOptions(form.getByLabelText('Type'), 'DISCOVERY');
    await userEvent.selectOptions(
      form.getByLabelText('Option profile'),
      'Initial WAS Options (139359)',
    );
    await userEvent.selectOptions(
      form.getByLabelText('Authentication'),
      'checkout scan user (61)',
    );
    await userEvent.selectOptions(form.getByLabelText('Scanner'), 'INTERNAL');
    await press('Review the scan');
    const appliance = form.getByLabelText(/^Name of the scanner appliance/);
    await waitFor(() => expect(appliance).toHaveFocus());
    expect(appliance).toBeInvalid();
    await userEvent.type(appliance, 'london');
    await press('Review the scan');

    expect(
      await screen.findByRole('list', { name: 'What will change' }),
    ).toHaveTextContent(
      /Discovery scan “After the fix”.*Initial WAS Options \(139359\).*checkout scan user \(61\).*london/,
    );
    expect(
      form.getByText('This is an active test of a live site'),
    ).toBeInTheDocument();
    await press('Launch the scan');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(launchScan).toHaveBeenCalledTimes(1);
    expect(launchScan).toHaveBeenCalledWith(WEB_APP_OBJECT, 's1', {
      name: 'After the fix',
      type: 'DISCOVERY',
      profile: { id: '139359' },
      authRecord: { id: '61' },
      scannerAppliance: { type: 'INTERNAL', friendlyName: 'london' },
    });
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(4));
    expect(screen.getByText('Submitted', { selector: 'dd' })).toBeVisible();
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'success' }),
    );
  });

  it('leaves to Qualys what nobody has chosen', async () => {
    const { launchScan } = renderLaunch({
      api: {
        getWebAppChoices: async () =>
          webAppChoices({ authRecords: undefined, profiles: undefined }),
      },
    });
    await openForm();
    await press('Review the scan');
    await press('Launch the scan');
    await waitFor(() => expect(launchScan).toHaveBeenCalled());
    expect(launchScan.mock.calls[0][2]).toEqual({
      name: expect.stringMatching(/^Checkout, /),
      type: 'VULNERABILITY',
    });
  });

  it('takes another option profile by its id', async () => {
    const { launchScan } = renderLaunch();
    const form = await openForm();
    await userEvent.selectOptions(
      form.getByLabelText('Option profile'),
      'other',
    );
    const id = form.getByLabelText(/^Id of the option profile/);
    await userEvent.type(id, 'x');
    await press('Review the scan');
    await waitFor(() => expect(id).toHaveFocus());
    expect(id).toHaveAccessibleDescription(/digits/);
    await retype(id, '4711');
    await press('Review the scan');
    await press('Launch the scan');
    await waitFor(() => expect(launchScan).toHaveBeenCalled());
    expect(launchScan.mock.calls[0][2].profile).toEqual({ id: '4711' });
  });

  it('says that a scan is under way already', async () => {
    renderLaunch({ scans: scanList({ items: [runningScan()] }) });
    const form = await openForm();
    expect(form.getByText('A scan is under way already')).toBeInTheDocument();
    expect(form.getByText(/“Nightly”: Running/)).toBeInTheDocument();
  });

  it('launches none without knowing of the last', async () => {
    const current = scanList({ version: 's9', items: [runningScan()] });
    const { launchScan } = renderLaunch();
    launchScan.mockRejectedValueOnce(
      new QualysApiError('There is a newer one', {
        code: 'preconditionFailed',
        status: 412,
        current: JSON.parse(JSON.stringify(current)),
      }),
    );
    const form = await openForm();
    await retype(form.getByLabelText(/^Name of the scan/), 'Mine');
    await press('Review the scan');
    await press('Launch the scan');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent('“Nightly”');
    await press('Go on from there');
    expect(form.getByLabelText(/^Name of the scan/)).toHaveValue('Mine');
    await press('Review the scan');
    await press('Launch the scan');
    await waitFor(() => expect(launchScan).toHaveBeenCalledTimes(2));
    expect(launchScan.mock.calls[1][1]).toBe('s9');
  });

  it('says that nobody knows whether it was launched', async () => {
    const { launchScan } = renderLaunch();
    launchScan.mockRejectedValueOnce(
      new QualysApiError('Qualys did not answer', {
        code: 'outcomeUnknown',
        status: 503,
      }),
    );
    await openForm();
    await press('Review the scan');
    await press('Launch the scan');
    expect(
      await screen.findByText('It is not known whether this took effect'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Look again' })).toBeEnabled();
  });
});

describe('cancelling a scan', () => {
  function renderRunning() {
    const items = [runningScan()];
    const cancelScan = jest.fn<
      Promise<WebAppScanList>,
      Parameters<QualysApi['cancelScan']>
    >(async () =>
      scanList({
        items: [
          runningScan({ status: 'CANCELED', outcome: 'canceled', ended: true }),
        ],
      }),
    );
    const rendered = renderWebAppsCard({
      scans: scanList({ items }),
      api: { cancelScan },
    });
    return { ...rendered, cancelScan };
  }

  it('takes a reason, and shows what came of it', async () => {
    const { cancelScan } = renderRunning();
    const dialog = await openDialog(
      /^Cancel scan/,
      'Keep what it has found so far',
    );
    expect(
      dialog.getByText(/https:\/\/checkout\.example\.com/),
    ).toBeInTheDocument();
    await userEvent.click(
      dialog.getByLabelText('Keep what it has found so far'),
    );
    await press('Go on');
    const list = await screen.findByRole('list', { name: 'What will change' });
    expect(within(list).getByRole('listitem')).toHaveTextContent(
      '“Nightly” ends earlyWeakening',
    );
    await press('Cancel the scan');
    expect(dialog.getByLabelText(/^Reason/)).toHaveFocus();
    expect(cancelScan).not.toHaveBeenCalled();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'It is too slow');
    await press('Cancel the scan');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(cancelScan).toHaveBeenCalledWith(WEB_APP_OBJECT, 's1', '84', {
      reason: 'It is too slow',
      withResults: false,
    });
    expect(
      await screen.findByText('Canceled', { selector: 'dd' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Cancel scan/ }),
    ).not.toBeInTheDocument();
  });

  it('says that the scan came to its end meanwhile', async () => {
    const { cancelScan } = renderRunning();
    cancelScan.mockRejectedValue(
      new QualysApiError('The scan has come to its end already', {
        code: 'conflict',
        status: 409,
      }),
    );
    const dialog = await openDialog(
      /^Cancel scan/,
      'Keep what it has found so far',
    );
    await press('Go on');
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'It is too slow');
    await press('Cancel the scan');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The scan has come to its end already',
    );
    await press('Let it go on');
  });
});
