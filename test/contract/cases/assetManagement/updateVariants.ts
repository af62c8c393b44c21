import type { ContractCase } from '../../contractCase';
import { qpsPost, type QpsCase } from '../../dialects';
import { assetManagementDocument } from '../../documents';
import { answered } from './answers';
import { perimeterScan, scanJson } from './awsSample';
import { inAssetManagement } from './described';
import { holdingAws } from './simulated';

const cases: QpsCase[] = [
  {
    id: 'am-aws-start-date',
    kind: 'oddity',
    oddities: [23],
    title: 'the date as the table has it, month first',
    sources: [assetManagementDocument('startDate', '84-85')],
    call: client =>
      client.assetDataConnectors.aws.update('843003', { perimeterScan }),
    exchanges: [
      {
        request: qpsPost('3.0/update/am/awsassetdataconnector/843003', {
          json: {
            ServiceRequest: {
              data: {
                AwsAssetDataConnector: scanJson(
                  'update scan prefix',
                  '05/31/2022',
                ),
              },
            },
          },
        }),
        answer: answered,
      },
    ],
    outcome: { value: { id: '843003' } },
    simulator: holdingAws(),
  },
  {
    id: 'am-aws-scan-global',
    kind: 'oddity',
    oddities: [30],
    title: 'a perimeter scan with the global configuration',
    sources: [
      assetManagementDocument('Cloud perimeter scan parameters', '62-70'),
    ],
    call: client =>
      client.assetDataConnectors.aws.update('843003', {
        perimeterScan: { enabled: true },
      }),
    exchanges: [
      {
        request: qpsPost('3.0/update/am/awsassetdataconnector/843003', {
          json: {
            ServiceRequest: {
              data: {
                AwsAssetDataConnector: {
                  isCPSEnabled: true,
                  connectorScanSetting: { isCustomScanConfigEnabled: false },
                },
              },
            },
          },
        }),
        answer: answered,
      },
    ],
    outcome: { value: { id: '843003' } },
    simulator: holdingAws(),
  },
  {
    id: 'am-aws-add-region',
    kind: 'oddity',
    oddities: [29],
    title: 'us-east-1 is added, as the text says and the sample does not',
    sources: [assetManagementDocument('Change the name …', '92')],
    call: client =>
      client.assetDataConnectors.aws.update('843003', {
        regions: { add: ['us-east-1'] },
      }),
    exchanges: [
      {
        request: qpsPost('3.0/update/am/awsassetdataconnector/843003', {
          json: {
            ServiceRequest: {
              data: {
                AwsAssetDataConnector: {
                  endpoints: {
                    add: { AwsEndpointSimple: [{ regionCode: 'us-east-1' }] },
                  },
                },
              },
            },
          },
        }),
        answer: answered,
      },
    ],
    outcome: { value: { id: '843003' } },
    simulator: holdingAws(),
  },
  {
    id: 'am-aws-update-writer',
    kind: 'oddity',
    oddities: [67],
    title: 'a Manager writes where the reader may not',
    sources: [assetManagementDocument('Permissions required', '3')],
    settings: { writeCredentials: { username: 'quays_mg', password: 'right' } },
    call: client =>
      client.assetDataConnectors.aws.update('843003', { disabled: true }),
    exchanges: [
      {
        request: {
          ...qpsPost('3.0/update/am/awsassetdataconnector/843003', {
            json: {
              ServiceRequest: {
                data: { AwsAssetDataConnector: { disabled: true } },
              },
            },
          }),
          signIn: 'writer',
        },
        answer: answered,
      },
    ],
    outcome: { value: { id: '843003' } },
    simulator: {
      never: 'The simulator knows one user, who may do everything.',
    },
  },
  {
    id: 'am-aws-not-manager',
    kind: 'oddity',
    oddities: [67],
    title: 'a user who is no Manager',
    sources: [assetManagementDocument('Permissions required', '3')],
    call: client =>
      client.assetDataConnectors.aws.update('843003', { disabled: true }),
    exchanges: [
      {
        request: qpsPost('3.0/update/am/awsassetdataconnector/843003', {
          json: {
            ServiceRequest: {
              data: { AwsAssetDataConnector: { disabled: true } },
            },
          },
        }),
        answer: {
          status: 403,
          json: {
            ServiceResponse: {
              responseCode: 'NOT_AUTHORIZED',
              responseErrorDetails: { errorMessage: 'Managers only.' },
            },
          },
        },
      },
    ],
    outcome: {
      error: { kind: 'permission', status: 403, code: 'NOT_AUTHORIZED' },
    },
    simulator: {
      never: 'The simulator knows one user, who may do everything.',
    },
  },
];

/** Changes that the text describes and no sample shows, and who may make them. */
export const awsUpdateVariantCases: ContractCase[] = inAssetManagement(cases);
