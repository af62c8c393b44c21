import {
  createPermission,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * The resource type of the catalog's entities.
 *
 * Permissions of this type can be decided by the catalog's own rules, so that
 * a policy can say "owners of the entity only" (`RESOURCE_TYPE_CATALOG_ENTITY`
 * of `@backstage/plugin-catalog-common`, repeated here to keep this package
 * free of the catalog).
 *
 * @public
 */
export const RESOURCE_TYPE_CATALOG_ENTITY = 'catalog-entity';

/**
 * See what Qualys knows of the objects that are bound to an entity.
 * Asked for the entity, in addition to the catalog's own read permission.
 *
 * @public
 */
export const qualysEntityReadPermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.entity.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * See every connector of every subscription, whoever owns it.
 *
 * @public
 */
export const qualysConnectorReadPermission: BasicPermission = createPermission({
  name: 'qualys.connector.read',
  attributes: { action: 'read' },
});

/**
 * See the subscriptions, their sync runs and whether Qualys can be reached.
 *
 * @public
 */
export const qualysStatusReadPermission: BasicPermission = createPermission({
  name: 'qualys.status.read',
  attributes: { action: 'read' },
});

/**
 * Start a sync of a subscription now.
 *
 * @public
 */
export const qualysSyncRunPermission: BasicPermission = createPermission({
  name: 'qualys.sync.run',
  attributes: {},
});

/**
 * See the claims that entities make on Qualys objects, and what was decided.
 *
 * @public
 */
export const qualysBindingReadPermission: BasicPermission = createPermission({
  name: 'qualys.binding.read',
  attributes: { action: 'read' },
});

/**
 * Accept, reject and withdraw claims on Qualys objects.
 *
 * @public
 */
export const qualysBindingDecidePermission: BasicPermission = createPermission({
  name: 'qualys.binding.decide',
  attributes: { action: 'update' },
});

/**
 * Confirm or dismiss removals of connectors that are held back.
 *
 * @public
 */
export const qualysRemovalDecidePermission: BasicPermission = createPermission({
  name: 'qualys.removal.decide',
  attributes: { action: 'delete' },
});

/**
 * Change the settings of the connectors that are bound to an entity, switch
 * them on and off, renew their keys, migrate their external IDs, and have
 * Qualys read their accounts now.
 *
 * @public
 */
export const qualysConnectorUpdatePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.connector.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * Let Qualys change cloud resources through a connector. Asked for beside
 * `qualys.connector.update`.
 *
 * @public
 */
export const qualysConnectorRemediationEnablePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.connector.remediation.enable',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * Change the settings of the S3 integrations that are bound to an entity, but
 * not where the data go.
 *
 * @public
 */
export const qualysS3UpdatePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.s3.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * Change where the data of S3 integrations go, and whose data: bucket, access
 * point, role, assets, and whether they are filtered at all. Asked for beside
 * `qualys.s3.update`, which alone lets nobody lead data elsewhere.
 *
 * @public
 */
export const qualysS3DestinationUpdatePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.s3.destination.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * Change the web apps that are bound to an entity: their names, and what their
 * scans do unless they say something else.
 *
 * @public
 */
export const qualysWebAppUpdatePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.webApp.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * Create web apps, each bound to an entity at once. Whoever has it says which
 * addresses are scanned.
 *
 * @public
 */
export const qualysWebAppCreatePermission: BasicPermission = createPermission({
  name: 'qualys.webApp.create',
  attributes: { action: 'create' },
});

/**
 * Launch and cancel scans of the web apps that are bound to an entity. A scan
 * is an active test of a live site.
 *
 * @public
 */
export const qualysScanRunPermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.scan.run',
    attributes: {},
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * Change what Security Hub gets of the AWS accounts that are bound to an
 * entity. It reaches no other account of the same integration.
 *
 * @public
 */
export const qualysSecurityHubUpdatePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.securityHub.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * See the Security Hub integrations with the accounts of all teams, and create,
 * configure, rename, empty and delete them.
 *
 * @public
 */
export const qualysSecurityHubManagePermission: BasicPermission =
  createPermission({
    name: 'qualys.securityHub.manage',
    attributes: { action: 'update' },
  });

/**
 * Make changes after which Qualys sees or tells less than before. Asked for
 * beside the permission to change the settings in question.
 *
 * @public
 */
export const qualysSettingsWeakenPermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'qualys.settings.weaken',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/**
 * See who changed what, of all entities and also of those that are gone.
 *
 * @public
 */
export const qualysAuditReadPermission: BasicPermission = createPermission({
  name: 'qualys.audit.read',
  attributes: { action: 'read' },
});

/**
 * The resource type of requests for connectors. Its rules are in
 * `backstage-plugin-qualys-node`: who asks, and who shall own the connector.
 *
 * @public
 */
export const RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST =
  'qualys-connector-request';

/**
 * Ask for connectors.
 *
 * @public
 */
export const qualysRequestCreatePermission: BasicPermission = createPermission({
  name: 'qualys.request.create',
  attributes: { action: 'create' },
});

/**
 * See a request for a connector.
 *
 * @public
 */
export const qualysRequestReadPermission: ResourcePermission<'qualys-connector-request'> =
  createPermission({
    name: 'qualys.request.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST,
  });

/**
 * Change, submit and cancel a request for a connector, hand over what Qualys
 * signs in with, and have it tried again.
 *
 * @public
 */
export const qualysRequestUpdatePermission: ResourcePermission<'qualys-connector-request'> =
  createPermission({
    name: 'qualys.request.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST,
  });

/**
 * Approve and reject a request for a connector. Nobody decides about their own
 * unless the configuration lets them.
 *
 * @public
 */
export const qualysRequestDecidePermission: ResourcePermission<'qualys-connector-request'> =
  createPermission({
    name: 'qualys.request.decide',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST,
  });

/**
 * Create connectors without asking. Whoever has it says which accounts Qualys
 * reads.
 *
 * @public
 */
export const qualysConnectorCreatePermission: BasicPermission =
  createPermission({
    name: 'qualys.connector.create',
    attributes: { action: 'create' },
  });

/**
 * Delete connectors, of whichever team they are.
 *
 * @public
 */
export const qualysConnectorDeletePermission: BasicPermission =
  createPermission({
    name: 'qualys.connector.delete',
    attributes: { action: 'delete' },
  });

/**
 * Every permission of the plugin, in the order in which the documentation lists them.
 *
 * @public
 */
export const qualysPermissions: (
  | BasicPermission
  | ResourcePermission<'catalog-entity'>
  | ResourcePermission<'qualys-connector-request'>
)[] = [
  qualysEntityReadPermission,
  qualysConnectorReadPermission,
  qualysStatusReadPermission,
  qualysSyncRunPermission,
  qualysRemovalDecidePermission,
  qualysBindingReadPermission,
  qualysBindingDecidePermission,
  qualysConnectorUpdatePermission,
  qualysConnectorRemediationEnablePermission,
  qualysS3UpdatePermission,
  qualysS3DestinationUpdatePermission,
  qualysWebAppUpdatePermission,
  qualysWebAppCreatePermission,
  qualysScanRunPermission,
  qualysSecurityHubUpdatePermission,
  qualysSecurityHubManagePermission,
  qualysSettingsWeakenPermission,
  qualysRequestCreatePermission,
  qualysRequestReadPermission,
  qualysRequestUpdatePermission,
  qualysRequestDecidePermission,
  qualysConnectorCreatePermission,
  qualysConnectorDeletePermission,
  qualysAuditReadPermission,
];
