import type {
  ConnectorAction,
  ConnectorAssetsChoices,
  ConnectorAssetsUpdate,
  ConnectorCredentialsUpdate,
  ConnectorUpdateInput,
  EditableConnector,
  EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import type { BoundObject, QualysRequestOptions } from './requests';
import { objectPath, type Transport } from './transport';

/**
 * The settings of connectors that are bound to an entity.
 *
 * @public
 */
export interface QualysConnectorSettingsApi {
  /** The settings of a connector that is bound to an entity, from Qualys as they are just now. */
  getConnectorSettings(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;

  /**
   * Changes settings of a connector.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateConnector(
    object: BoundObject,
    version: string,
    update: ConnectorUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;

  /** Switches a connector on or off, or has Qualys read its account now. */
  actOnConnector(
    object: BoundObject,
    version: string,
    action: ConnectorAction,
    why: { reason?: string },
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;

  /** What an AWS connector makes of its assets, from Asset Management as it is just now. */
  getConnectorAssets(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<EditableConnectorAssets>;

  /** The tags and option profiles that it can be given. */
  getConnectorAssetsChoices(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<ConnectorAssetsChoices>;

  /**
   * Changes tags, modules and perimeter scan of an AWS connector.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateConnectorAssets(
    object: BoundObject,
    version: string,
    update: ConnectorAssetsUpdate,
    options?: QualysRequestOptions,
  ): Promise<EditableConnectorAssets>;

  /**
   * Renews the key that Qualys signs in with to Azure or GCP, or takes note of
   * when it expires.
   *
   * @param version - that of the settings of the connector
   */
  renewConnectorKey(
    object: BoundObject,
    version: string,
    update: ConnectorCredentialsUpdate,
    options?: QualysRequestOptions,
  ): Promise<EditableConnector>;
}

/** The same over HTTP. */
export function connectorSettingsCalls({
  call,
}: Transport): QualysConnectorSettingsApi {
  return {
    getConnectorSettings: (object, options) =>
      call({
        path: [...objectPath('connectors', object), 'settings'],
        answer: 'editableConnectorSchema',
        ...options,
      }),

    updateConnector: (object, version, update, options) =>
      call({
        method: 'PATCH',
        path: objectPath('connectors', object),
        ifMatch: version,
        body: update,
        answer: 'editableConnectorSchema',
        ...options,
      }),

    actOnConnector: (object, version, action, why, options) =>
      call({
        method: 'POST',
        path: [...objectPath('connectors', object), action],
        ifMatch: version,
        body: why,
        answer: 'editableConnectorSchema',
        ...options,
      }),

    getConnectorAssets: (object, options) =>
      call({
        path: [...objectPath('connectors', object), 'assets'],
        answer: 'editableConnectorAssetsSchema',
        ...options,
      }),

    getConnectorAssetsChoices: (object, options) =>
      call({
        path: [...objectPath('connectors', object), 'assets', 'choices'],
        answer: 'connectorAssetsChoicesSchema',
        ...options,
      }),

    updateConnectorAssets: (object, version, update, options) =>
      call({
        method: 'PATCH',
        path: [...objectPath('connectors', object), 'assets'],
        ifMatch: version,
        body: update,
        answer: 'editableConnectorAssetsSchema',
        ...options,
      }),

    renewConnectorKey: (object, version, update, options) =>
      call({
        method: 'POST',
        path: [...objectPath('connectors', object), 'credentials'],
        ifMatch: version,
        body: update,
        answer: 'editableConnectorSchema',
        ...options,
      }),
  };
}
