import {
  externalIdDocument,
  notification,
  remediationDocument,
} from '../documents';
import type { OddityRow } from './oddity';

/** Oddities 47 to 62. */
export const cloudViewOddities: OddityRow[] = [
  [
    'the sample of creation is a GET of the list, with a body',
    remediationDocument('AWS: Create Connector', '141-143'),
  ],
  [
    'the sample of an update is a POST of the list, without id',
    remediationDocument('Update AWS Connector', '195-196, 269-270'),
  ],
  [
    'a body before the address; the update of Azure holds subscriptionId',
    remediationDocument('Azure: Update Connector', '406-423'),
  ],
  [
    'a header remediationEnabled=true and a body of JSON under multipart',
    remediationDocument('GCP: Update Connector', '567-571'),
  ],
  [
    'the key file is a part of a form, of type application/json',
    remediationDocument('GCP: Create Connector', '514-525'),
  ],
  [
    'answers differ from their requests',
    externalIdDocument('Create, Update', '184, 223'),
  ],
  [
    'remediationEnabled that is left out of an update stays as it is',
    remediationDocument('Input Parameters', '70-72'),
  ],
  [
    'remediation is "enabled by default" and, two lines above, "disabled"',
    remediationDocument('New or Updated APIs', '54-57'),
  ],
  [
    'the sample of a list has no list; %3A is lost',
    externalIdDocument('Get the list of all AWS connectors', '130-165'),
  ],
  [
    'isChinaRegion and isGovCloud are both true',
    externalIdDocument('Create new AWS connector', '182-183'),
  ],
  [
    'a polling frequency of nothing in the schema, of four hours in answers',
    externalIdDocument('connectorBody', '90-91, 147-150'),
  ],
  [
    'qualysAccountId is named and in no body',
    externalIdDocument('connectorBody', '73'),
  ],
  [
    'an "alphanumeric number" of 5 to 13 "digits", letters allowed',
    externalIdDocument('random alphanumeric number', '52-57'),
  ],
  [
    'names of roles with a space',
    remediationDocument('AWS: Create Connector', '149, 185'),
  ],
  [
    'hosts of US4, EU3, UK1, AU1, KSA1 and GOV1 are missing',
    externalIdDocument('URL to the Qualys API Server', '15-25'),
    'An address is no call: the platforms are tested in qualys-client/src/platforms.',
  ],
  [
    'the text promises the gateway, every sample is of the API server',
    notification('URL to the Qualys API Server', '18-20, 321'),
  ],
];
