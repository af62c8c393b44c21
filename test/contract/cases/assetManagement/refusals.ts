import type { ContractCase } from '../../contractCase';
import { qpsBare } from '../../dialects';
import { assetManagementDocument, recording } from '../../documents';
import { perimeterScan, SAMPLE_ARN } from './awsSample';

const NOTHING = { never: 'Nothing is sent.' };

/** What is refused before anything is sent, and an answer that is broken. */
export const awsRefusalCases: ContractCase[] = [
  {
    id: 'am-broken-json',
    kind: 'oddity',
    oddities: [27],
    title: 'an id without quotes, as printed: the change may have been made',
    sources: [assetManagementDocument('Response (JSON)', '225-238')],
    call: client =>
      client.assetDataConnectors.aws.update('843003', { disabled: true }),
    exchanges: [
      {
        request: {
          host: 'api',
          ...qpsBare('POST', '3.0/update/am/awsassetdataconnector/843003'),
          body: {
            json: {
              ServiceRequest: {
                data: { AwsAssetDataConnector: { disabled: true } },
              },
            },
          },
        },
        answer: {
          status: 200,
          text: '{"ServiceResponse": {"responseCode": "SUCCESS", "count": 1, "data": [{"AwsAssetDataConnector": {"id": xxxxx}}]}}',
          headers: { 'content-type': 'application/json' },
        },
      },
    ],
    outcome: { error: { kind: 'outcomeUnknown', status: 200 } },
    simulator: { never: 'The simulator writes JSON.' },
  },
  {
    id: 'am-bare-values',
    kind: 'oddity',
    oddities: [26],
    title: 'collections in all the shapes that JSON gives them',
    sources: [
      assetManagementDocument('API Request (JSON)', '170-219'),
      recording('bare values, single objects in place of arrays'),
    ],
    call: async client => {
      const connector = await client.assetDataConnectors.aws.get('843003');
      return [connector.defaultTags, connector.activation, connector.appInfos];
    },
    exchanges: [
      {
        request: {
          host: 'api',
          ...qpsBare('GET', '3.0/get/am/awsassetdataconnector/843003'),
        },
        answer: {
          status: 200,
          body: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: '1',
              data: {
                AwsAssetDataConnector: {
                  id: '843003',
                  name: 'AWS connector',
                  defaultTags: { list: { TagSimple: { id: 42458382 } } },
                  activation: { list: ['VM', 'SCA'] },
                  connectorAppInfos: {
                    set: {
                      ConnectorAppInfoQList: {
                        set: [
                          { ConnectorAppInfo: { name: 'AI' } },
                          { ConnectorAppInfo: { name: 'CI' } },
                        ],
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
    outcome: {
      value: [
        [{ id: '42458382' }],
        ['VM', 'SCA'],
        [{ name: 'AI' }, { name: 'CI' }],
      ],
    },
    simulator: { never: 'The simulator keeps to one shape.' },
  },
  {
    id: 'am-update-where-not-equals',
    kind: 'oddity',
    oddities: [22],
    title: 'NOT EQUALS, which Qualys does not support for changes, is not sent',
    sources: [assetManagementDocument('Second paragraph', '2')],
    call: client =>
      client.assetDataConnectors.aws.updateWhere(
        [{ field: 'id', operator: 'NOT EQUALS', value: '843003' }],
        { disabled: true },
      ),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'filters[0].operator' } },
    simulator: NOTHING,
  },
  {
    id: 'am-update-where-all',
    kind: 'oddity',
    oddities: [22],
    title: 'a change of everything is not sent',
    sources: [assetManagementDocument('API request without id', '2, 240')],
    call: client =>
      client.assetDataConnectors.aws.updateWhere([], { disabled: true }),
    exchanges: [],
    outcome: { error: { kind: 'invalid' } },
    simulator: NOTHING,
  },
  {
    id: 'am-odd-arn',
    kind: 'oddity',
    oddities: [25],
    title: 'the ARN of the sample is not sent without its option',
    sources: [assetManagementDocument('arn of the samples', '117')],
    call: client =>
      client.assetDataConnectors.aws.update('843003', { arn: SAMPLE_ARN }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'arn' } },
    simulator: NOTHING,
  },
  {
    id: 'am-days-of-daily',
    kind: 'oddity',
    oddities: [30],
    title: 'days of a scan that runs daily are not sent',
    sources: [assetManagementDocument('daysOfWeek', '78-79')],
    call: client =>
      client.assetDataConnectors.aws.update('843003', {
        perimeterScan: {
          enabled: true,
          configuration: {
            ...perimeterScan.configuration,
            recurrence: 'DAILY',
          },
        },
      }),
    exchanges: [],
    outcome: {
      error: {
        kind: 'invalid',
        path: 'perimeterScan.configuration.daysOfWeek',
      },
    },
    simulator: NOTHING,
  },
  {
    id: 'am-all-regions-and-one',
    kind: 'oddity',
    oddities: [29],
    title: 'a region beside all regions, which would be ignored, is not sent',
    sources: [assetManagementDocument('allRegions', '25-28')],
    call: client =>
      client.assetDataConnectors.aws.update('843003', {
        allRegions: true,
        regions: { add: ['us-east-1'] },
      }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'regions' } },
    simulator: NOTHING,
  },
];
