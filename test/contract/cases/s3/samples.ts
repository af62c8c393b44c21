import type { Request, Source } from '../../contractCase';
import { s3Document } from '../../documents';

const PLACEHOLDERS =
  'The curly quotes and the comma that is missing after accessPointArn; "string" in place of real values; minSeverity and regenerateExternalId, which the sample leaves out.';

/** A place in "Update Integration", its placeholders filled in. */
export const s3Sample = (place: string, lines: string): Source =>
  s3Document(place, lines, PLACEHOLDERS);

const query =
  'category: [`Potential`] AND severity >= 4 and superseded: true and runningKernel: true and runningService: true and isPatchable: true';
const asset =
  'assetUuid: `151334c4-3811-40b5-ba92-cfd0064eb9f4` AND ip: (1.1.1.1 .. 5.5.5.5)';

/** The access point of the samples that have one. */
export const ACCESS_POINT =
  'arn:aws:s3:eu-west-1:123456789012:accesspoint/findings';

/** What goes on the wire in sample 1. */
export const sent = {
  name: 'Findings',
  bucketName: 'qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::123456789012:role/qualys-s3',
  accessPointArn: 'null',
  minSeverity: '4',
  resultSectionNeeded: true,
  sendVulnInfo: true,
  compressData: true,
  regenerateExternalId: false,
  sendAlerts: true,
  errorEmails: ['team@example.com'],
  filterQuery: {
    vuln: query,
    asset,
    removeVulnFilter: false,
    removeAssetFilter: true,
  },
};

/** The same as a user of the client gives it. */
export const settings = {
  name: 'Findings',
  bucketName: 'qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::123456789012:role/qualys-s3',
  minSeverity: 4,
  resultSectionNeeded: true,
  sendVulnInfo: true,
  compressData: true,
  sendAlerts: true,
  errorEmails: ['team@example.com'],
  filterQuery: {
    vuln: query,
    asset,
    removeVulnFilter: false,
    removeAssetFilter: true,
  },
};

/** The same without anything that a warning would be about. */
export const plainSettings = {
  ...settings,
  filterQuery: {
    vuln: 'category: [`Confirmed`] AND ignored: 1',
    asset,
  },
};

/** What goes on the wire for those. */
export const plainSent = {
  ...sent,
  filterQuery: {
    vuln: 'category: [`Confirmed`] AND ignored: 1',
    asset,
    removeVulnFilter: false,
    removeAssetFilter: false,
  },
};

/** The request of an update. */
export const updateRequest = (json: unknown, id = '7'): Request => ({
  host: 'gateway',
  method: 'PUT',
  path: `/partner-integration/aws/s3/${id}/vm`,
  signIn: 'bearer',
  body: { json },
});

/** The answer of sample 1, with its letter too many. */
export const updated = {
  status: 200,
  body: { messsage: 'AWS S3 VM integration successfully updated.' },
};

interface Warned {
  warnings: ReadonlyArray<{ code: string }>;
}

/** A result with its warnings as codes: their words are not Qualys'. */
export const withCodes = <T extends Warned>(result: T) => ({
  ...result,
  warnings: result.warnings.map(({ code }) => code),
});

/** The codes of the warnings alone. */
export const codesOf = (result: Warned) => withCodes(result).warnings;
