import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConnectorAssetsChoices,
  EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import type { PerimeterScanConfigurationInput } from 'qualys-model';
import { QualysApiError, type QualysApi } from '../../../api';
import {
  CONNECTOR_OBJECT,
  renderConnectorActions,
} from '../../../__testUtils__/connectorDialog';
import {
  ASSETS_CHOICES,
  connectorAssets,
} from '../../../__testUtils__/connectorFixtures';
import { press, retype, review } from '../../../__testUtils__/dialogs';
import { connector, minutesAgo } from '../../../__testUtils__/fixtures';

const SCAN = {
  optionProfileId: '11001',
  recurrence: 'WEEKLY',
  daysOfWeek: ['MON', 'THU'],
  scanPrefix: 'payments',
  startDate: '2027-05-31',
  startTime: '03:30',
  timezone: 'Europe/Berlin',
} satisfies PerimeterScanConfigurationInput;

const SCANNED = connectorAssets({
  settings: {
    ...connectorAssets().settings,
    perimeterScan: { enabled: true, configuration: SCAN },
  },
});

const known = (updatable: boolean) =>
  connector({
    externalId: 'USPOD01-4765-12345',
    assetManagement: { id: '1200001', updatable, seenAt: minutesAgo(5) },
  });

async function openForm(
  read: EditableConnectorAssets = connectorAssets(),
  choices: ConnectorAssetsChoices = ASSETS_CHOICES,
) {
  const updateConnectorAssets = jest.fn<
    Promise<EditableConnectorAssets>,
    Parameters<QualysApi['updateConnectorAssets']>
  >(async () => ({ ...read, version: 'a2' }));
  const rendered = renderConnectorActions({
    connector: known(true),
    api: {
      getConnectorAssets: async () => read,
      getConnectorAssetsChoices: async () => choices,
      updateConnectorAssets,
    },
  });
  await press(/^Assets and scans of/);
  await screen.findByLabelText('Add a tag');
  const form = within(screen.getByRole('dialog'));
  /** Saves, and sees what is sent. */
  const saves = async (
    update: Parameters<QualysApi['updateConnectorAssets']>[2],
    version = 'a1',
  ) => {
    await press('Save');
    await waitFor(() =>
      expect(updateConnectorAssets).toHaveBeenLastCalledWith(
        CONNECTOR_OBJECT,
        version,
        update,
      ),
    );
  };
  return { form, saves, updateConnectorAssets, ...rendered };
}

describe('the form of the assets of a connector', () => {
  it('changes tags and modules, and says what that means', async () => {
    const { form, saves } = await openForm();
    await userEvent.type(form.getByLabelText('Add a tag'), 'production{Enter}');
    await userEvent.click(form.getByRole('checkbox', { name: 'PC' }));
    const list = await review();
    expect(list).toHaveTextContent(
      'Tags of its assets payments → payments, productionWidening',
    );
    expect(list).toHaveTextContent('Modules VM → PC, VMWidening');
    await saves({ defaultTags: ['5', '6'], activation: ['VM', 'PC'] });
  });

  it('does not let that be changed which Qualys does not tell', async () => {
    const { form, saves } = await openForm(
      connectorAssets({ settings: { defaultTags: [] } }),
    );
    expect(form.getAllByText(/^Qualys does not say/)).toHaveLength(2);
    expect(form.queryByRole('checkbox')).not.toBeInTheDocument();
    await userEvent.type(form.getByLabelText('Add a tag'), 'production{Enter}');
    await review();
    await saves({ defaultTags: ['6'] });
  });

  it('takes a reason where assets lose a tag', async () => {
    const { form, saves } = await openForm();
    const tag = form.getByRole('button', { name: 'Remove the tag payments' });
    tag.focus();
    await userEvent.keyboard('{Delete}');
    expect(await review()).toHaveTextContent('payments → noneWeakening');
    await userEvent.type(screen.getByLabelText(/^Reason/), 'Not theirs');
    await saves({ defaultTags: [], reason: 'Not theirs' });
  });

  it('takes ids where names are not known, and says so', async () => {
    const { form, saves } = await openForm(connectorAssets(), {});
    const field = form.getByLabelText('Add a tag');
    await userEvent.type(field, 'production');
    await press('Add this tag');
    expect(field).toHaveAccessibleDescription(/enter its ID/);
    await retype(field, '77');
    await press('Add this tag');
    await review();
    await saves({ defaultTags: ['5', '77'] });
  });

  it('takes a tag that was typed and not added', async () => {
    const { form, saves } = await openForm();
    await userEvent.type(form.getByLabelText('Add a tag'), 'production');
    expect(await review()).toHaveTextContent('payments → payments, production');
    await press('Back');
    expect(await form.findByLabelText('Add a tag')).toHaveValue('production');
    await review();
    await saves({ defaultTags: ['5', '6'] });
  });

  it('leads to a typed tag that nobody knows, and asks before it loses it', async () => {
    const { form } = await openForm();
    const field = form.getByLabelText('Add a tag');
    await userEvent.type(field, 'no such tag');
    await press('Review changes');
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription(/enter its ID/);
    expect(field).toBeInvalid();
    await press('Cancel');
    expect(await screen.findByRole('alertdialog')).toBeInTheDocument();
  });

  it('sets up a perimeter scan, and shows what it will be called', async () => {
    const { form, saves } = await openForm();
    await userEvent.click(
      form.getByRole('checkbox', { name: 'Scan the account' }),
    );
    await userEvent.selectOptions(form.getByLabelText('Configuration'), 'own');
    await press('Review changes');
    const profile = form.getByLabelText(/^Option profile/);
    await waitFor(() => expect(profile).toHaveFocus());
    expect(form.getByLabelText(/^Start time/)).toHaveAccessibleDescription(
      /Needed for a configuration/,
    );
    expect(
      form.getByRole('checkbox', { name: 'Monday' }),
    ).toHaveAccessibleDescription('Choose at least one day');
    await userEvent.selectOptions(profile, 'Cloud perimeter, light');
    const prefix = form.getByLabelText(/^Prefix/);
    await userEvent.type(prefix, 'payments');
    expect(prefix).toHaveAccessibleDescription(
      'The scan will be called payments-1200001-<timestamp>',
    );
    await userEvent.click(form.getByRole('checkbox', { name: 'Thursday' }));
    await userEvent.click(form.getByRole('checkbox', { name: 'Monday' }));
    fireEvent.change(form.getByLabelText(/^Start date/), {
      target: { value: '2027-05-31' },
    });
    fireEvent.change(form.getByLabelText(/^Start time/), {
      target: { value: '03:30' },
    });
    await retype(form.getByLabelText(/^Time zone/), 'Europe/Berlin');
    const list = await review();
    expect(list).toHaveTextContent('Perimeter scan off → onWidening');
    expect(list).toHaveTextContent(
      'Option profile none → Cloud perimeter, light',
    );
    expect(list).toHaveTextContent('Days none → Mon, Thu');
    await saves({
      perimeterScan: {
        enabled: true,
        configuration: { ...SCAN, optionProfileId: '11002' },
      },
    });
  });

  it('leaves out the days of a daily scan, and asks again for a date that is not clear', async () => {
    const { form, saves } = await openForm(
      connectorAssets({
        settings: {
          ...SCANNED.settings,
          perimeterScan: {
            enabled: true,
            configuration: { ...SCAN, startDate: '05/06/2027' },
          },
        },
      }),
    );
    const date = form.getByLabelText(/^Start date/);
    expect(date).toHaveAccessibleDescription(/05\/06\/2027.*two ways/);
    await userEvent.selectOptions(form.getByLabelText('Recurrence'), 'DAILY');
    expect(
      form.queryByRole('checkbox', { name: 'Monday' }),
    ).not.toBeInTheDocument();
    fireEvent.change(date, { target: { value: '2027-06-05' } });
    await review();
    await userEvent.type(screen.getByLabelText(/^Reason/), 'Every day now');
    const { daysOfWeek: _, ...daily } = SCAN;
    await saves({
      perimeterScan: {
        enabled: true,
        configuration: {
          ...daily,
          recurrence: 'DAILY',
          startDate: '2027-06-05',
        },
      },
      reason: 'Every day now',
    });
  });

  it('goes on on top of what somebody else changed', async () => {
    const { form, saves, updateConnectorAssets } = await openForm();
    updateConnectorAssets.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current: { ...SCANNED, version: 'a7' },
      }),
    );
    await userEvent.click(form.getByRole('checkbox', { name: 'PC' }));
    await review();
    await press('Save');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent('Perimeter scan off → on');
    await press('Go on from there');
    expect(await screen.findByRole('checkbox', { name: 'PC' })).toBeChecked();
    expect(
      screen.getByRole('checkbox', { name: 'Scan the account' }),
    ).toBeChecked();
    await review();
    await saves({ activation: ['VM', 'PC'] }, 'a7');
  });

  it('is there for connectors that Asset Management alone knows, with what was done', async () => {
    renderConnectorActions({
      connector: connector({
        cloudView: undefined,
        externalId: '1658443190235',
        assetManagement: {
          id: '1200001',
          updatable: true,
          seenAt: minutesAgo(5),
        },
      }),
      api: {
        getConnectorAssets: async () => connectorAssets(),
        getConnectorAssetsChoices: async () => ASSETS_CHOICES,
      },
    });
    await press(/^Assets and scans of/);
    await screen.findByLabelText('Add a tag');
    await press('Cancel');
    expect(
      screen.getByText(/only its assets and scans can be changed from here/),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('group', { name: /payments-prod/ }))
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['Assets and scans', 'Delete', 'Changes']);
  });

  it('says of others in Asset Management alone that nothing can be changed', async () => {
    renderConnectorActions({
      connector: connector({
        cloudView: undefined,
        assetManagement: {
          id: '1200001',
          updatable: false,
          seenAt: minutesAgo(5),
        },
      }),
    });
    expect(
      await screen.findByText(/^It cannot be changed from here/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Changes of/ })).toBeEnabled();
  });

  it.each([
    [known(false), /created in the Connector application/],
    [connector(), /Asset Management does not know this connector/],
  ])('says why there is none', async (one, why) => {
    renderConnectorActions({ connector: one });
    const button = await screen.findByRole('button', {
      name: /^Assets and scans of/,
    });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(button);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(why);
    await userEvent.click(button);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
