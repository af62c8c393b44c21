import type { QualysBooleanInput } from './boolean';
import type { S3FilterQuery, S3FilterQueryInput } from './filterQuery';

/**
 * Everything that an update of an S3 integration sets, as someone asks for it.
 * All of it is needed: Qualys does not say whether what is left out of an
 * update is kept or reset.
 *
 * Source: AWS S3 integration, "Update Integration".
 *
 * @public
 */
export interface S3SettingsInput {
  /** The name of the integration: 1 to 50 characters, unique in the subscription. */
  name: string;
  /** The bucket that Qualys writes to; absent, null or one of `" "`, `""`, `"null"` where it writes to an access point. It wins over an access point. */
  bucketName?: string | null;
  /** The access point that Qualys writes to; absent, null or one of `" "`, `""`, `"null"` where it writes to a bucket. */
  accessPointArn?: string | null;
  /** The code of the region of the bucket; may be absent where an access point is given, whose ARN says it. */
  bucketRegion?: string | null;
  /** The role that Qualys assumes. */
  roleArn: string;
  /** The lowest severity that is sent: 1 to 5, as number or text. */
  minSeverity: number | string;
  /** What is sent: replaces the whole filter. */
  filterQuery: S3FilterQueryInput;
  /** Whether the information on vulnerabilities is sent with them. */
  sendVulnInfo: QualysBooleanInput;
  /** Whether the data are compressed. */
  compressData: QualysBooleanInput;
  /** Whether the section with the results of detections is sent. */
  resultSectionNeeded: QualysBooleanInput;
  /** Whether alerts are sent when something goes wrong. */
  sendAlerts: QualysBooleanInput;
  /** Whom alerts go to: at most five e-mail addresses, as a list or with commas between them. Only with `sendAlerts`. */
  errorEmails?: string | readonly string[];
  /** Makes a new external ID, which breaks the integration until the role's trust policy has it. Default: false. */
  regenerateExternalId?: QualysBooleanInput;
}

/**
 * Everything that an update of an S3 integration sets, checked and in one form.
 *
 * Source: AWS S3 integration, "Update Integration".
 *
 * @public
 */
export interface S3Settings {
  /** The name of the integration: 1 to 50 characters. */
  name: string;
  /** The bucket that Qualys writes to; undefined where it writes to an access point. It wins over an access point. */
  bucketName?: string;
  /** The ARN of the access point that Qualys writes to; undefined where it writes to a bucket. */
  accessPointArn?: string;
  /** The code of the region of the bucket. */
  bucketRegion: string;
  /** The ARN of the role that Qualys assumes. */
  roleArn: string;
  /** The lowest severity that is sent: 1 to 5. */
  minSeverity: number;
  /** What is sent: replaces the whole filter. */
  filterQuery: S3FilterQuery;
  /** Whether the information on vulnerabilities is sent with them. */
  sendVulnInfo: boolean;
  /** Whether the data are compressed. */
  compressData: boolean;
  /** Whether the section with the results of detections is sent. */
  resultSectionNeeded: boolean;
  /** Whether alerts are sent when something goes wrong. */
  sendAlerts: boolean;
  /** The e-mail addresses that alerts go to: at most five. */
  errorEmails: string[];
  /** Whether Qualys makes a new external ID. */
  regenerateExternalId: boolean;
}
