import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  actionExecutePermission,
  scaffolderPermissions,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  qualysAuditReadPermission,
  qualysBindingDecidePermission,
  qualysBindingReadPermission,
  qualysConnectorReadPermission,
  qualysEntityReadPermission,
  qualysPermissions,
  qualysRemovalDecidePermission,
  qualysRequestCreatePermission,
  qualysRequestReadPermission,
  qualysRequestUpdatePermission,
  qualysS3DestinationUpdatePermission,
  qualysConnectorRemediationEnablePermission,
  qualysConnectorUpdatePermission,
  qualysS3UpdatePermission,
  qualysScanRunPermission,
  qualysSecurityHubUpdatePermission,
  qualysSettingsWeakenPermission,
  qualysStatusReadPermission,
  qualysSyncRunPermission,
  qualysWebAppUpdatePermission,
} from 'backstage-plugin-qualys-common';
import {
  AUDITORS,
  DemoPermissionPolicy,
  GUESTS,
  PLATFORM_TEAM,
} from './policy';
import { userIn } from './__testUtils__/userIn';

const others = {
  catalogRead: catalogEntityReadPermission,
  catalogCreate: catalogEntityCreatePermission,
  catalogDelete: catalogEntityDeletePermission,
  notificationUpdate: createPermission({
    name: 'notification.update',
    attributes: { action: 'update' },
  }),
};

/** What is decided for each entity: its owners may, and nobody else. */
const OF_OWNERS = [
  qualysConnectorRemediationEnablePermission,
  qualysConnectorUpdatePermission,
  qualysS3UpdatePermission,
  qualysS3DestinationUpdatePermission,
  qualysSettingsWeakenPermission,
  qualysWebAppUpdatePermission,
  qualysScanRunPermission,
  qualysSecurityHubUpdatePermission,
];

/** What is decided for each request: who asks and the team that shall own the connector may. */
const OF_REQUESTERS = [
  qualysRequestReadPermission,
  qualysRequestUpdatePermission,
];

/** What is decided for each run of a template: whoever has begun it may. */
const OF_RUNNERS = [taskReadPermission, taskCancelPermission];

const TEMPLATE_READS = [
  templateParameterReadPermission,
  templateStepReadPermission,
];

/** Everything each role may do; whatever is not named here is denied. */
const allowed: Record<string, Permission[]> = {
  [PLATFORM_TEAM]: [
    ...qualysPermissions,
    ...scaffolderPermissions,
    ...Object.values(others),
  ],
  [AUDITORS]: [
    qualysEntityReadPermission,
    qualysConnectorReadPermission,
    qualysStatusReadPermission,
    qualysBindingReadPermission,
    qualysAuditReadPermission,
    qualysRequestReadPermission,
    ...TEMPLATE_READS,
    taskReadPermission,
    others.catalogRead,
  ],
  'group:default/payments': [
    qualysEntityReadPermission,
    ...OF_OWNERS,
    qualysRequestCreatePermission,
    ...OF_REQUESTERS,
    ...TEMPLATE_READS,
    ...OF_RUNNERS,
    actionExecutePermission,
    taskCreatePermission,
    others.catalogRead,
    others.notificationUpdate,
  ],
  [GUESTS]: [
    qualysEntityReadPermission,
    ...TEMPLATE_READS,
    // Of runs of their own, which they cannot begin.
    ...OF_RUNNERS,
    others.catalogRead,
  ],
};

describe('DemoPermissionPolicy', () => {
  const all: Permission[] = [
    ...qualysPermissions,
    ...scaffolderPermissions,
    ...Object.values(others),
  ];
  const policy = new DemoPermissionPolicy();

  it.each(Object.keys(allowed))(
    'allows %s what its role needs, and nothing else',
    async group => {
      const granted = [];
      for (const permission of all) {
        const { result } = await policy.handle({ permission }, userIn(group));
        if (result !== AuthorizeResult.DENY) granted.push(permission.name);
      }
      expect(granted.sort()).toEqual(
        allowed[group].map(permission => permission.name).sort(),
      );
    },
  );

  it.each(['group:default/payments', GUESTS])(
    "shows the connectors' own entities to their owners alone among %s",
    async group => {
      await expect(
        policy.handle(
          { permission: qualysEntityReadPermission },
          userIn(group),
        ),
      ).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          anyOf: [
            {
              rule: 'IS_ENTITY_OWNER',
              params: { claims: ['user:default/somebody', group] },
            },
            {
              not: {
                rule: 'HAS_SPEC',
                params: { key: 'type', value: 'cloud-connector' },
              },
            },
          ],
        },
      });
    },
  );

  it.each(OF_REQUESTERS)(
    'lets those whose request it is alone use $name on it',
    async permission => {
      const claims = ['user:default/somebody', 'group:default/payments'];
      await expect(
        policy.handle({ permission }, userIn('group:default/payments')),
      ).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'qualys',
        conditions: {
          anyOf: [
            { rule: 'IS_REQUESTER', params: { claims } },
            { rule: 'IS_OWNER', params: { claims } },
          ],
        },
      });
    },
  );

  it.each(OF_RUNNERS)(
    'lets those who have run a template alone use $name on the run',
    async permission => {
      await expect(
        policy.handle({ permission }, userIn('group:default/payments')),
      ).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'scaffolder',
        conditions: {
          rule: 'IS_TASK_OWNER',
          params: {
            createdBy: ['user:default/somebody', 'group:default/payments'],
          },
        },
      });
    },
  );

  it.each(OF_OWNERS)(
    'lets the owners of an entity alone use $name on it',
    async permission => {
      await expect(
        policy.handle({ permission }, userIn('group:default/payments')),
      ).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          params: {
            claims: ['user:default/somebody', 'group:default/payments'],
          },
        },
      });
    },
  );

  it('denies everything to somebody who is not signed in', async () => {
    for (const permission of all) {
      await expect(policy.handle({ permission })).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
    }
  });

  it('lets nobody but the platform team decide on claims and removals or start a sync', async () => {
    for (const permission of [
      qualysBindingDecidePermission,
      qualysRemovalDecidePermission,
      qualysSyncRunPermission,
    ]) {
      const allowing = [];
      for (const group of Object.keys(allowed)) {
        const { result } = await policy.handle({ permission }, userIn(group));
        if (result === AuthorizeResult.ALLOW) allowing.push(group);
      }
      expect(allowing).toEqual([PLATFORM_TEAM]);
    }
  });
});
