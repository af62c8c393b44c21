import { parseAccessPointArn } from '../aws/accessPointArn';
import { bucketNameProblem } from './bucketName';
import { queryWarnings } from './queryWarnings';
import type { S3Settings } from './settings';
import type { S3Warning } from './warning';

function targetWarnings(settings: S3Settings): S3Warning[] {
  const { bucketName, bucketRegion, accessPointArn } = settings;
  const warnings: S3Warning[] = [];
  const problem = bucketName && bucketNameProblem(bucketName);
  if (problem) {
    warnings.push({
      code: 'bucketNameUnusual',
      path: 'bucketName',
      message: `AWS would not give a bucket this name today: a name ${problem}. Check its spelling.`,
    });
  }
  if (bucketName !== undefined && accessPointArn !== undefined) {
    warnings.push({
      code: 'bucketWins',
      path: 'bucketName',
      message:
        'Both a bucket and an access point are set: Qualys writes to the bucket and leaves the access point aside.',
    });
  }
  const region = accessPointArn && parseAccessPointArn(accessPointArn)?.region;
  if (region && region !== bucketRegion) {
    warnings.push({
      code: 'regionDiffers',
      path: 'bucketRegion',
      message: `The access point is in ${region}, and so is its bucket; the region given is ${bucketRegion}.`,
    });
  }
  return warnings;
}

/**
 * What a person should know of the settings of an S3 integration before they
 * are saved; none of it makes them invalid. In the order of the fields.
 *
 * Source: AWS S3 integration, "Update Integration": the bucket is prioritised,
 * an update of the filter replaces it with its defaults (category Confirmed),
 * a removed filter lets everything through, a new external ID needs an edit of
 * the trust relationship. The rest are conclusions of this package.
 *
 * The default severity counts as kept: `minSeverity`, which always goes along,
 * says it.
 *
 * @param settings - settings that the schema has accepted
 *
 * @public
 */
export function s3Warnings(settings: S3Settings): S3Warning[] {
  const warnings = [...targetWarnings(settings), ...queryWarnings(settings)];
  if (settings.sendAlerts && settings.errorEmails.length === 0) {
    warnings.push({
      code: 'nobodyAlerted',
      path: 'errorEmails',
      message:
        'Alerts are switched on, and no e-mail address is given that they go to.',
    });
  }
  if (settings.regenerateExternalId) {
    warnings.push({
      code: 'externalIdRegenerated',
      path: 'regenerateExternalId',
      message:
        'Qualys makes a new external ID: it cannot write to the bucket until the trust relationship of the role names the new one.',
    });
  }
  return warnings;
}
