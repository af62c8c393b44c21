import type { S3Settings } from 'qualys-model';

/**
 * The settings of an S3 integration as they go on the wire: all of them, since
 * Qualys does not say what becomes of those that are left out.
 *
 * Source: AWS S3 integration, "Update Integration": `" "` for a bucket and
 * `"null"` for an access point that do not apply, `minSeverity` as text. In its
 * samples `filterQuery` is an object and `errorEmails` a list, against its
 * table.
 */
export function s3Body(settings: S3Settings) {
  const { bucketName = ' ', accessPointArn = 'null', minSeverity } = settings;
  return {
    ...settings,
    bucketName,
    accessPointArn,
    minSeverity: String(minSeverity),
  };
}
