import { assetManagementDocument } from '../documents';
import type { OddityRow } from './oddity';

/** Oddities 21 to 31. */
export const assetManagementOddities: OddityRow[] = [
  [
    'the types in the table are shifted by rows: name "integer", externalId "boolean"',
    assetManagementDocument('Parameters', '9-53'),
  ],
  [
    'the address with the id, and without it with a slash at the end',
    assetManagementDocument('API requests', '94, 240'),
  ],
  [
    'startDate is mm/dd/yyyy in the table and 31/05/2022 in the sample',
    assetManagementDocument('startDate', '85, 262'),
  ],
  [
    'scanPrefix of the answer is not that of the request',
    assetManagementDocument('Last sample', '261, 295'),
  ],
  [
    'an ARN with three colons, 11 digits and role: in place of role/',
    assetManagementDocument('arn of the samples', '117, 125, 195'),
  ],
  [
    'tags as object or array, modules as one or several, applications nested differently in XML and JSON',
    assetManagementDocument('Both samples', '101-145, 170-219'),
  ],
  [
    'an id in JSON without quotes: xxxxx',
    assetManagementDocument('Response (JSON)', '233'),
  ],
  [
    'the JSON request names no Content-Type',
    assetManagementDocument('API Request (JSON)', '162'),
  ],
  [
    'the text adds us-east-1 as region, the sample does not',
    assetManagementDocument('Change the name …', '92, 96-148'),
  ],
  [
    'settings of the perimeter scan need two switches; days only when WEEKLY',
    assetManagementDocument('Cloud perimeter scan parameters', '62-79'),
  ],
  [
    'flat names in the table, a ConnectorScanConfiguration in the sample; a name with a space',
    assetManagementDocument('Cloud perimeter scan', '66-91, 249-267'),
  ],
];
