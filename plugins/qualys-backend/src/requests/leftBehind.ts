import type { RequestProblem } from 'backstage-plugin-qualys-common';
import type { RequestRecord } from './store';

type Traces = Pick<
  RequestRecord,
  'assetManagementId' | 'connectorId' | 'createSentAt'
>;

/** Whether Qualys was told to create the connector, and it is not known whether it did. */
export function mayBeCreated({
  assetManagementId,
  connectorId,
  createSentAt,
}: Traces): boolean {
  return (
    createSentAt !== undefined &&
    assetManagementId === undefined &&
    connectorId === undefined
  );
}

/**
 * What a request leaves in Qualys that comes to its end without a connector
 * that works, for those who look after the connectors there; undefined where
 * that is nothing.
 */
export function leftBehind(record: Traces): RequestProblem | undefined {
  const { assetManagementId, connectorId } = record;
  if (mayBeCreated(record)) {
    return {
      message:
        'Qualys was told to create the connector, and it is not known whether it did',
      advice:
        'The platform team can look for it in Qualys, and delete it if it is there.',
    };
  }
  const id = connectorId ?? assetManagementId;
  if (id === undefined) return undefined;
  return {
    message: `The connector ${id} stays in Qualys`,
    advice: 'Whoever may delete connectors can delete it.',
  };
}
