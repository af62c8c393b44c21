import { connectorWarning } from 'qualys-model';
import type { ContractCase } from '../../contractCase';
import { awsConnectorResponse, azureConnectorResponse } from './described';
import {
  description,
  externalIdDocument,
  remediationDocument,
} from './documents';
import { all, getRequest, listRequest } from './requests';
import {
  awsCreated,
  awsCreatedModel,
  awsListed,
  awsListedModel,
  awsUpdated,
  awsUpdatedModel,
  azureCreated,
  azureCreatedModel,
  inSimulator,
} from './samples';

const { remediationEnabled, ...awsWithoutRemediation } = awsUpdated;
const { remediationEnabled: enabled, ...awsWithoutRemediationModel } =
  awsUpdatedModel;

const fullPage = (number: number) => ({
  content: Array.from({ length: 50 }, (_, index) => ({
    ...awsListed,
    connectorId: `7f25a529-4629-31e6-9bef-7a5828c3${String(1000 + index)}`,
  })),
  number,
  size: 50,
  totalElements: 120,
  totalPages: 3,
  last: false,
});

const gets = (
  sample: typeof awsListed | typeof awsCreated | typeof awsWithoutRemediation,
) => ({
  exchanges: [
    {
      request: getRequest('aws', sample.connectorId),
      answer: { status: 200, body: sample },
      mayAlsoHold: { '': awsConnectorResponse },
    },
  ],
  simulator: { connectors: [inSimulator(sample)] },
});

/** What a client of CloudView has to bear. */
export const oddityCases: ContractCase[] = [
  {
    id: 'cloudview-error-50004',
    kind: 'oddity',
    title: 'a code in `error` beside a pending state is a warning',
    sources: [
      externalIdDocument('Sample - Create new AWS connector', '170-223'),
    ],
    call: async client => {
      const connector = await client.cloudConnectors.aws.get(
        awsCreated.connectorId,
      );
      return { connector, warning: connectorWarning(connector) };
    },
    ...gets(awsCreated),
    outcome: { value: { connector: awsCreatedModel, warning: '50004' } },
  },
  {
    id: 'cloudview-gov-and-china',
    kind: 'oddity',
    oddities: [56],
    title: 'isGovCloud and isChinaRegion are both true in a sample',
    sources: [
      externalIdDocument('Sample - Create new AWS connector', '170-223'),
    ],
    call: async client => {
      const { govCloud, chinaRegion } = await client.cloudConnectors.aws.get(
        awsCreated.connectorId,
      );
      return { govCloud, chinaRegion };
    },
    ...gets(awsCreated),
    outcome: { value: { govCloud: true, chinaRegion: true } },
  },
  {
    id: 'cloudview-remediation-not-said',
    kind: 'oddity',
    oddities: [53],
    title: 'an answer without remediationEnabled says nothing about it',
    sources: [
      remediationDocument(
        'Input Parameters: "the current remediation status"',
        '68-72',
      ),
      externalIdDocument(
        'Sample - Get the list of all AWS connectors',
        '125-165',
      ),
    ],
    call: client => client.cloudConnectors.aws.get(awsUpdated.connectorId),
    ...gets(awsWithoutRemediation),
    outcome: { value: awsWithoutRemediationModel },
  },
  {
    id: 'cloudview-remediation-default',
    kind: 'oddity',
    oddities: [54],
    title:
      'remediation is disabled by default in one sentence and enabled in the next: the answer decides',
    sources: [
      remediationDocument(
        'New or Updated APIs, first paragraph and note',
        '49-57',
      ),
      remediationDocument('Update AWS Connector, second example', '263-332'),
    ],
    call: client => client.cloudConnectors.aws.get(awsUpdated.connectorId),
    exchanges: [
      {
        request: getRequest('aws', awsUpdated.connectorId),
        answer: {
          status: 200,
          body: { ...awsUpdated, remediationEnabled: false },
        },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: { ...awsUpdatedModel, remediationEnabled: false } },
    simulator: {
      connectors: [{ ...inSimulator(awsUpdated), remediationEnabled: false }],
    },
  },
  {
    id: 'cloudview-list-without-page',
    kind: 'oddity',
    oddities: [55],
    title: 'the sample of a list is a single connector with the page’s numbers',
    sources: [
      externalIdDocument(
        'Sample - Get the list of all AWS connectors',
        '125-165',
      ),
    ],
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      {
        request: listRequest('aws'),
        answer: {
          status: 200,
          body: { ...awsListed, numberOfElements: 6, size: 50, number: 0 },
        },
      },
    ],
    outcome: { value: [awsListedModel] },
    simulator: {
      never: 'The simulator answers pages as the description has them.',
    },
  },
  {
    id: 'cloudview-list-as-array',
    kind: 'oddity',
    oddities: [55],
    title: 'a list may come without its page',
    sources: [
      externalIdDocument(
        'Sample - Get the list of all AWS connectors',
        '125-165',
      ),
    ],
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      {
        request: listRequest('aws'),
        answer: { status: 200, body: [awsListed] },
      },
    ],
    outcome: { value: [awsListedModel] },
    simulator: {
      never: 'The simulator answers pages as the description has them.',
    },
  },
  {
    id: 'cloudview-polling-frequency-zero',
    kind: 'oddity',
    oddities: [57],
    title: 'a polling frequency of 0 hours and 0 minutes stands in the schema',
    sources: [externalIdDocument('Input Parameters, connectorBody', '71-99')],
    call: async client => {
      const connector = await client.cloudConnectors.aws.get(
        awsListed.connectorId,
      );
      return connector.pollingFrequency;
    },
    exchanges: [
      {
        request: getRequest('aws', awsListed.connectorId),
        answer: {
          status: 200,
          body: { ...awsListed, pollingFrequency: { hours: 0, minutes: 0 } },
        },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: { hours: 0, minutes: 0 } },
    simulator: {
      connectors: [
        {
          ...inSimulator(awsListed),
          pollingFrequency: { hours: 0, minutes: 0 },
        },
      ],
    },
  },
  {
    id: 'cloudview-azure-date-and-disabled',
    kind: 'oddity',
    title: 'a day without its zero, a wrong day of the week, and no isDisabled',
    sources: [
      remediationDocument(
        'Azure: Create Connector with Remediation Enabled',
        '334-396',
      ),
    ],
    call: client => client.cloudConnectors.azure.get(azureCreated.connectorId),
    exchanges: [
      {
        request: getRequest('azure', azureCreated.connectorId),
        answer: { status: 200, body: azureCreated },
        mayAlsoHold: { '': azureConnectorResponse },
      },
    ],
    outcome: { value: azureCreatedModel },
    simulator: { connectors: [inSimulator(azureCreated)] },
  },
  {
    id: 'cloudview-page-number-ignored',
    kind: 'oddity',
    title: 'a server that goes by another parameter gives page 0 for ever',
    sources: [description('GET /rest/v1/aws/connectors, pageNo')],
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      {
        request: listRequest('aws', 0),
        answer: { status: 200, body: fullPage(0) },
      },
      {
        request: listRequest('aws', 1),
        answer: { status: 200, body: fullPage(0) },
      },
    ],
    outcome: {
      error: { kind: 'unexpectedAnswer', status: 200, path: 'number' },
    },
    simulator: { never: 'The simulator goes by pageNo, as described.' },
  },
];
