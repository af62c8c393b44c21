import { notification } from '../documents';
import type { OddityRow } from './oddity';

/** Oddities 32 to 46. */
export const notificationOddities: OddityRow[] = [
  [
    'damage of the scan: urI, gps, 2_0, w3.0rg, schemalLocation',
    notification('Throughout', '56-766'),
    'Damage of the transcript, mended in all cases of this document; nothing on the wire.',
  ],
  [
    'the request is about 1234, the answer about 14321734',
    notification('Update default DNS override record', '115, 144'),
  ],
  [
    'calls that read are shown as POST without a body',
    notification('Get details, status', '153-154, 262-264'),
  ],
  [
    'a default DNS override has an id or a name',
    notification('Input Parameters', '45-50'),
  ],
  [
    'cancelScansAfterNHours and cancelScansAt exclude each other',
    notification('XSD Update, WebAppConfig', '209-222'),
  ],
  [
    'the statuses of the last scan know no PROCESSING',
    notification('XSD Update, WasLastScanStatus', '223-251'),
  ],
  ['CDATA with line breaks around it', notification('XML output', '89-101')],
  [
    'PUT for the configuration, POST for the name, and a text that says POST',
    notification('Update Amazon Security Hub Integration', '469, 495, 498'),
  ],
  [
    'DELETE for the integration, POST for its accounts and regions',
    notification('Delete Amazon Security Hub Details', '672, 700, 725'),
  ],
  [
    'accounts are deleted without saying which',
    notification('Delete, sample 2', '696-720'),
  ],
  [
    'slashes at the end differ; "/vm/reg ions"',
    notification('APIs affected', '283-293'),
  ],
  [
    'answers are texts: integrationId=40, sentences, and what Java prints of a map',
    notification('Outputs', '339, 545, 581-601'),
  ],
  [
    'AWS accounts are numbers, which lose leading zeros',
    notification('vmConfigs', '368-369, 404-411'),
  ],
  [
    'minSeverity and baseCategory are written, severity and category are read',
    notification('vmConfigs', '365-366, 586-587'),
  ],
  [
    'count is 2 for a deletion, 1 elsewhere; a comma too many; "PUT data"',
    notification('Delete, samples 2 and 3', '717, 733, 764'),
  ],
];
