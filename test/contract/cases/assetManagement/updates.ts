import type { ContractCase } from '../../contractCase';
import { qpsPost, serviceResponse, type QpsCase } from '../../dialects';
import { assetManagementDocument } from '../../documents';
import { inAssetManagement } from './described';
import { answered } from './answers';
import {
  appInfos,
  firstSample,
  perimeterScan,
  SAMPLE_ARN,
  scanJson,
  secondSample,
  thirdAnswerXml,
  thirdSample,
} from './awsSample';
import { holdingAws } from './simulated';

const byIds = [
  { field: 'id', operator: 'IN', value: ['843003', '843004'] } as const,
];

const cases: QpsCase[] = [
  {
    id: 'am-aws-update',
    kind: 'call',
    calls: [2],
    oddities: [21, 22, 25, 26, 28],
    title: 'an AWS connector is changed, with an ARN that is none',
    sources: [
      assetManagementDocument(
        'Change the name of an asset data connector, XML',
        '92-160',
        'The three <set> in one ConnectorAppInfoQList are one in each of three, as in the sample in JSON. The id in the address, XXXXX, is 843003.',
      ),
    ],
    call: client =>
      client.assetDataConnectors.aws.update(
        '843003',
        {
          name: 'AWSConnector API Updated',
          description: 'Updated Description Via API Updated',
          defaultTags: { set: ['42458382'] },
          activation: { set: ['VM'] },
          allRegions: true,
          disabled: false,
          runFrequency: 120,
          remediationEnabled: false,
          arn: SAMPLE_ARN,
          externalId: 'POD-999999-11213331',
          appInfos,
        },
        { allowNonStandardArn: true },
      ),
    exchanges: [
      {
        request: qpsPost(
          '3.0/update/am/awsassetdataconnector/843003',
          firstSample,
        ),
        answer: answered,
      },
    ],
    outcome: { value: { id: '843003' } },
    simulator: holdingAws(),
  },
  {
    id: 'am-aws-update-several-modules',
    kind: 'call',
    calls: [2],
    oddities: [21, 26, 28],
    title: 'an AWS connector is changed, with two modules',
    sources: [
      assetManagementDocument(
        'API Request (JSON)',
        '161-238',
        'The id of the answer, xxxxx without quotes, is 843003. The blank at the end of the name.',
      ),
    ],
    call: client =>
      client.assetDataConnectors.aws.update(
        '843003',
        {
          name: 'AWSConnector API',
          description: 'Updated Description Via API ',
          defaultTags: { set: ['42458382'] },
          activation: { set: ['SCA', 'PC'] },
          allRegions: false,
          disabled: false,
          runFrequency: 600,
          remediationEnabled: true,
          appInfos,
        },
        { allowNonStandardArn: true },
      ),
    exchanges: [
      {
        request: qpsPost(
          '3.0/update/am/awsassetdataconnector/843003',
          secondSample,
        ),
        answer: answered,
      },
    ],
    outcome: { value: { id: '843003' } },
    simulator: holdingAws(),
  },
  {
    id: 'am-aws-update-where',
    kind: 'call',
    calls: [2],
    oddities: [22, 23, 24, 31, 68],
    title:
      'the perimeter scan of several connectors; the answer shows the settings, one of them different',
    sources: [
      assetManagementDocument(
        'Last sample',
        '239-304',
        'The conditions and the object around the settings, which stand as "..."; the ids of the answer.',
      ),
    ],
    call: client =>
      client.assetDataConnectors.aws.updateWhere(
        byIds,
        { perimeterScan },
        { dateFormat: 'dd/MM/yyyy' },
      ),
    exchanges: [
      {
        request: qpsPost('3.0/update/am/awsassetdataconnector', thirdSample),
        answer: {
          status: 200,
          xml: serviceResponse(
            'am/awsassetdataconnector.xsd',
            `<responseCode>SUCCESS</responseCode>
<count>2</count>
<data>
${thirdAnswerXml}
</data>`,
          ),
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 2,
              data: [843003, 843004].map(id => ({
                AwsAssetDataConnector: {
                  id,
                  ...scanJson('updated- AWS scan prefix'),
                },
              })),
            },
          },
        },
      },
    ],
    outcome: { value: { ids: ['843003', '843004'], count: 2 } },
    simulator: holdingAws([843003, 843004]),
  },
];

/** Changes of AWS connectors. */
export const awsUpdateCases: ContractCase[] = inAssetManagement(cases);
