import type {
  EditableConnector,
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
