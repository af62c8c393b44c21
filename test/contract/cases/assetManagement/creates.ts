import type { ContractCase } from '../../contractCase';
import { found, qpsPost, type QpsCase, type TwoForms } from '../../dialects';
import { connectorDocumentation } from '../../documents';
import { inAssetManagement } from './described';

const ARN = 'arn:aws:iam::123456789012:role/testrole';
const key = {
  type: 'service_account',
  project_id: 'my-project-1513669048551',
  private_key_id: '1111111111111111111111111111111111111111',
  private_key: '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n',
  client_email: 'qualys@my-project-1513669048551.iam.gserviceaccount.com',
};
const azureRecord = {
  applicationId: '11111111-1111-1111-8111-111111111112',
  directoryId: '11111111-1111-1111-8111-111111111114',
  subscriptionId: '11111111-1111-1111-8111-111111111115',
  authenticationKey: 'the-secret-key',
};

const creation = (name: string, object: object): TwoForms => ({
  json: { ServiceRequest: { data: { [name]: object } } },
});

const cases: QpsCase[] = [
  {
    id: 'am-aws-create',
    kind: 'call',
    title: 'a new AWS connector for two regions',
    sources: [connectorDocumentation('Create AWS Connector 3.0')],
    call: client =>
      client.assetDataConnectors.aws.create({
        name: 'AWS connector',
        arn: ARN,
        externalId: 'POD-999999-11213331',
        regions: ['us-east-1', 'eu-west-1'],
        activation: ['VM', 'SCA'],
        defaultTags: ['42458382'],
        disabled: false,
        runFrequency: 240,
        appInfos: [{ name: 'AI', identifier: ARN, tagId: '42458382' }],
      }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/create/am/awsassetdataconnector',
          creation('AwsAssetDataConnector', {
            name: 'AWS connector',
            arn: ARN,
            externalId: 'POD-999999-11213331',
            endpoints: {
              add: {
                AwsEndpointSimple: [
                  { regionCode: 'us-east-1' },
                  { regionCode: 'eu-west-1' },
                ],
              },
            },
            activation: { set: { ActivationModule: ['VM', 'SCA'] } },
            defaultTags: { set: { TagSimple: { id: 42458382 } } },
            disabled: false,
            runFrequency: 240,
            connectorAppInfos: {
              set: {
                ConnectorAppInfoQList: [
                  {
                    set: {
                      ConnectorAppInfo: {
                        name: 'AI',
                        identifier: ARN,
                        tagId: 42458382,
                      },
                    },
                  },
                ],
              },
            },
          }),
        ),
        answer: found([{ AwsAssetDataConnector: { id: 843006 } }]),
      },
    ],
    outcome: { value: { id: '843006' } },
    simulator: {
      holds: control => control.addTag({ id: 42458382, name: 'Cloud' }),
    },
  },
  {
    id: 'am-azure-create',
    kind: 'call',
    title: 'a new Azure connector',
    sources: [connectorDocumentation('Create Azure Connector 3.0')],
    call: client =>
      client.assetDataConnectors.azure.create({
        name: 'Azure connector',
        authRecord: azureRecord,
        govCloud: false,
      }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/create/am/azureassetdataconnector',
          creation('AzureAssetDataConnector', {
            name: 'Azure connector',
            authRecord: azureRecord,
            isGovCloudConfigured: false,
          }),
        ),
        answer: found([{ AzureAssetDataConnector: { id: 843007 } }]),
      },
    ],
    outcome: { value: { id: '843007' } },
    simulator: {},
  },
  {
    id: 'am-gcp-create',
    kind: 'call',
    title: 'a new GCP connector: names of the key file in JSON, others in XML',
    sources: [connectorDocumentation('Create GCP Connector 3.0')],
    call: client =>
      client.assetDataConnectors.gcp.create({
        name: 'GCP connector',
        authRecord: key,
      }),
    exchanges: [
      {
        request: qpsPost('3.0/create/am/gcpassetdataconnector', {
          ...creation('GcpAssetDataConnector', {
            name: 'GCP connector',
            type: 'GCP',
            authRecord: key,
          }),
          xml: `<ServiceRequest>
<data>
<GcpAssetDataConnector>
<name>GCP connector</name>
<type>GCP</type>
<authRecord>
<type>service_account</type>
<projectId>${key.project_id}</projectId>
<privateKeyId>${key.private_key_id}</privateKeyId>
<privateKey>${key.private_key}</privateKey>
<clientEmail>${key.client_email}</clientEmail>
</authRecord>
</GcpAssetDataConnector>
</data>
</ServiceRequest>`,
        }),
        answer: found([{ GcpAssetDataConnector: { id: 843008 } }]),
      },
    ],
    outcome: { value: { id: '843008' } },
    simulator: {},
  },
];

/** New connectors. */
export const connectorCreateCases: ContractCase[] = inAssetManagement(cases);
