import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../api';
import { ConnectorActions } from '../entity/connectorSettings/ConnectorActions';
import { component, connector, CONNECTOR_ID } from './fixtures';
import { renderOnEntity } from './render';

export const CONNECTOR_OBJECT = {
  entity: { kind: 'component', namespace: 'default', name: 'checkout' },
  subscription: 'main',
  id: CONNECTOR_ID,
};

export interface ConnectorActionsOptions {
  connector?: MirroredConnector;
  api?: Partial<QualysApi>;
  /** The names of the permissions that are refused. */
  denied?: string[];
}

/** Renders what can be done with a connector on its entity's page. */
export function renderConnectorActions(options: ConnectorActionsOptions = {}) {
  const onChanged = jest.fn();
  const { toast } = renderOnEntity(
    <ConnectorActions
      connector={options.connector ?? connector()}
      entityRef="component:default/checkout"
      onChanged={onChanged}
    />,
    component(),
    { denied: options.denied, api: options.api },
  );
  return { onChanged, toast };
}
