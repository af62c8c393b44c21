import { z } from 'zod';

/** Which findings an S3 integration posts. @public */
export interface S3FilterQuery {
  /** A query of vulnerabilities in QQL. */
  vuln?: string;
  /** A query of assets in QQL. */
  asset?: string;
  removeVulnFilter?: boolean;
  removeAssetFilter?: boolean;
}

/**
 * An S3 integration as the platform keeps it. No call of Qualys shows it.
 *
 * Source: AWS S3 integration: Update Integration.
 *
 * @public
 */
export interface S3Integration {
  /** A whole number, as text. */
  id: string;
  name: string;
  /** Null where there is none, which is `" "` on the wire. */
  bucketName: string | null;
  bucketRegion: string | null;
  roleArn: string;
  /** Null where there is none, which is `"null"` on the wire. */
  accessPointArn: string | null;
  /** `1` to `5`; null where it was not given. */
  minSeverity: string | null;
  /** Null where it was not given: confirmed ones of severity 3 and more. */
  filterQuery: S3FilterQuery | null;
  resultSectionNeeded: boolean;
  sendVulnInfo: boolean;
  compressData: boolean;
  sendAlerts: boolean;
  errorEmails: string[];
  externalId: string;
}

/** An S3 integration to be added: whatever differs from a plain one. @public */
export type NewS3Integration = Partial<S3Integration>;

const filterQuery = z.strictObject({
  vuln: z.string().optional(),
  asset: z.string().optional(),
  removeVulnFilter: z.boolean().optional(),
  removeAssetFilter: z.boolean().optional(),
});

const severity = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[1-5]$/, 'must be 1 to 5'));

/** Checks an integration that a test adds. */
export const newS3IntegrationSchema = z
  .strictObject({
    id: z.string().regex(/^\d{1,18}$/, 'must be a whole number'),
    name: z.string().min(1).max(50),
    bucketName: z.string().nullable(),
    bucketRegion: z.string().nullable(),
    roleArn: z.string(),
    accessPointArn: z.string().nullable(),
    minSeverity: severity.nullable(),
    filterQuery: filterQuery.nullable(),
    resultSectionNeeded: z.boolean(),
    sendVulnInfo: z.boolean(),
    compressData: z.boolean(),
    sendAlerts: z.boolean(),
    errorEmails: z.array(z.string()),
    externalId: z.string(),
  })
  .partial();

const emails = z
  .union([
    z.array(z.string()),
    z.string().transform(text => text.split(',').map(part => part.trim())),
  ])
  .transform(list => list.filter(email => email !== ''))
  .refine(list => list.length <= 5, 'must be five addresses at most');

const mandatory = z
  .string('is mandatory')
  .refine(value => value.trim() !== '', 'must not be empty');

// Null is no value in Java's JSON, and so the same as leaving a field out.
const optional = <T>(schema: z.ZodType<T, unknown>) =>
  schema.nullish().transform(value => value ?? undefined);

/**
 * The body of an update. Fields that it does not know are not looked at.
 *
 * Source: AWS S3 integration: Update Integration. `accessPointArn` is mandatory
 * there, but its second sample has none, so that it may be left out here.
 */
export const s3UpdateSchema = z
  .object({
    name: mandatory.refine(
      value => value.length <= 50,
      'must have 50 characters at most',
    ),
    bucketName: z
      .string('is mandatory; " " where it does not apply')
      .transform(value => value.trim() || null),
    bucketRegion: optional(z.string()),
    roleArn: mandatory,
    accessPointArn: z
      .string()
      .nullish()
      .transform(value =>
        (value?.trim() || 'null') === 'null' ? null : value!,
      ),
    minSeverity: optional(severity),
    filterQuery: optional(filterQuery),
    resultSectionNeeded: optional(z.boolean()),
    sendVulnInfo: optional(z.boolean()),
    compressData: optional(z.boolean()),
    sendAlerts: optional(z.boolean()),
    errorEmails: optional(emails),
    regenerateExternalId: optional(z.boolean()),
  })
  .refine(({ bucketName, accessPointArn }) => bucketName ?? accessPointArn, {
    message: 'bucketName or accessPointArn must be given',
  });

/** What an update asks for. */
export type S3Update = z.infer<typeof s3UpdateSchema>;
