import type {
  S3AdoptInput,
  S3ExternalIdInput,
  S3Integration,
  S3UpdateInput,
} from 'backstage-plugin-qualys-common';
import type { BoundObject, QualysRequestOptions } from './requests';
import { objectPath, type Transport } from './transport';

/**
 * S3 integrations that are bound to an entity.
 *
 * @public
 */
export interface QualysS3Api {
  /** What is known of an S3 integration that is bound to an entity. */
  getS3Integration(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /**
   * Sends settings of an S3 integration to Qualys, all of them.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateS3Integration(
    object: BoundObject,
    version: string,
    update: S3UpdateInput,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /** Enters the settings that an S3 integration has in Qualys; nothing is sent. */
  adoptS3Integration(
    object: BoundObject,
    version: string,
    adopted: S3AdoptInput,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /** Lets Qualys make a new external ID, which stops deliveries until the role trusts it. */
  regenerateS3ExternalId(
    object: BoundObject,
    version: string,
    why: S3ExternalIdInput,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;

  /** Says that the role trusts the last external ID. */
  confirmS3ExternalId(
    object: BoundObject,
    version: string,
    options?: QualysRequestOptions,
  ): Promise<S3Integration>;
}

/** The same over HTTP. */
export function s3Calls({ call }: Transport): QualysS3Api {
  const change = (
    method: 'PUT' | 'POST',
    object: BoundObject,
    path: string[],
    ifMatch: string,
    body: unknown,
    options?: QualysRequestOptions,
  ) =>
    call({
      method,
      path: [...objectPath('s3', object), ...path],
      ifMatch,
      body,
      answer: 's3IntegrationSchema',
      ...options,
    });

  return {
    getS3Integration: (object, options) =>
      call({
        path: objectPath('s3', object),
        answer: 's3IntegrationSchema',
        ...options,
      }),

    updateS3Integration: (object, version, update, options) =>
      change('PUT', object, [], version, update, options),

    adoptS3Integration: (object, version, adopted, options) =>
      change('POST', object, ['adopt'], version, adopted, options),

    regenerateS3ExternalId: (object, version, why, options) =>
      change('POST', object, ['external-id'], version, why, options),

    confirmS3ExternalId: (object, version, options) =>
      change('POST', object, ['external-id', 'confirm'], version, {}, options),
  };
}
