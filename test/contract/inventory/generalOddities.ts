import {
  assetManagementDocument,
  externalIdDocument,
  notification,
  s3Document,
} from '../documents';
import type { OddityRow } from './oddity';

/** Oddities 63 to 74. */
export const generalOddities: OddityRow[] = [
  [
    'only connectors of the Connector application can be updated; answers say which those are',
    externalIdDocument('Get the list of all AWS connectors', '155-156'),
  ],
  [
    'ids of option profiles come from another API',
    assetManagementDocument('optionProfileId', '73'),
  ],
  [
    'the name of the scan is <prefix>-<connectorId>-<timestamp>',
    assetManagementDocument('scanPrefix', '82'),
    'A name in another module of Qualys: it is in no call here. The form shows it.',
  ],
  [
    'a default DNS override is one of the records assigned to the web app, which no sample shows',
    notification('Set a Default DNS Override', '30-34'),
  ],
  ['permissions that a call needs', notification('Permissions', '37-41')],
  [
    'the answer to an update may hold more than the id',
    assetManagementDocument('Last sample', '271-304'),
  ],
  [
    'the id of an integration is immutable; what a list holds of several is not shown',
    notification('Update, Get Details', '459, 554-559'),
  ],
  [
    'removeVulnFilter and removeAssetFilter widen: all is sent',
    s3Document('Filter Tokens', '205, 248'),
  ],
  [
    'booleans in QQL as true and as 1',
    s3Document('Filter Query Tokens', '112, 137'),
  ],
  [
    'whether optional fields that are left out are kept is not said',
    s3Document('Input Parameters', '71, 79, 87, 93'),
  ],
  [
    'whether PUT replaces or merges is not said',
    notification('Update, sample 2', '493-545'),
  ],
  [
    'an update needs an external ID in the new format: old ones stand in the way',
    externalIdDocument('IMPORTANT', '59-61'),
  ],
];
