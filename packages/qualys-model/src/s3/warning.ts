import type { QqlProblemCode } from '../qql/problem';

/**
 * What a warning about the settings of an S3 integration is about:
 *
 * - `bucketNameUnusual`: AWS would not give a bucket this name today.
 * - `bucketWins`: a bucket and an access point are set; the bucket is used.
 * - `regionDiffers`: the region is not that of the access point.
 * - `severityTwice`: `minSeverity` and the query both bound the severity.
 * - `filterRemoved`: a query is ignored, and everything is sent.
 * - `queryEmpty`: there is no query, and what Qualys makes of that is not documented.
 * - `nobodyAlerted`: alerts are on, and nobody is named to get them.
 * - `externalIdRegenerated`: the integration stops until the trust policy is edited.
 * - the codes of warnings of QQL.
 *
 * @public
 */
export type S3WarningCode =
  | 'bucketNameUnusual'
  | 'bucketWins'
  | 'regionDiffers'
  | 'severityTwice'
  | 'filterRemoved'
  | 'queryEmpty'
  | 'nobodyAlerted'
  | 'externalIdRegenerated'
  | QqlProblemCode;

/**
 * Something in the settings of an S3 integration that is allowed and that a
 * person should know before it is saved.
 *
 * @public
 */
export interface S3Warning {
  /** What it is about. */
  code: S3WarningCode;
  /** The setting, for example `bucketName` or `filterQuery.vuln`. */
  path: string;
  /** What it means and what to do, in plain English, for people in a form. */
  message: string;
  /** Where a query is in doubt: the first UTF-16 unit of its text concerned. */
  from?: number;
  /** Where a query is in doubt: the end of its text concerned, in UTF-16 units, exclusive. */
  to?: number;
}
