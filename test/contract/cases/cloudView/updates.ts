import type { ContractCase } from '../../contractCase';
import {
  awsConnectorResponse,
  azureConnectorResponse,
  gcpConnectorResponse,
} from './described';
import {
  description,
  externalIdDocument,
  remediationDocument,
} from './documents';
import { updateRequest } from './requests';
import {
  awsCreated,
  awsUpdated,
  awsUpdatedModel,
  azureUpdated,
  azureUpdatedModel,
  gcpUpdated,
  gcpUpdatedModel,
  inSimulator,
} from './samples';
import {
  AWS_ID,
  awsCreation,
  awsRemediationChange,
  awsRenamed,
  awsRenamedModel,
  awsSettings,
  azureChange,
  keyFile,
} from './writeSamples';

const {
  subscriptionId,
  remediationEnabled: remediating,
  ...azureWithout
} = azureChange;

/** Connectors that are changed. */
export const updateCases: ContractCase[] = [
  {
    id: 'cloudview-aws-update',
    kind: 'call',
    calls: [19],
    title: 'an AWS connector gets another description',
    sources: [
      externalIdDocument('Sample - Update AWS connector', '225-290'),
      description('PUT /rest/v1/aws/connectors/{connectorId}'),
    ],
    call: client =>
      client.cloudConnectors.aws.update(
        awsCreated.connectorId,
        { ...awsSettings, description: 'Update External ID' },
        { allowGovAndChina: true },
      ),
    exchanges: [
      {
        request: updateRequest('aws', awsCreated.connectorId, {
          json: { ...awsCreation, description: 'Update External ID' },
        }),
        answer: { status: 200, body: awsRenamed },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: awsRenamedModel },
    simulator: { connectors: [inSimulator(awsCreated)] },
  },
  {
    id: 'cloudview-aws-update-remediation',
    kind: 'oddity',
    oddities: [48, 52],
    title:
      'remediation is switched on, by PUT with the id; the answer is of another connector',
    sources: [
      remediationDocument(
        'Update AWS Connector to Enable/Disable Remediation',
        '187-261',
        'The method POST and the address without an id, which would create a connector.',
      ),
    ],
    call: client =>
      client.cloudConnectors.aws.update(
        AWS_ID,
        { ...awsSettings, remediationEnabled: true },
        { allowGovAndChina: true },
      ),
    exchanges: [
      {
        request: updateRequest('aws', AWS_ID, { json: awsRemediationChange }),
        answer: { status: 200, body: awsUpdated },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: awsUpdatedModel },
    simulator: { connectors: [inSimulator(awsUpdated)] },
  },
  {
    id: 'cloudview-aws-update-no-flag',
    kind: 'oddity',
    oddities: [48, 53],
    title: 'without the flag the answer shows remediation as it is',
    sources: [
      remediationDocument('Update AWS Connector, second example', '263-332'),
      remediationDocument('Input Parameters', '68-72'),
    ],
    call: async client => {
      const { remediationEnabled } = await client.cloudConnectors.aws.update(
        AWS_ID,
        awsSettings,
        { allowGovAndChina: true },
      );
      return remediationEnabled;
    },
    exchanges: [
      {
        request: updateRequest('aws', AWS_ID, { json: awsCreation }),
        answer: {
          status: 200,
          body: { ...awsUpdated, remediationEnabled: false },
        },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: false },
    simulator: {
      connectors: [{ ...inSimulator(awsUpdated), remediationEnabled: false }],
    },
  },
  {
    id: 'cloudview-azure-update-as-sample',
    kind: 'call',
    calls: [21],
    oddities: [49],
    title:
      'an Azure connector, with the subscriptionId that only the sample sends',
    sources: [
      remediationDocument(
        'Azure: Update Connector to Enable Remediation',
        '398-453',
        'The body stands before the address.',
      ),
    ],
    call: client =>
      client.cloudConnectors.azure.update(
        azureUpdated.connectorId,
        azureChange,
        { sendSubscriptionId: true },
      ),
    exchanges: [
      {
        request: updateRequest('azure', azureUpdated.connectorId, {
          json: azureChange,
        }),
        answer: { status: 200, body: azureUpdated },
        mayAlsoHold: { '': azureConnectorResponse },
      },
    ],
    outcome: { value: azureUpdatedModel },
    simulator: { connectors: [inSimulator(azureUpdated)] },
  },
  {
    id: 'cloudview-azure-update',
    kind: 'call',
    calls: [21],
    oddities: [49, 53],
    title:
      'an Azure connector, as described: without subscriptionId; and without the flag',
    sources: [
      description('AzureConnectorUpdateRequest'),
      remediationDocument('Azure: Update Connector, second example', '455-504'),
    ],
    call: async client => {
      const { remediationEnabled } = await client.cloudConnectors.azure.update(
        azureUpdated.connectorId,
        { ...azureWithout, subscriptionId },
      );
      return remediationEnabled;
    },
    exchanges: [
      {
        request: updateRequest('azure', azureUpdated.connectorId, {
          json: azureWithout,
        }),
        answer: {
          status: 200,
          body: { ...azureUpdated, remediationEnabled: false },
        },
        mayAlsoHold: { '': azureConnectorResponse },
      },
    ],
    outcome: { value: false },
    simulator: {
      connectors: [{ ...inSimulator(azureUpdated), remediationEnabled: false }],
    },
  },
  {
    id: 'cloudview-gcp-update',
    kind: 'call',
    calls: [23],
    oddities: [50],
    title: 'a GCP connector, by a form and not by a header',
    sources: [
      remediationDocument(
        'GCP: Update Connector to Enable Remediation',
        '548-595',
        'The header remediationEnabled=true and the body of JSON, which are fields of a form.',
      ),
      description('PUT /rest/v1/gcp/connectors/{connectorId}'),
    ],
    call: client =>
      client.cloudConnectors.gcp.update(gcpUpdated.connectorId, {
        description: 'Sample Description update',
        remediationEnabled: true,
      }),
    exchanges: [
      {
        request: updateRequest('gcp', gcpUpdated.connectorId, {
          multipart: {
            description: 'Sample Description update',
            remediationEnabled: 'true',
          },
        }),
        answer: { status: 200, body: gcpUpdated },
        mayAlsoHold: { '': gcpConnectorResponse },
      },
    ],
    outcome: { value: gcpUpdatedModel },
    simulator: { connectors: [inSimulator(gcpUpdated)] },
  },
  {
    id: 'cloudview-gcp-update-no-flag',
    kind: 'oddity',
    oddities: [53],
    title: 'a GCP connector without the flag, with another name and key',
    sources: [
      remediationDocument('GCP: Update Connector, second example', '597-642'),
      description('PUT /rest/v1/gcp/connectors/{connectorId}'),
    ],
    call: async client => {
      const { remediationEnabled } = await client.cloudConnectors.gcp.update(
        gcpUpdated.connectorId,
        {
          name: 'API Connector',
          description: 'Sample Description update',
          configFile: keyFile,
          remediationEnabled: 'unchanged',
        },
      );
      return remediationEnabled;
    },
    exchanges: [
      {
        request: updateRequest('gcp', gcpUpdated.connectorId, {
          multipart: {
            configFile: {
              filename: 'my-project-1513669048551.json',
              type: 'application/json',
              text: keyFile,
            },
            name: 'API Connector',
            description: 'Sample Description update',
          },
        }),
        answer: {
          status: 200,
          body: { ...gcpUpdated, remediationEnabled: false },
        },
        mayAlsoHold: { '': gcpConnectorResponse },
      },
    ],
    outcome: { value: false },
    simulator: {
      connectors: [{ ...inSimulator(gcpUpdated), remediationEnabled: false }],
    },
  },
];
