import type { ConnectorRequest } from 'backstage-plugin-qualys-common';
import type { RequestRights } from '../permissions';
import { mayBeCreated } from './leftBehind';
import { resourceOf } from './resource';
import type { RequestRecord } from './store';

/**
 * A request as a caller may see it. The external ID and the role are for those
 * who have something to do with it.
 *
 * @param entityRef - the connector's own entity, once the mirror knows it
 */
export function toConnectorRequest(
  record: RequestRecord,
  rights: Pick<RequestRights, 'mayUpdate' | 'mayDecide'>,
  entityRef?: string,
): ConnectorRequest {
  const resource = resourceOf(record);
  const isConcerned = rights.mayUpdate(resource) || rights.mayDecide(resource);
  const { connectorId, assetManagementId, reportedState } = record;
  const optional = {
    submittedAt: record.submittedAt,
    decision: record.decision,
    problem: record.problem,
    expiresAt: record.expiresAt,
  };
  return {
    id: record.id,
    version: String(record.version),
    state: record.state,
    subscription: record.subscription,
    provider: record.provider,
    createThrough: record.createThrough,
    settings: record.settings,
    requester: record.requester,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    ...Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ),
    access: {
      ...(isConcerned &&
        record.externalId !== undefined && { externalId: record.externalId }),
      ...(isConcerned && record.arn !== undefined && { arn: record.arn }),
      keyHeld: record.secret !== undefined,
      ...(record.keyExpiresOn !== undefined && {
        keyExpiresOn: record.keyExpiresOn,
      }),
    },
    ...(mayBeCreated(record) && { mayBeCreated: true }),
    ...((connectorId ?? assetManagementId) !== undefined && {
      connector: {
        ...(connectorId !== undefined && { id: connectorId }),
        ...(assetManagementId !== undefined && { assetManagementId }),
        ...(entityRef !== undefined && { entityRef }),
        ...(reportedState !== undefined && { reportedState }),
      },
    }),
  };
}
