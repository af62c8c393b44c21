import type { Source } from '../../contractCase';

const MASKED =
  'Masked ids are written as 123456789012, 805950163170 and valid UUIDs made of ones.';

/** A place in "Unique Secure External ID for AWS connectors". */
export const externalIdDocument = (place: string, mended = ''): Source => ({
  document: 'CloudView: Unique Secure External ID for AWS connectors',
  place,
  mended:
    `Spaces and quotes that the scan lost or added. ${MASKED} ${mended}`.trim(),
});

/** A place in "Enable Remediation through API". */
export const remediationDocument = (place: string, mended = ''): Source => ({
  document: 'CloudView: Enable Remediation through API',
  place,
  mended: `Brackets and commas that the scan lost. ${MASKED} ${mended}`.trim(),
});

/** A place in the description of CloudView v1 that Qualys published in 2021. */
export const description = (place: string): Source => ({
  document: 'CloudView API v1, Swagger description',
  place,
});
