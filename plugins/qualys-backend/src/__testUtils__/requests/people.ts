import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createQualysRequestConditionalDecision,
  qualysRequestConditions,
} from 'backstage-plugin-qualys-node';

/** The people of these tests, and the groups that they are in. */
export const PEOPLE = {
  'user:default/asker': ['group:default/payments'],
  'user:default/colleague': ['group:default/payments'],
  'user:default/keeper': ['group:default/payments'],
  'user:default/other': ['group:default/shipping'],
  'user:default/loner': [],
  'user:default/approver': ['group:default/platform'],
  'user:default/judge': ['group:default/judges'],
  'user:default/guest': ['group:default/guests'],
} as const satisfies Record<string, string[]>;

/** One of the people of these tests. */
export type Person = keyof typeof PEOPLE;

export const ASKER = 'user:default/asker';
export const COLLEAGUE = 'user:default/colleague';
export const KEEPER = 'user:default/keeper';
export const OTHER = 'user:default/other';
export const LONER = 'user:default/loner';
export const APPROVER = 'user:default/approver';
export const JUDGE = 'user:default/judge';
export const GUEST = 'user:default/guest';

/** Who somebody is, by their credentials. */
export function personOf(credentials: unknown): Person {
  return (credentials as { principal: { userEntityRef: Person } }).principal
    .userEntityRef;
}

function judge(permission: Permission): PolicyDecision {
  return ['qualys.request.read', 'qualys.request.decide'].includes(
    permission.name,
  )
    ? createQualysRequestConditionalDecision(permission as never, {
        anyOf: [
          qualysRequestConditions.isRequestOwner({
            claims: ['group:default/payments'],
          }),
        ],
      })
    : { result: AuthorizeResult.DENY };
}

/**
 * What the policy of these tests says: the platform team may do everything;
 * others ask, and look after what is theirs or their group's, of whom the
 * keeper asks for nothing. The judge decides about what payments shall own, and
 * does nothing else.
 */
export function decide(permission: Permission, person: Person): PolicyDecision {
  const groups: readonly string[] = PEOPLE[person];
  if (person === APPROVER) return { result: AuthorizeResult.ALLOW };
  if (person === GUEST) return { result: AuthorizeResult.DENY };
  if (person === JUDGE) return judge(permission);
  switch (permission.name) {
    case 'qualys.request.create':
      return {
        result:
          person === KEEPER ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
      };
    case 'qualys.entity.read':
      return { result: AuthorizeResult.ALLOW };
    case 'qualys.request.read':
    case 'qualys.request.update':
      return createQualysRequestConditionalDecision(permission as never, {
        anyOf: [
          qualysRequestConditions.isRequester({ claims: [person] }),
          qualysRequestConditions.isRequestOwner({ claims: [...groups] }),
        ],
      });
    default:
      return { result: AuthorizeResult.DENY };
  }
}
