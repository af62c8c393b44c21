import { s3Document } from '../documents';
import type { OddityRow } from './oddity';

/** Oddities 1 to 20. */
export const s3Oddities: OddityRow[] = [
  [
    'the id is "Optional" though it stands in the path',
    s3Document('Input Parameters, id', '21-25'),
  ],
  [
    'bucketName is "Mandatory Integer"',
    s3Document('Input Parameters, bucketName', '27-31'),
  ],
  [
    '" " says that there is no bucket, "null" that there is no access point',
    s3Document('Input Parameters', '31, 47'),
  ],
  [
    'bucketName wins where accessPointArn is set too',
    s3Document('Input Parameters, accessPointArn', '49'),
  ],
  [
    'the second sample has no accessPointArn, which is mandatory',
    s3Document('Sample 2', '310-327'),
  ],
  [
    'the name has at most 50 characters',
    s3Document('Input Parameters, name', '55'),
  ],
  [
    'minSeverity is a text, is in no sample, and stands in filterQuery too',
    s3Document('Input Parameters, minSeverity', '57-61, 203-211, 250'),
  ],
  [
    'filterQuery is a "string" and, in the samples, an object',
    s3Document('Input Parameters, filterQuery', '63-71, 280-285'),
  ],
  [
    'filterQuery replaces everything, defaults included',
    s3Document('Asset Filter Tokens, last paragraph', '71, 250'),
  ],
  [
    'removeVulnFilter and removeAssetFilter are tokens in a table and members in a sample',
    s3Document('Filter Tokens, Sample 1', '205, 248, 283'),
  ],
  [
    'resultSectionNeeded is not among the parameters',
    s3Document('First paragraph, samples', '5, 273'),
  ],
  [
    'errorEmails is a text of at most five and, in the samples, an array',
    s3Document('Input Parameters, errorEmails', '101-105, 277-279'),
  ],
  [
    '"messsage" in one answer, "message" in the other',
    s3Document('Outputs of both samples', '292, 333'),
  ],
  [
    'the external ID holds a space and has the shape of a UUID',
    s3Document('Sample 2, output', '334'),
  ],
  [
    'regenerateExternalId breaks the trust of the role until somebody edits it',
    s3Document('Second paragraph, regenerateExternalId', '7, 89-93'),
  ],
  [
    'the sample is no JSON and the command is none of curl',
    s3Document('Sample 1', '258-286'),
  ],
  ['"Now" is not supported in QQL', s3Document('Filter Query Tokens', '120')],
  [
    'the case of tokens and of AND drifts, an AND is missing, tokens are in no table',
    s3Document('Filter Query Tokens', '112-250'),
  ],
  [
    'dates as 2023-07-06 and as 01-07-23',
    s3Document('Filter Query Tokens, firstFound', '112, 161'),
  ],
  [
    'a UUID in broken backticks',
    s3Document('Asset Filter Tokens, assetUuid', '222'),
  ],
];
