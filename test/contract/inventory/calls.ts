import type { Source } from '../contractCase';
import {
  assetManagementDocument,
  externalIdDocument,
  notification,
  remediationDocument,
  s3Document,
} from '../documents';

/** A call that the documents describe or name. */
export interface InventoriedCall {
  number: number;
  /** Method, host and path. */
  title: string;
  source: Source;
}

const securityHub = '/qps/rest/2.0/…/integration/amazon/securityhub';
const cloudView = '/cloudview-api/rest/v1';

const rows: Array<[string, Source]> = [
  [
    'PUT /partner-integration/aws/s3/{id}/vm (gateway)',
    s3Document('Samples 1 and 2', '3-105, 253-335'),
  ],
  [
    'POST /qps/rest/3.0/update/am/awsassetdataconnector, with and without id',
    assetManagementDocument('All samples', '92-304'),
  ],
  [
    'POST /qps/rest/3.0/create/was/webapp',
    notification('Set default DNS override for a web application', '52-108'),
  ],
  [
    'POST /qps/rest/3.0/update/was/webapp/{id}',
    notification('Update default DNS override record', '109-147'),
  ],
  [
    'GET /qps/rest/3.0/get/was/webapp/{id}',
    notification('Get details of default DNS override', '149-178'),
  ],
  [
    'GET /qps/rest/3.0/status/was/wasscan/{id}',
    notification('Added a New Scan Status "PROCESSING"', '253-280'),
  ],
  [
    `POST ${securityHub.replace('…', 'add')}`,
    notification('Create Amazon Security Hub Integration', '310-342'),
  ],
  [
    `POST ${securityHub.replace('…', 'add')}/{id}/vm`,
    notification('Configure Amazon Security Hub Integration', '344-453'),
  ],
  [
    `POST ${securityHub.replace('…', 'update')}/{id}`,
    notification('Update, sample 1: name', '462-491'),
  ],
  [
    `PUT ${securityHub.replace('…', 'update')}/{id}/vm`,
    notification('Update, sample 2: configuration', '493-551'),
  ],
  [
    `GET ${securityHub.replace('…', 'get')}/`,
    notification('Get details, sample 1', '561-605'),
  ],
  [
    `GET ${securityHub.replace('…', 'get')}/vm/`,
    notification('Get details, sample 2', '607-658'),
  ],
  [
    `GET ${securityHub.replace('…', 'get')}/{id}/vm/`,
    notification('Get details, sample 2, second request', '619-658'),
  ],
  [
    `DELETE ${securityHub.replace('…', 'delete')}/{id}`,
    notification('Delete, sample 1: integration', '669-694'),
  ],
  [
    `POST ${securityHub.replace('…', 'delete')}/{id}/vm`,
    notification('Delete, sample 2: accounts', '696-720'),
  ],
  [
    `POST ${securityHub.replace('…', 'delete')}/{id}/vm/regions`,
    notification('Delete, sample 3: regions', '722-766'),
  ],
  [
    `GET ${cloudView}/aws/connectors`,
    externalIdDocument('Get the list of connectors (AWS)', '121-165'),
  ],
  [
    `POST ${cloudView}/aws/connectors`,
    externalIdDocument('Create a new AWS Connector', '166-223'),
  ],
  [
    `PUT ${cloudView}/aws/connectors/{connectorId}`,
    externalIdDocument('Update an existing AWS Connector', '225-290'),
  ],
  [
    `POST ${cloudView}/azure/connectors`,
    remediationDocument('Azure: Create Connector', '334-396'),
  ],
  [
    `PUT ${cloudView}/azure/connectors/{connectorId}`,
    remediationDocument('Azure: Update Connector', '398-504'),
  ],
  [
    `POST ${cloudView}/gcp/connectors`,
    remediationDocument('GCP: Create Connector', '506-547'),
  ],
  [
    `PUT ${cloudView}/gcp/connectors/{connectorId}`,
    remediationDocument('GCP: Update Connector', '548-642'),
  ],
  [
    'POST /auth (gateway)',
    s3Document('Authorization: Bearer <token>, in both samples', '260, 303'),
  ],
  [
    'GET /api/2.0/fo/subscription/option_profile/vm/?action=list',
    assetManagementDocument('optionProfileId', '72-73'),
  ],
];

/** All calls of the documents. */
export const CALLS: InventoriedCall[] = rows.map(([title, source], index) => ({
  number: index + 1,
  title,
  source,
}));
