import { NotAllowedError } from '@backstage/errors';
import {
  qualysRequestCreatePermission,
  qualysRequestDecidePermission,
  qualysRequestUpdatePermission,
} from 'backstage-plugin-qualys-common';
import type { CallerCredentials } from '../http';
import type { Authorizer, ReadRequestRights } from '../permissions';

/**
 * Refuses whoever writes no requests: who may neither ask for connectors, nor
 * change what others have asked for, nor agree to it with changes. The form of a
 * request is no use to them.
 *
 * @throws NotAllowedError naming the permissions, of which one is enough
 */
export type RequireWriter = (credentials: CallerCredentials) => Promise<void>;

/** Makes it. */
export function createWriterCheck(deps: {
  authorizer: Pick<Authorizer, 'allows'>;
  readRights: ReadRequestRights;
}): RequireWriter {
  const { authorizer, readRights } = deps;
  return async credentials => {
    if (await authorizer.allows(qualysRequestCreatePermission, credentials)) {
      return;
    }
    const { mayUpdateSome, decidable } = await readRights(credentials);
    if (!mayUpdateSome && !decidable) {
      throw new NotAllowedError(
        `You need the permission ${qualysRequestCreatePermission.name}, or ${qualysRequestUpdatePermission.name} or ${qualysRequestDecidePermission.name} on a request`,
      );
    }
  };
}
