import type {
  EntitySecurityHub,
  SecurityHubCreateInput,
  SecurityHubDeleteInput,
  SecurityHubIntegrationDetails,
  SecurityHubList,
  SecurityHubRenameInput,
  SecurityHubUpdateInput,
} from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysReadOptions,
  QualysRequestOptions,
} from './requests';
import { freshly, objectPath, type Transport } from './transport';

/**
 * Security Hub integrations: what an entity has in them, and the whole of them.
 *
 * @public
 */
export interface QualysSecurityHubApi {
  /**
   * What Security Hub gets of the AWS accounts that are bound to an entity in
   * an integration.
   */
  getEntitySecurityHub(
    object: BoundObject,
    options?: QualysReadOptions,
  ): Promise<EntitySecurityHub>;

  /**
   * Changes what Security Hub gets of these accounts, all of them. It takes
   * several steps: where one fails, the error says in `steps` which are done.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateEntitySecurityHub(
    object: BoundObject,
    version: string,
    update: SecurityHubUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<EntitySecurityHub>;

  /** The Security Hub integrations of a subscription, with the accounts of all teams. */
  listSecurityHubIntegrations(
    subscription: string,
    options?: QualysReadOptions,
  ): Promise<SecurityHubList>;

  /**
   * A Security Hub integration with the accounts of all teams.
   */
  getSecurityHubIntegration(
    integration: { subscription: string; id: string },
    options?: QualysReadOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /**
   * Creates a Security Hub integration and configures its accounts. Where it is
   * created and cannot be configured, the error has the integration in
   * `current`.
   */
  createSecurityHubIntegration(
    subscription: string,
    creation: SecurityHubCreateInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /**
   * Changes the accounts of a Security Hub integration, all of them; as
   * {@link QualysSecurityHubApi.updateEntitySecurityHub}.
   */
  updateSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    update: SecurityHubUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /** Gives a Security Hub integration another name. */
  renameSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    rename: SecurityHubRenameInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /** Takes all accounts out of a Security Hub integration, whose name was typed for that. */
  removeSecurityHubAccounts(
    integration: { subscription: string; id: string },
    version: string,
    removal: SecurityHubDeleteInput,
    options?: QualysRequestOptions,
  ): Promise<SecurityHubIntegrationDetails>;

  /** Deletes a Security Hub integration, whose name was typed for that. */
  deleteSecurityHubIntegration(
    integration: { subscription: string; id: string },
    version: string,
    deletion: SecurityHubDeleteInput,
    options?: QualysRequestOptions,
  ): Promise<{ deleted: true }>;
}

/** The same over HTTP. */
export function securityHubCalls({ call }: Transport): QualysSecurityHubApi {
  return {
    getEntitySecurityHub: (object, options) =>
      call({
        path: objectPath('security-hub', object),
        answer: 'entitySecurityHubSchema',
        ...freshly(options),
      }),

    updateEntitySecurityHub: (object, version, update, options) =>
      call({
        method: 'PUT',
        path: objectPath('security-hub', object),
        ifMatch: version,
        body: update,
        answer: 'entitySecurityHubSchema',
        ...options,
      }),

    listSecurityHubIntegrations: (subscription, options) =>
      call({
        path: ['security-hub', subscription],
        answer: 'securityHubListSchema',
        ...freshly(options),
      }),

    getSecurityHubIntegration: (integration, options) =>
      call({
        path: securityHubPath(integration),
        answer: 'securityHubIntegrationSchema',
        ...freshly(options),
      }),

    createSecurityHubIntegration: (subscription, creation, options) =>
      call({
        method: 'POST',
        path: ['security-hub', subscription],
        body: creation,
        answer: 'securityHubIntegrationSchema',
        ...options,
      }),

    updateSecurityHubIntegration: (integration, version, update, options) =>
      call({
        method: 'PUT',
        path: securityHubPath(integration),
        ifMatch: version,
        body: update,
        answer: 'securityHubIntegrationSchema',
        ...options,
      }),

    renameSecurityHubIntegration: (integration, version, rename, options) =>
      call({
        method: 'PUT',
        path: [...securityHubPath(integration), 'name'],
        ifMatch: version,
        body: rename,
        answer: 'securityHubIntegrationSchema',
        ...options,
      }),

    removeSecurityHubAccounts: (integration, version, removal, options) =>
      call({
        method: 'POST',
        path: [...securityHubPath(integration), 'accounts', 'delete'],
        ifMatch: version,
        body: removal,
        answer: 'securityHubIntegrationSchema',
        ...options,
      }),

    deleteSecurityHubIntegration: (integration, version, deletion, options) =>
      call({
        method: 'POST',
        path: [...securityHubPath(integration), 'delete'],
        ifMatch: version,
        body: deletion,
        answer: 'securityHubDeletedSchema',
        ...options,
      }),
  };
}

function securityHubPath(integration: {
  subscription: string;
  id: string;
}): string[] {
  return ['security-hub', integration.subscription, integration.id];
}
