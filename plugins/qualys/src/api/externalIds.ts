import type {
  ExternalIdMigration,
  ExternalIdPrepare,
} from 'backstage-plugin-qualys-common';
import type { BoundObject, QualysRequestOptions } from './requests';
import { objectPath, type Transport } from './transport';

/**
 * A step of the migration of an external ID: to make a new one, to give it to
 * Qualys, to have Qualys read the account with it, and to say that the old one
 * is out of the role's condition.
 *
 * @public
 */
export type ExternalIdMigrationStepInput =
  | { what: 'prepare'; parts: ExternalIdPrepare }
  | { what: 'update'; reason: string }
  | { what: 'run' }
  | { what: 'finish' };

/**
 * The external IDs of AWS connectors.
 *
 * @public
 */
export interface QualysExternalIdsApi {
  /** Where the migration of the external ID of an AWS connector stands, from Qualys as it is just now. */
  getExternalIdMigration(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<ExternalIdMigration>;

  /**
   * Takes a step of the migration of an external ID.
   *
   * @param version - that of the state that it is taken from; where it has
   * changed, the error is `preconditionFailed` with `current`
   */
  migrateExternalId(
    object: BoundObject,
    version: string,
    step: ExternalIdMigrationStepInput,
    options?: QualysRequestOptions,
  ): Promise<ExternalIdMigration>;
}

/** The same over HTTP. */
export function externalIdsCalls({ call }: Transport): QualysExternalIdsApi {
  return {
    getExternalIdMigration: (object, options) =>
      call({
        path: [...objectPath('connectors', object), 'external-id'],
        answer: 'externalIdMigrationSchema',
        ...options,
      }),

    migrateExternalId: (object, version, step, options) =>
      call({
        method: 'POST',
        path: [
          ...objectPath('connectors', object),
          'external-id',
          ...(step.what === 'update' ? [] : [step.what]),
        ],
        ifMatch: version,
        body: bodyOfStep(step),
        answer: 'externalIdMigrationSchema',
        ...options,
      }),
  };
}

function bodyOfStep(step: ExternalIdMigrationStepInput) {
  if (step.what === 'prepare') return step.parts;
  return step.what === 'update' ? { reason: step.reason } : {};
}
