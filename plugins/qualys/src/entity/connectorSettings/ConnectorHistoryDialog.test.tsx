import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { renderConnectorActions } from '../../__testUtils__/connectorDialog';
import {
  connectorAssets,
  editableConnector,
} from '../../__testUtils__/connectorFixtures';
import { press } from '../../__testUtils__/dialogs';
import { connector, minutesAgo } from '../../__testUtils__/fixtures';
import { settingsEntry } from '../../__testUtils__/s3Fixtures';

const NEW = 'USPOD01-4765-12345';
const KNOWN = { id: '1200001', updatable: true, seenAt: minutesAgo(5) };

const ENTRIES = [
  settingsEntry({
    id: 'settings',
    type: 'connector',
    changes: [],
    reason: 'The settings',
    settings: editableConnector().settings,
  }),
  settingsEntry({
    id: 'assets',
    type: 'connector',
    changes: [],
    reason: 'The assets',
    settings: connectorAssets().settings,
  }),
];

async function openHistory(one: MirroredConnector, denied: string[] = []) {
  renderConnectorActions({
    connector: one,
    denied,
    api: {
      getEntityHistory: async () => ({ items: ENTRIES }),
      getConnectorSettings: async () => editableConnector(),
    },
  });
  await press(/^Changes of/);
  await screen.findByText('Reason: The settings');
  const entryOf = (reason: string) =>
    within(screen.getByText(`Reason: ${reason}`).closest('li')!);
  // The reasons of the entries that lead back.
  return () =>
    ['The settings', 'The assets'].filter(reason =>
      entryOf(reason).queryByRole('button', { name: /^Restore/ }),
    );
}

describe('the history of a connector', () => {
  it('leads back to earlier settings', async () => {
    const offered = await openHistory(
      connector({ externalId: NEW, assetManagement: KNOWN }),
    );
    await waitFor(() =>
      expect(offered()).toEqual(['The settings', 'The assets']),
    );
    const [first] = screen.getAllByRole('button', { name: /^Restore/ });
    await userEvent.click(first);
    expect(await screen.findByLabelText(/^Name/)).toBeInTheDocument();
  });

  it.each([
    [
      'those with an external ID of the form before 2021',
      { externalId: '1658443190235', assetManagement: KNOWN },
      ['The assets'],
    ],
    [
      'those that Asset Management alone knows',
      { cloudView: undefined, externalId: NEW, assetManagement: KNOWN },
      ['The assets'],
    ],
    [
      'those that Asset Management does not change',
      { externalId: NEW },
      ['The settings'],
    ],
  ])('offers what can be changed of %s', async (_, of, changeable) => {
    const offered = await openHistory(connector(of));
    await waitFor(() => expect(offered()).toEqual(changeable));
  });

  it('offers nothing to those who may not change it', async () => {
    const offered = await openHistory(
      connector({ externalId: NEW, assetManagement: KNOWN }),
      ['qualys.connector.update'],
    );
    expect(offered()).toEqual([]);
  });
});
