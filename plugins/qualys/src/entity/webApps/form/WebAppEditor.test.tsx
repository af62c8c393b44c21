import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../../api';
import {
  changes,
  openDialog,
  press,
  retype,
} from '../../../__testUtils__/dialogs';
import { settingsEntry } from '../../../__testUtils__/s3Fixtures';
import { renderWebAppsCard } from '../../../__testUtils__/webAppDialog';
import {
  webApp,
  webAppChoices,
  WEB_APP_OBJECT,
} from '../../../__testUtils__/webAppFixtures';

const openForm = () => openDialog(/^Edit /, /^Name/);

describe('the form of a web app', () => {
  it('changes the default DNS override, and shows beforehand what will change', async () => {
    const getWebApp = jest.fn(async () => webApp());
    const { updateWebApp, toast } = renderWebAppsCard({ api: { getWebApp } });
    const form = await openForm();
    expect(getWebApp).toHaveBeenCalledWith(WEB_APP_OBJECT, {
      fresh: true,
      signal: expect.any(AbortSignal),
    });

    const override = form.getByLabelText('Default DNS override');
    expect(override).toHaveValue('14620');
    expect(
      within(override)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['origin (14620)', 'spare (14621)']);
    expect(form.getByText(/leads to/)).toHaveTextContent(
      'checkout.example.com leads to 203.0.113.17',
    );
    await userEvent.selectOptions(override, '14621');
    await press('Review changes');
    await screen.findByText('What will change', { selector: 'h3' });
    expect(changes()).toEqual([
      'Default DNS override origin (14620) → spare (14621)Neutral',
    ]);
    updateWebApp.mockResolvedValue(
      webApp({
        version: 'w2',
        config: { defaultDnsOverride: { id: '14621', name: 'spare' } },
      }),
    );
    await press('Save');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(updateWebApp).toHaveBeenCalledWith(WEB_APP_OBJECT, 'w1', {
      settings: { defaultDnsOverride: { id: '14621' } },
    });
    expect(await screen.findByText('spare (14621)')).toBeInTheDocument();
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'success' }),
    );
    expect(screen.getByRole('button', { name: /^Edit/ })).toHaveFocus();
  });

  it('takes a reason where scans may end earlier, and for nothing else', async () => {
    const { updateWebApp } = renderWebAppsCard();
    const form = await openForm();

    await retype(form.getByLabelText(/^Hours/), '4');
    await press('Review changes');
    await screen.findByText('What will change', { selector: 'h3' });
    expect(changes()).toEqual([
      'Cancel scans after 6 hours → 4 hoursWeakening',
    ]);
    await press('Save');
    const reason = form.getByLabelText(/^Reason/);
    expect(reason).toHaveFocus();
    await userEvent.type(reason, 'They disturb the night shift');
    await press('Save');
    await waitFor(() => expect(updateWebApp).toHaveBeenCalled());
    expect(updateWebApp.mock.calls[0][2]).toEqual({
      settings: { cancelScansAfterNHours: 4 },
      reason: 'They disturb the night shift',
    });
  });

  it('lets nobody weaken without the permission, and says which', async () => {
    renderWebAppsCard({ denied: ['qualys.settings.weaken'] });
    const form = await openForm();
    await userEvent.click(form.getByLabelText('at a time of day'));
    await userEvent.type(form.getByLabelText(/^Time of day/), '05:30');
    await press('Review changes');
    expect(form.getByText('qualys.settings.weaken')).toBeInTheDocument();
    expect(changes()).toEqual([
      'Cancel scans after 6 hours → noneWeakening',
      'Cancel scans at none → 05:30Weakening',
    ]);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('offers nothing that Qualys has no way for', async () => {
    renderWebAppsCard();
    const form = await openForm();
    expect(form.queryByLabelText('only by somebody')).not.toBeInTheDocument();
    expect(
      form.queryByRole('option', { name: 'None' }),
    ).not.toBeInTheDocument();
  });

  it('takes the id of a DNS override where Qualys does not say which there are', async () => {
    const { updateWebApp } = renderWebAppsCard({
      webApp: webApp({ config: undefined, dnsOverrides: undefined }),
      api: {
        getWebAppChoices: async () =>
          webAppChoices({ dnsOverrides: undefined }),
      },
    });
    const form = await openForm();
    const override = form.getByLabelText('Default DNS override');
    await userEvent.type(override, 'abc');
    await press('Review changes');
    await waitFor(() => expect(override).toHaveFocus());
    expect(override).toBeInvalid();

    await retype(override, '14699');
    await press('Review changes');
    await screen.findByText('What will change', { selector: 'h3' });
    await press('Save');
    await waitFor(() => expect(updateWebApp).toHaveBeenCalled());
    expect(updateWebApp.mock.calls[0][2]).toEqual({
      settings: { defaultDnsOverride: { id: '14699' } },
    });
  });

  it('ties each error to its field, and leads to the first', async () => {
    renderWebAppsCard();
    const form = await openForm();
    await retype(form.getByLabelText(/^Name/), '');
    await retype(form.getByLabelText(/^Hours/), '1.5');
    await press('Review changes');
    await waitFor(() => expect(form.getByLabelText(/^Name/)).toHaveFocus());
    expect(form.getByLabelText(/^Hours/)).toHaveAccessibleDescription(
      /whole number of hours/,
    );
  });

  it('sends nothing where nothing changes', async () => {
    renderWebAppsCard();
    await openForm();
    await press('Review changes');
    expect(await screen.findByText('Nothing would change.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('says what somebody else changed meanwhile, and goes on on top of it', async () => {
    const current = webApp({
      version: 'w9',
      name: 'Checkout (new)',
      config: { cancelScansAfterNHours: 6 },
    });
    const { updateWebApp } = renderWebAppsCard();
    updateWebApp.mockRejectedValueOnce(
      new QualysApiError('It has changed', {
        code: 'preconditionFailed',
        status: 412,
        current: JSON.parse(JSON.stringify(current)),
      }),
    );
    const form = await openForm();
    await retype(form.getByLabelText(/^Hours/), '8');
    await press('Review changes');
    await press('Save');
    const changed = await screen.findByRole('list', {
      name: 'What changed meanwhile',
    });
    expect(changed).toHaveTextContent('Checkout → Checkout (new)');
    await press('Go on from there');
    expect(form.getByLabelText(/^Name/)).toHaveValue('Checkout (new)');
    expect(form.getByLabelText(/^Hours/)).toHaveValue('8');
    await press('Review changes');
    await press('Save');
    await waitFor(() => expect(updateWebApp).toHaveBeenCalledTimes(2));
    expect(updateWebApp.mock.calls[1].slice(1)).toEqual([
      'w9',
      { settings: { cancelScansAfterNHours: 8 } },
    ]);
  });

  it('looks again where the answer was lost, and loses nothing that was typed', async () => {
    const { updateWebApp } = renderWebAppsCard();
    updateWebApp.mockRejectedValueOnce(
      new QualysApiError('Qualys did not answer', {
        code: 'outcomeUnknown',
        status: 503,
      }),
    );
    const form = await openForm();
    await retype(form.getByLabelText(/^Name/), 'Till');
    await press('Review changes');
    await press('Save');
    await press('Look again');
    await press('Save');
    await waitFor(() => expect(updateWebApp).toHaveBeenCalledTimes(2));
    expect(updateWebApp.mock.calls[1][2]).toEqual({
      settings: { name: 'Till' },
    });
  });

  it('says why the form cannot be opened', async () => {
    renderWebAppsCard({
      api: {
        getWebApp: async () => {
          throw new QualysApiError('Limited', {
            code: 'unavailable',
            status: 503,
          });
        },
      },
    });
    await press('Edit Checkout');
    expect(await screen.findByRole('alert')).toHaveTextContent('Limited');
  });

  it('begins with earlier settings that are to be restored', async () => {
    renderWebAppsCard({
      api: {
        getEntityHistory: async () => ({
          items: [
            settingsEntry({
              type: 'webApp',
              changes: [
                {
                  setting: 'defaultDnsOverride',
                  effect: 'neutral',
                  before: { id: '14621', name: 'spare' },
                  after: { id: '14620', name: 'origin' },
                },
              ],
              settings: {
                name: 'Till',
                defaultDnsOverride: { id: '14621', name: 'spare' },
              },
            }),
            settingsEntry({
              id: '2',
              type: 'webApp',
              action: 'launchScan',
              changes: [
                {
                  setting: 'scan',
                  effect: 'neutral',
                  after: {
                    name: 'Nightly',
                    type: 'DISCOVERY',
                    profile: { id: '139359' },
                    authRecord: { id: '61' },
                    scannerAppliance: {
                      type: 'INTERNAL',
                      friendlyName: 'london',
                    },
                  },
                },
              ],
              settings: undefined,
            }),
          ],
        }),
      },
    });
    await press('History of Checkout');
    const launched = await screen.findByText(/Discovery scan “Nightly”/);
    expect(launched.closest('li')).toHaveTextContent(
      /profile: 139359.*61.*london/,
    );
    await press(/^Restore these settings/);
    expect(await screen.findByLabelText(/^Name/)).toHaveValue('Till');
    expect(screen.getByLabelText('Default DNS override')).toHaveValue('14621');
    // It cannot be taken away.
    expect(screen.getByLabelText(/^Hours/)).toHaveValue('6');
  });
});
