import {
  integrationIdSchema,
  s3SettingsSchema,
  s3Warnings,
  type ArnRuleOptions,
  type S3ExternalId,
  type S3SettingsInput,
  type S3Warning,
} from 'qualys-model';
import type { RequestCore } from '../core';
import { jsonOrNothing, type CallOptions } from '../http';
import { checkedBy } from '../input';
import { advice } from './advice';
import { readUpdated } from './answer';
import { gatewayProblemIn } from './problem';
import { s3Body } from './write';

/**
 * How to change an S3 integration: `allowNonStandardArn` lifts the rules for
 * the ARNs of the role and of the access point.
 *
 * @public
 */
export interface S3UpdateOptions extends CallOptions, ArnRuleOptions {}

/**
 * What came of the update of an S3 integration.
 *
 * @public
 */
export interface S3Updated {
  /** What Qualys says, for people. */
  message?: string;
  /** The new external ID, where one was made and Qualys says it. */
  externalId?: S3ExternalId;
  /** Whether a new external ID was asked for: nothing is sent to the bucket until the trust relationship of the role names it. */
  trustRelationshipMustBeUpdated: boolean;
  /** What a person should know of the settings that were sent. */
  warnings: S3Warning[];
}

/**
 * The AWS S3 integrations of VM/VMDR. No call is documented that reads one.
 *
 * Source: AWS S3 integration, "Update Integration".
 *
 * @public
 */
export interface S3Integrations {
  /**
   * Writes all settings of an integration. What the settings replace cannot be
   * read back: the filter as a whole, with its defaults.
   *
   * @param id - the id of the integration, digits
   * @param settings - all settings: see `s3SettingsSchema` of qualys-model
   * @param options - a rule to lift, a signal to give it up, and its priority
   * @throws QualysError `invalid` for settings that break a rule; nothing is sent
   */
  update(
    id: string,
    settings: S3SettingsInput,
    options?: S3UpdateOptions,
  ): Promise<S3Updated>;
}

const WHAT = 'An S3 integration';

/** The S3 integrations, on a request core. */
export function s3Resource(core: RequestCore): S3Integrations {
  return {
    async update(id, input, options = {}) {
      const { allowNonStandardArn, ...call } = options;
      const params = {
        id: checkedBy(integrationIdSchema, id, WHAT, ['id']),
      };
      const settings = checkedBy(
        s3SettingsSchema({ allowNonStandardArn }),
        input,
        WHAT,
      );
      const updated = await core.write({
        family: 'gateway',
        method: 'PUT',
        path: '/partner-integration/aws/s3/{id}/vm',
        params,
        body: { json: s3Body(settings) },
        options: call,
        advice,
        format: jsonOrNothing,
        problemIn: gatewayProblemIn,
        read: readUpdated,
      });
      return {
        ...updated,
        trustRelationshipMustBeUpdated: settings.regenerateExternalId,
        warnings: s3Warnings(settings),
      };
    },
  };
}
