import type { Source } from '../../contractCase';
import { notification } from '../../documents';

const SCANNED =
  'Letters that the scan changed: urI, <I[CDATA[, gps, w3.0rg, schemalLocation.';

/** A place in the chapters on Web Application Scanning. */
export const wasDocument = (
  place: string,
  lines: string,
  mended = '',
): Source => notification(place, lines, `${SCANNED} ${mended}`.trim());
