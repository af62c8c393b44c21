import type {
  ConnectorAction,
  EditableConnector,
} from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../src';
import {
  ASSETS_CHOICES,
  connectorAssets,
} from '../src/__testUtils__/connectorFixtures';
import { DETAILED_CONNECTOR } from './demoEntities';

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

let connector: EditableConnector = {
  subscription: 'main',
  id: DETAILED_CONNECTOR.id,
  provider: 'AWS',
  version: 'v1',
  settings: {
    name: DETAILED_CONNECTOR.name,
    description: DETAILED_CONNECTOR.description,
    pollingFrequency: { hours: 4, minutes: 0 },
    remediationEnabled: false,
    disabled: false,
  },
};

const IS_DISABLED: Record<ConnectorAction, boolean | undefined> = {
  enable: false,
  disable: true,
  run: undefined,
};

function keep(
  id: string,
  settings: Partial<EditableConnector['settings']>,
): EditableConnector {
  connector = {
    ...connector,
    version: `${connector.version}+`,
    settings: { ...connector.settings, ...settings },
  };
  return { ...connector, id };
}

/** The calls that change connectors. */
export const demoConnectorSettings: Pick<
  QualysApi,
  | 'getConnectorSettings'
  | 'updateConnector'
  | 'actOnConnector'
  | 'renewConnectorKey'
  | 'getConnectorAssets'
  | 'getConnectorAssetsChoices'
  | 'updateConnectorAssets'
> = {
  async getConnectorSettings({ id }) {
    await wait();
    return { ...connector, id };
  },
  async updateConnector({ id }, _, { name, description }) {
    await wait();
    return keep(id, {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
    });
  },
  async getConnectorAssets({ id }) {
    await wait();
    return connectorAssets({ id });
  },
  async getConnectorAssetsChoices() {
    await wait();
    return ASSETS_CHOICES;
  },
  async updateConnectorAssets({ id }) {
    await wait();
    return connectorAssets({ id });
  },
  async renewConnectorKey({ id }) {
    await wait();
    return keep(id, {});
  },
  async actOnConnector({ id }, _, action) {
    await wait();
    const disabled = IS_DISABLED[action];
    return keep(id, disabled === undefined ? {} : { disabled });
  },
};
