import type { Source } from '../../contractCase';
import {
  cloudViewDescription,
  externalIdDocument as externalId,
  remediationDocument as remediation,
} from '../../documents';

const MASKED =
  'Masked ids are written as 123456789012, 805950163170 and valid UUIDs made of ones.';

/** A place in "Unique Secure External ID for AWS connectors". */
export const externalIdDocument = (
  place: string,
  lines: string,
  mended = '',
): Source =>
  externalId(
    place,
    lines,
    `Spaces and quotes that the scan lost or added. ${MASKED} ${mended}`.trim(),
  );

/** A place in "Enable Remediation through API". */
export const remediationDocument = (
  place: string,
  lines: string,
  mended = '',
): Source =>
  remediation(
    place,
    lines,
    `Brackets and commas that the scan lost. ${MASKED} ${mended}`.trim(),
  );

/** A place in the description of CloudView v1 that Qualys published in 2021. */
export const description = (place: string): Source =>
  cloudViewDescription(place);
