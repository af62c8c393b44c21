import type { ContractCase } from '../../contractCase';
import { awsConnectorResponse } from './described';
import { externalIdDocument } from './documents';
import { createRequest } from './requests';
import { awsCreated } from './samples';
import { awsCreation, awsSettings } from './writeSamples';

const oneRegion = { ...awsSettings, govCloud: false, chinaRegion: false };
const NOTHING = { never: 'Nothing is sent.' };
// As in a sample of Asset Management.
const ODD_ARN = 'arn:aws:iam:::12345678911/role:testrole';

/** What is refused before anything is sent, and what lifts a rule of ours. */
export const refusalCases: ContractCase[] = [
  {
    id: 'cloudview-gov-and-china-refused',
    kind: 'oddity',
    oddities: [56],
    title: 'GovCloud and China at once need the option allowGovAndChina',
    sources: [
      externalIdDocument('Sample - Create new AWS connector', '178-190'),
    ],
    call: client => client.cloudConnectors.aws.create(awsSettings),
    exchanges: [],
    outcome: { error: { kind: 'invalid' } },
    simulator: NOTHING,
  },
  {
    id: 'cloudview-odd-arn-refused',
    kind: 'oddity',
    title: 'an ARN that is none needs the option allowNonStandardArn',
    sources: [
      externalIdDocument('Sample - Create new AWS connector', '178-190'),
    ],
    call: client =>
      client.cloudConnectors.aws.create({ ...oneRegion, arn: ODD_ARN }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'arn' } },
    simulator: NOTHING,
  },
  {
    id: 'cloudview-odd-arn-allowed',
    kind: 'oddity',
    title: 'an ARN that is none, with the option',
    sources: [
      externalIdDocument('Sample - Create new AWS connector', '178-190'),
    ],
    call: async client => {
      const { id } = await client.cloudConnectors.aws.create(
        { ...oneRegion, arn: ODD_ARN },
        { allowNonStandardArn: true },
      );
      return id;
    },
    exchanges: [
      {
        request: createRequest('aws', {
          json: {
            ...awsCreation,
            isGovCloud: false,
            isChinaRegion: false,
            arn: ODD_ARN,
          },
        }),
        answer: {
          status: 200,
          body: {
            ...awsCreated,
            isGovCloud: false,
            isChinaRegion: false,
            arn: ODD_ARN,
          },
        },
      },
    ],
    outcome: { value: awsCreated.connectorId },
    simulator: {
      never: 'The simulator takes only ARNs with an account in them.',
    },
  },
  {
    id: 'cloudview-external-id-special',
    kind: 'oddity',
    oddities: [59],
    title: 'an external ID with a special character in its third part',
    sources: [
      externalIdDocument('random alphanumeric number, and note', '52-57'),
    ],
    call: client =>
      client.cloudConnectors.aws.create({
        ...oneRegion,
        externalId: 'USPOD01-4765-90112_78609',
      }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'externalId' } },
    simulator: NOTHING,
  },
  {
    id: 'cloudview-external-id-letters',
    kind: 'oddity',
    oddities: [59],
    title: 'an external ID whose third part has five letters, the fewest',
    sources: [externalIdDocument('random alphanumeric number', '52-55')],
    call: async client => {
      const { externalId } = await client.cloudConnectors.aws.create({
        ...oneRegion,
        externalId: 'USPOD01-4765-aBcDe',
      });
      return externalId;
    },
    exchanges: [
      {
        request: createRequest('aws', {
          json: {
            ...awsCreation,
            isGovCloud: false,
            isChinaRegion: false,
            externalId: 'USPOD01-4765-aBcDe',
          },
        }),
        answer: {
          status: 200,
          body: { ...awsCreated, externalId: 'USPOD01-4765-aBcDe' },
        },
        mayAlsoHold: { '': awsConnectorResponse },
      },
    ],
    outcome: { value: 'USPOD01-4765-aBcDe' },
    simulator: {},
  },
  {
    id: 'cloudview-external-id-legacy',
    kind: 'oddity',
    oddities: [74],
    title: 'an update with an external ID of the old form is refused',
    sources: [externalIdDocument('IMPORTANT', '59-61')],
    call: client =>
      client.cloudConnectors.aws.update(awsCreated.connectorId, {
        ...oneRegion,
        externalId: '1658443190235',
      }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'externalId' } },
    simulator: NOTHING,
  },
  {
    id: 'cloudview-frequency-refused',
    kind: 'oddity',
    oddities: [57],
    title: '61 minutes are no polling frequency',
    sources: [externalIdDocument('connectorBody, pollingFrequency', '90-91')],
    call: client =>
      client.cloudConnectors.aws.create({
        ...oneRegion,
        pollingFrequency: { hours: 0, minutes: 61 },
      }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'pollingFrequency.minutes' } },
    simulator: NOTHING,
  },
];
