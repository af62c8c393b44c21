import type { ContractCase } from '../../contractCase';
import {
  awsConnectorResponse,
  azureConnectorResponse,
  gcpConnectorResponse,
  onePage,
  pageOf,
} from './described';
import {
  description,
  externalIdDocument,
  remediationDocument,
} from './documents';
import { all, listRequest } from './requests';
import {
  awsListed,
  awsListedModel,
  azureUpdated,
  azureUpdatedModel,
  gcpUpdated,
  gcpUpdatedModel,
  inSimulator,
} from './samples';

/** The lists of connectors. */
export const listCases: ContractCase[] = [
  {
    id: 'cloudview-aws-list',
    kind: 'call',
    calls: [17],
    oddities: [63],
    title: 'the list of AWS connectors',
    sources: [
      externalIdDocument(
        'Sample - Get the list of all AWS connectors',
        '125-165',
        'The sample lost `content: [`, all of the six connectors but one, and the colon in `lastSyncedOn%3Adesc`.',
      ),
      description('GET /rest/v1/aws/connectors'),
    ],
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      {
        request: listRequest('aws'),
        answer: {
          status: 200,
          body: {
            content: [awsListed],
            numberOfElements: 6,
            size: 50,
            number: 0,
          },
        },
        mayAlsoHold: pageOf(awsConnectorResponse),
      },
    ],
    outcome: { value: [awsListedModel] },
    simulator: { connectors: [inSimulator(awsListed)] },
  },
  {
    id: 'cloudview-azure-list',
    kind: 'call',
    title: 'the list of Azure connectors',
    sources: [
      description(
        'GET /rest/v1/azure/connectors, PageImpl«AzureConnectorResponse»',
      ),
      remediationDocument(
        'Azure: Update Connector to Enable Remediation',
        '398-453',
      ),
    ],
    call: client => all(client.cloudConnectors.azure.list()),
    exchanges: [
      {
        request: listRequest('azure'),
        answer: { status: 200, body: onePage([azureUpdated]) },
        mayAlsoHold: pageOf(azureConnectorResponse),
      },
    ],
    outcome: { value: [azureUpdatedModel] },
    simulator: { connectors: [inSimulator(azureUpdated)] },
  },
  {
    id: 'cloudview-gcp-list',
    kind: 'call',
    title: 'the list of GCP connectors',
    sources: [
      description(
        'GET /rest/v1/gcp/connectors, PageImpl«GcpConnectorResponse»',
      ),
      remediationDocument(
        'GCP: Update Connector to Enable Remediation',
        '548-595',
      ),
    ],
    call: client => all(client.cloudConnectors.gcp.list()),
    exchanges: [
      {
        request: listRequest('gcp'),
        answer: { status: 200, body: onePage([gcpUpdated]) },
        mayAlsoHold: pageOf(gcpConnectorResponse),
      },
    ],
    outcome: { value: [gcpUpdatedModel] },
    simulator: { connectors: [inSimulator(gcpUpdated)] },
  },
  {
    id: 'cloudview-aws-list-filter',
    kind: 'call',
    title: 'a list with page, page size, sort and filter of one’s own',
    sources: [description('GET /rest/v1/aws/connectors, parameters')],
    call: async client => {
      const options = {
        pageSize: 10,
        sort: 'name:asc',
        filter: 'state:SUCCESS',
      };
      return all(client.cloudConnectors.aws.list(options));
    },
    exchanges: [
      {
        request: {
          ...listRequest('aws'),
          query: {
            pageNo: '0',
            pageSize: '10',
            sort: 'name:asc',
            filter: 'state:SUCCESS',
          },
        },
        answer: { status: 200, body: onePage([awsListed]) },
        mayAlsoHold: pageOf(awsConnectorResponse),
      },
    ],
    outcome: { value: [awsListedModel] },
    simulator: { connectors: [inSimulator(awsListed)] },
  },
];
