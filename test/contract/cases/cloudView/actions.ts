import type { ContractCase } from '../../contractCase';
import { description } from './documents';
import { idsRequest } from './requests';
import { awsListed, azureUpdated, gcpUpdated, inSimulator } from './samples';

const samples = { aws: awsListed, azure: azureUpdated, gcp: gcpUpdated };

const verbs = [
  { verb: 'delete', method: 'DELETE', path: '' },
  { verb: 'run', method: 'POST', path: '/run' },
  { verb: 'enable', method: 'PATCH', path: '/connectors/enable' },
  { verb: 'disable', method: 'PATCH', path: '/connectors/disable' },
] as const;

/** What is done to connectors by their ids: to one, to several. */
export const actionCases: ContractCase[] = (
  ['aws', 'azure', 'gcp'] as const
).flatMap(cloud =>
  verbs.map(({ verb, method, path }): ContractCase => {
    const connector = samples[cloud];
    const ids = [connector.connectorId];
    const acknowledged = path.startsWith('/connectors/');
    return {
      id: `cloudview-${cloud}-${verb}`,
      kind: 'call',
      title: `connectors: ${verb} (${cloud})`,
      sources: [
        description(`${method} /rest/v1/${cloud}/connectors${path}`),
        ...(acknowledged ? [description('AckRequest')] : []),
      ],
      call: client => client.cloudConnectors[cloud][verb](ids),
      exchanges: [
        {
          request: idsRequest(cloud, method, path, ids),
          answer: {
            status: 200,
            ...(acknowledged && { body: { acknowledged: true } }),
          },
        },
      ],
      outcome: { value: undefined },
      simulator: { connectors: [inSimulator(connector)] },
    };
  }),
);

const template = `${JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {},
})}\n`;

/** Answers that the description leaves open, and the file. */
export const otherActionCases: ContractCase[] = [
  {
    id: 'cloudview-aws-delete-204',
    kind: 'call',
    title: 'one connector, deleted with HTTP 204',
    sources: [description('DELETE /rest/v1/aws/connectors, 204')],
    call: client => client.cloudConnectors.aws.delete(awsListed.connectorId),
    exchanges: [
      {
        request: idsRequest('aws', 'DELETE', '', [awsListed.connectorId]),
        answer: { status: 204 },
      },
    ],
    outcome: { value: undefined },
    simulator: {
      never:
        'The simulator answers a deletion with HTTP 200, as described first.',
    },
  },
  {
    id: 'cloudview-aws-delete-none',
    kind: 'call',
    title: 'a deletion of nothing is not sent',
    sources: [description('DELETE /rest/v1/aws/connectors, connectorIds')],
    call: client => client.cloudConnectors.aws.delete([]),
    exchanges: [],
    outcome: { error: { kind: 'invalid' } },
    simulator: { never: 'Nothing is sent.' },
  },
  {
    id: 'cloudview-aws-template',
    kind: 'call',
    title: 'the CloudFormation template of the role',
    sources: [description('GET /rest/v1/aws/connectors/aws/download')],
    call: client =>
      client.cloudConnectors.aws.cloudFormationTemplate({
        externalId: 'USPOD01-4765-9011278609223',
      }),
    exchanges: [
      {
        request: {
          host: 'cloudView',
          method: 'GET',
          path: '/cloudview-api/rest/v1/aws/connectors/aws/download',
          accept: '*/*',
          query: {
            awsCloudType: 'Global',
            externalId: 'USPOD01-4765-9011278609223',
          },
        },
        answer: { status: 200, text: template },
      },
    ],
    outcome: { value: template },
    simulator: {},
  },
];
