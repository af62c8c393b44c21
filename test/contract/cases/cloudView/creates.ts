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
import { createRequest } from './requests';
import {
  awsCreated,
  awsCreatedModel,
  azureCreated,
  azureCreatedModel,
  gcpUpdatedModel,
} from './samples';
import {
  awsCreation,
  awsRemediating,
  awsRemediatingModel,
  awsSettings,
  azureCreation,
  gcpCreated,
  keyFile,
} from './writeSamples';

const { error: placeholder, ...azureWithoutError } = azureCreatedModel;

/** New connectors. */
export const createCases: ContractCase[] = [
  {
    id: 'cloudview-aws-create',
    kind: 'call',
    calls: [18],
    oddities: [52, 56, 58],
    title:
      'a new AWS connector, in GovCloud and China at once as in the sample',
    sources: [
      externalIdDocument('Sample - Create new AWS connector', '166-223'),
      description('POST /rest/v1/aws/connectors'),
    ],
    call: client =>
      client.cloudConnectors.aws.create(awsSettings, {
        allowGovAndChina: true,
      }),
    exchanges: [
      {
        request: createRequest('aws', { json: awsCreation }),
        answer: { status: 200, body: awsCreated },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: awsCreatedModel },
    simulator: {},
  },
  {
    id: 'cloudview-aws-create-remediation',
    kind: 'call',
    calls: [18],
    oddities: [47, 60],
    title: 'a new AWS connector with remediation, by POST and without a query',
    sources: [
      remediationDocument(
        'AWS: Create Connector with remediation enabled',
        '133-186',
        'The method GET and the query of the list; the space in the name of the role, which AWS does not allow.',
      ),
    ],
    call: client =>
      client.cloudConnectors.aws.create({
        arn: awsRemediating.arn,
        description: 'Connector created through API automation',
        externalId: 'pod01-438846-1629479060624',
        portalConnector: false,
        name: 'AWS Connector',
        remediationEnabled: true,
      }),
    exchanges: [
      {
        request: createRequest('aws', {
          json: {
            arn: awsRemediating.arn,
            description: 'Connector created through API automation',
            externalId: 'pod01-438846-1629479060624',
            isPortalConnector: false,
            name: 'AWS Connector',
            remediationEnabled: true,
          },
        }),
        answer: { status: 200, body: awsRemediating },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: awsRemediatingModel },
    simulator: {},
  },
  {
    id: 'cloudview-azure-create',
    kind: 'call',
    calls: [20],
    title: 'a new Azure connector',
    sources: [
      remediationDocument(
        'Azure: Create Connector with Remediation Enabled',
        '334-396',
      ),
      description('POST /rest/v1/azure/connectors'),
    ],
    call: async client => {
      const { isGovCloud: govCloud, ...settings } = azureCreation;
      const { error: _, ...created } =
        await client.cloudConnectors.azure.create({ ...settings, govCloud });
      return created;
    },
    exchanges: [
      {
        request: createRequest('azure', { json: azureCreation }),
        answer: { status: 200, body: azureCreated },
        mayAlsoHold: { '': azureConnectorResponse },
      },
    ],
    outcome: { value: azureWithoutError },
    simulator: {},
  },
  {
    id: 'cloudview-gcp-create',
    kind: 'call',
    calls: [22],
    oddities: [51],
    title: 'a new GCP connector, whose key is a file in a form',
    sources: [
      remediationDocument(
        'GCP: Create Connector with Remediation Enabled',
        '506-547',
        'The signs before the name of the file; its content, which is not shown.',
      ),
      description('POST /rest/v1/gcp/connectors'),
    ],
    call: client =>
      client.cloudConnectors.gcp.create({
        configFile: keyFile,
        description: 'Description',
        name: 'API Connector',
        projectId: 'my-project-1513669048551',
        remediationEnabled: true,
      }),
    exchanges: [
      {
        request: createRequest('gcp', {
          multipart: {
            configFile: {
              filename: 'my-project-1513669048551.json',
              type: 'application/json',
              text: keyFile,
            },
            description: 'Description',
            name: 'API Connector',
            projectId: 'my-project-1513669048551',
            remediationEnabled: 'true',
          },
        }),
        answer: { status: 200, body: gcpCreated },
        mayAlsoHold: { '': gcpConnectorResponse },
      },
    ],
    outcome: {
      value: {
        ...gcpUpdatedModel,
        description: 'Description',
        reportedState: 'PENDING',
        lastSyncedOn: '2021-07-05T08:54:11.000Z',
        nextSyncedOn: '2021-07-05T12:54:11.000Z',
      },
    },
    simulator: {},
  },
  {
    id: 'cloudview-gcp-create-frequency',
    kind: 'call',
    title: 'the polling frequency of a GCP connector is two fields of the form',
    sources: [
      description(
        'POST /rest/v1/gcp/connectors, pollingFrequencyInHrs and pollingFrequencyInMinutes',
      ),
    ],
    call: async client => {
      const { pollingFrequency } = await client.cloudConnectors.gcp.create({
        configFile: keyFile,
        name: 'API Connector',
        projectId: 'my-project-1513669048551',
        pollingFrequency: { hours: 6, minutes: 30 },
      });
      return pollingFrequency;
    },
    exchanges: [
      {
        request: createRequest('gcp', {
          multipart: {
            configFile: {
              filename: 'my-project-1513669048551.json',
              type: 'application/json',
              text: keyFile,
            },
            name: 'API Connector',
            projectId: 'my-project-1513669048551',
            pollingFrequencyInHrs: '6',
            pollingFrequencyInMinutes: '30',
          },
        }),
        answer: {
          status: 201,
          body: { ...gcpCreated, pollingFrequency: { hours: 6, minutes: 30 } },
        },
      },
    ],
    outcome: { value: { hours: 6, minutes: 30 } },
    simulator: {
      never:
        'The simulator answers a creation with HTTP 200, as described first.',
    },
  },
];
