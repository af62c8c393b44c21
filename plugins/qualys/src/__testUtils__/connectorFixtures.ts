import type {
  ConnectorAssetsChoices,
  EditableConnector,
  EditableConnectorAssets,
  ExternalIdMigration,
} from 'backstage-plugin-qualys-common';
import { CONNECTOR_ID } from './fixtures';

/** The settings of a connector as Qualys has them. */
export function editableConnector(
  overrides: Partial<EditableConnector> = {},
): EditableConnector {
  return {
    subscription: 'main',
    id: CONNECTOR_ID,
    provider: 'AWS',
    version: 'v1',
    ...overrides,
    settings: {
      name: 'payments-prod',
      description: '',
      pollingFrequency: { hours: 4, minutes: 0 },
      remediationEnabled: false,
      disabled: false,
      ...overrides.settings,
    },
  };
}

/** Where the migration of an external ID stands. */
export function externalIdMigration(
  overrides: Partial<ExternalIdMigration> = {},
): ExternalIdMigration {
  return {
    subscription: 'main',
    id: CONNECTOR_ID,
    version: 'm1',
    step: 'needed',
    arn: 'arn:aws:iam::012345678901:role/Qualys',
    externalId: '1658443190235',
    parts: {
      pod: { value: 'USPOD01', source: 'configuration' },
      subscriptionId: { value: '4765', source: 'connectors' },
    },
    reportedState: 'SUCCESS',
    disabled: false,
    ...overrides,
  };
}

/** What a connector makes of its assets. */
export function connectorAssets(
  overrides: Partial<EditableConnectorAssets> = {},
): EditableConnectorAssets {
  return {
    subscription: 'main',
    id: CONNECTOR_ID,
    assetManagementId: '1200001',
    version: 'a1',
    settings: {
      defaultTags: [{ id: '5', name: 'payments' }],
      activation: ['VM'],
      perimeterScan: { enabled: false },
    },
    ...overrides,
  };
}

/** What they can be given. */
export const ASSETS_CHOICES: ConnectorAssetsChoices = {
  tags: {
    items: [
      { id: '5', name: 'payments' },
      { id: '6', name: 'production' },
    ],
    truncated: false,
  },
  profiles: [
    { id: '11001', title: 'Initial Options' },
    { id: '11002', title: 'Cloud perimeter, light' },
  ],
};
