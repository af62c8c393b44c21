import type { ContractCase } from '../../contractCase';
import {
  awsConnectorResponse,
  azureConnectorResponse,
  gcpConnectorResponse,
} from './described';
import { description, remediationDocument } from './documents';
import { getRequest } from './requests';
import {
  awsUpdated,
  awsUpdatedModel,
  azureUpdated,
  azureUpdatedModel,
  gcpUpdated,
  gcpUpdatedModel,
  inSimulator,
} from './samples';

/** Single connectors, and the base account. */
export const getCases: ContractCase[] = [
  {
    id: 'cloudview-aws-get',
    kind: 'call',
    title: 'an AWS connector',
    sources: [
      description('GET /rest/v1/aws/connectors/{connectorId}'),
      remediationDocument(
        'Update AWS Connector to Enable/Disable Remediation',
        '187-261',
        'The id, whose digits one the scan reads as the letter l.',
      ),
    ],
    call: client => client.cloudConnectors.aws.get(awsUpdated.connectorId),
    exchanges: [
      {
        request: getRequest('aws', awsUpdated.connectorId),
        answer: { status: 200, body: awsUpdated },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: awsUpdatedModel },
    simulator: { connectors: [inSimulator(awsUpdated)] },
  },
  {
    id: 'cloudview-azure-get',
    kind: 'call',
    title: 'an Azure connector',
    sources: [
      description('GET /rest/v1/azure/connectors/{connectorId}'),
      remediationDocument(
        'Azure: Update Connector to Enable Remediation',
        '398-453',
      ),
    ],
    call: client => client.cloudConnectors.azure.get(azureUpdated.connectorId),
    exchanges: [
      {
        request: getRequest('azure', azureUpdated.connectorId),
        answer: { status: 200, body: azureUpdated },
        mayAlsoHold: { '': azureConnectorResponse },
      },
    ],
    outcome: { value: azureUpdatedModel },
    simulator: { connectors: [inSimulator(azureUpdated)] },
  },
  {
    id: 'cloudview-gcp-get',
    kind: 'call',
    title: 'a GCP connector',
    sources: [
      description('GET /rest/v1/gcp/connectors/{connectorId}'),
      remediationDocument(
        'GCP: Update Connector to Enable Remediation',
        '548-595',
      ),
    ],
    call: client => client.cloudConnectors.gcp.get(gcpUpdated.connectorId),
    exchanges: [
      {
        request: getRequest('gcp', gcpUpdated.connectorId),
        answer: { status: 200, body: gcpUpdated },
        mayAlsoHold: { '': gcpConnectorResponse },
      },
    ],
    outcome: { value: gcpUpdatedModel },
    simulator: { connectors: [inSimulator(gcpUpdated)] },
  },
  {
    id: 'cloudview-aws-base-account',
    kind: 'call',
    title: 'the AWS accounts that Qualys assumes roles from',
    sources: [
      description('GET /rest/v1/aws/connectors/awsBaseAccountId'),
      {
        document: 'qualysdk, TotalCloud',
        place: 'Get AWS Base Account API',
        mended: 'The ids, which are invented there.',
      },
    ],
    call: client => client.cloudConnectors.aws.baseAccount(),
    exchanges: [
      {
        request: {
          host: 'cloudView',
          method: 'GET',
          path: '/cloudview-api/rest/v1/aws/connectors/awsBaseAccountId',
        },
        answer: {
          status: 200,
          body: {
            globalAccountId: '805950163170',
            chinaAccountId: '210987654321',
            govAccountId: '001122334455',
            customerGlobalAccount: 'false',
            customerChinaAccount: 'false',
            customerGovAccount: 'false',
          },
        },
      },
    ],
    outcome: {
      value: {
        global: { id: '805950163170', customerOwned: false },
        gov: { id: '001122334455', customerOwned: false },
        china: { id: '210987654321', customerOwned: false },
      },
    },
    simulator: { connectors: [] },
  },
];
