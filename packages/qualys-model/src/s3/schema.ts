import { z } from 'zod';
import {
  accessPointArnSchema,
  parseAccessPointArn,
} from '../aws/accessPointArn';
import type { ArnRuleOptions } from '../aws/arn';
import { awsRegionSchema } from '../aws/region';
import { roleArnSchema } from '../aws/roleArn';
import { qualysBooleanSchema } from './boolean';
import { errorEmailsSchema } from './errorEmails';
import { filterQuerySchema } from './filterQuery';
import type { S3Settings, S3SettingsInput } from './settings';

const NAME = 'must be a name of 1 to 50 characters';
const SEVERITY = 'must be a severity from 1 to 5';

/** Text that may be left out; what the call itself writes for "does not apply" counts as left out too. */
const orNone = z
  .string('must be a text; left out where it does not apply')
  .nullish()
  .transform(text => {
    const trimmed = text?.trim();
    return trimmed === '' || trimmed === 'null' ? undefined : trimmed;
  });

const severitySchema = z
  .union([z.number(), z.string().trim().regex(/^\d$/).transform(Number)], {
    error: SEVERITY,
  })
  .pipe(z.int(SEVERITY).min(1, SEVERITY).max(5, SEVERITY));

/**
 * The rules for the settings that an update of an S3 integration sends, and
 * their one form. Its messages say what would be right; what is allowed and
 * still doubtful is told by {@link s3Warnings}.
 *
 * - Either a bucket or an access point is needed.
 * - The region may be left out with an access point, which is in the region of
 *   its bucket.
 * - The queries must have no error of QQL, among them the tokens
 *   `removeVulnFilter` and `removeAssetFilter`, which stand beside the queries.
 * - E-mail addresses need `sendAlerts`.
 * - There are no other fields than these: a misspelt one would be lost.
 *
 * Source: AWS S3 integration, "Update Integration". That all settings are
 * needed is a rule of this package, because Qualys does not say whether it
 * keeps or resets what is left out; `regenerateExternalId` is documented to be
 * false by default. That access points are in the region of their buckets is
 * from the Amazon S3 User Guide, "Creating access points".
 *
 * @param options - `allowNonStandardArn` lifts the rules of both ARNs
 *
 * @public
 */
export function s3SettingsSchema(
  options?: ArnRuleOptions,
): z.ZodType<S3Settings, S3SettingsInput> {
  return z
    .strictObject({
      name: z.string(NAME).trim().min(1, NAME).max(50, NAME),
      bucketName: orNone,
      accessPointArn: orNone.pipe(accessPointArnSchema(options).optional()),
      bucketRegion: orNone.pipe(awsRegionSchema.optional()),
      roleArn: z
        .string('must be the ARN of an IAM role')
        .pipe(roleArnSchema(options)),
      minSeverity: severitySchema,
      filterQuery: filterQuerySchema,
      sendVulnInfo: qualysBooleanSchema,
      compressData: qualysBooleanSchema,
      resultSectionNeeded: qualysBooleanSchema,
      sendAlerts: qualysBooleanSchema,
      errorEmails: errorEmailsSchema,
      regenerateExternalId: qualysBooleanSchema.default(false),
    })
    .transform((settings, context): S3Settings => {
      const refuse = (path: keyof S3Settings, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      const { bucketName, accessPointArn, sendAlerts, errorEmails } = settings;
      const bucketRegion =
        settings.bucketRegion ??
        (accessPointArn && parseAccessPointArn(accessPointArn)?.region);

      if (bucketName === undefined && accessPointArn === undefined) {
        refuse('bucketName', 'must be given where there is no accessPointArn');
      } else if (bucketRegion === undefined) {
        refuse('bucketRegion', 'must be the code of the region of the bucket');
      }
      if (errorEmails.length > 0 && !sendAlerts) {
        refuse('errorEmails', 'must be empty where sendAlerts is false');
      }
      return bucketRegion === undefined
        ? z.NEVER
        : { ...settings, bucketRegion };
    });
}
