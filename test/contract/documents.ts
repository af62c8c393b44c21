import type { Source } from './contractCase';

type Place = (place: string, lines?: string, mended?: string) => Source;

const documentNamed =
  (document: string): Place =>
  (place, lines, mended) => ({
    document,
    place,
    ...(lines && { lines }),
    ...(mended && { mended }),
  });

/** A place in "AWS S3 integration: Update Integration". */
export const s3Document = documentNamed(
  'AWS S3 integration: Update Integration',
);

/** A place in "Asset Management: Update AWS Asset Data Connector". */
export const assetManagementDocument = documentNamed(
  'Asset Management: Update AWS Asset Data Connector',
);

/** A place in "Qualys Cloud Platform 3.x API notification: WAS and AWS Security Hub". */
export const notification = documentNamed(
  'Qualys Cloud Platform 3.x API notification: WAS and AWS Security Hub',
);

/** A place in "CloudView: Unique Secure External ID for AWS connectors". */
export const externalIdDocument = documentNamed(
  'CloudView: Unique Secure External ID for AWS connectors',
);

/** A place in "CloudView: Enable Remediation through API". */
export const remediationDocument = documentNamed(
  'CloudView: Enable Remediation through API',
);

/** A place in the description of CloudView v1 that Qualys published in 2021. */
export const cloudViewDescription = documentNamed(
  'CloudView API v1, Swagger description',
);

/** A place in the documentation of connectors 3.0, docs.qualys.com/en/conn/api. */
export const connectorDocumentation = documentNamed(
  'Qualys Connector API documentation',
);

/** A place in the documentation of Web Application Scanning, docs.qualys.com/en/was/api. */
export const wasDocumentation = documentNamed('Qualys WAS API documentation');

/** A place in the documentation of the older API of Vulnerability Management. */
export const vmDocumentation = documentNamed(
  'Qualys API (VM, PC) documentation',
);

/** Recorded answers of the live service that others published. */
export const recording = documentNamed('Recorded answers of the live service');

/** What no document shows. */
export const undocumented = documentNamed('Not documented');
