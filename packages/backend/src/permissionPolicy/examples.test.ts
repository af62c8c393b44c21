import { permissionRules as catalogRules } from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { Permission } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRule,
  type PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  qualysEntityReadPermission,
  qualysPermissions,
  qualysRequestReadPermission,
  qualysRequestUpdatePermission,
} from 'backstage-plugin-qualys-common';
import { qualysRequestRules } from 'backstage-plugin-qualys-node';
import { leaveToOwners } from './__testUtils__/leaveToOwners';
import { leaveToRequesters } from './__testUtils__/leaveToRequesters';
import { showToOwners } from './__testUtils__/showToOwners';
import { userIn } from './__testUtils__/userIn';

const PAYMENTS = 'group:default/payments';

const PEOPLE = {
  'a member of the team': userIn(PAYMENTS, 'member'),
  'who asks': userIn('group:default/shipping', 'asker'),
  'somebody else': userIn('group:default/shipping', 'other'),
  'nobody who is signed in': undefined,
} satisfies Record<string, PolicyQueryUser | undefined>;

const SERVICE = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout' },
  relations: [{ type: 'ownedBy', targetRef: PAYMENTS }],
};

const REQUEST = { requester: 'user:default/asker', owner: PAYMENTS };

/** Who may use a permission on something, as the rules of its plugin find. */
function whoMay<TResource>(
  piece: typeof leaveToOwners,
  permission: Permission,
  resource: TResource,
  rules: Record<string, PermissionRule<TResource, any, string>>,
): string[] {
  const allows = createConditionAuthorizer<TResource>({
    getRuleByName(name) {
      const found = Object.values(rules).find(rule => rule.name === name);
      if (!found) throw new Error(`There is no rule ${name}`);
      return found;
    },
  });
  return Object.entries(PEOPLE).flatMap(([person, user]) => {
    const decision = piece({ permission }, user);
    return decision && allows(decision, resource) ? [person] : [];
  });
}

/** The permissions of the plugin, and one of the catalog, that a piece decides. */
const decidedBy = (piece: typeof leaveToOwners) =>
  [...qualysPermissions, catalogEntityReadPermission].filter(
    permission => piece({ permission }, userIn(PAYMENTS)) !== undefined,
  );

const OF_ENTITIES = qualysPermissions.filter(
  permission =>
    'resourceType' in permission &&
    permission.resourceType === 'catalog-entity',
);

const OF_REQUESTERS = [
  qualysRequestReadPermission,
  qualysRequestUpdatePermission,
];

// docs/permissions.md shows these pieces as they stand in their files.
describe('the pieces of a policy in the documentation', () => {
  it('show what is bound to an entity to its owners only', () => {
    expect(
      whoMay(showToOwners, qualysEntityReadPermission, SERVICE, catalogRules),
    ).toEqual(['a member of the team']);
    expect(decidedBy(showToOwners)).toEqual([qualysEntityReadPermission]);
  });

  it.each(OF_ENTITIES)('leave $name to the owners of an entity', permission => {
    expect(whoMay(leaveToOwners, permission, SERVICE, catalogRules)).toEqual([
      'a member of the team',
    ]);
  });

  it('leave to the owners of an entity what is decided on entities, and nothing else', () => {
    expect(OF_ENTITIES).toContain(qualysEntityReadPermission);
    expect(decidedBy(leaveToOwners)).toEqual(OF_ENTITIES);
  });

  it.each(OF_REQUESTERS)(
    'leave $name to who asks, and to the team that shall own the connector',
    permission => {
      expect(
        whoMay(leaveToRequesters, permission, REQUEST, qualysRequestRules),
      ).toEqual(['a member of the team', 'who asks']);
    },
  );

  it('leave the decision about a request to the rest of the policy', () => {
    expect(decidedBy(leaveToRequesters)).toEqual(OF_REQUESTERS);
  });
});
