import type { PolicyQueryUser } from '@backstage/plugin-permission-node';

/** Somebody in a group, as a policy gets to know them. */
export function userIn(group: string, name = 'somebody'): PolicyQueryUser {
  const userEntityRef = `user:default/${name}`;
  return {
    info: { userEntityRef, ownershipEntityRefs: [userEntityRef, group] },
  } as PolicyQueryUser;
}
