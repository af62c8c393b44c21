import type { ContractCase } from '../../contractCase';
import { onePage, pageOf } from './described';
import { description } from './documents';
import { all, errorsRequest } from './requests';
import { awsListed, azureUpdated, gcpUpdated, inSimulator } from './samples';

const occuredOn = 'Wed Jan 13 05:17:58 UTC 2021';
const occurredOn = '2021-01-13T05:17:58.000Z';

const samples = {
  aws: { connector: awsListed, place: { region: 'eu-west-1' } },
  azure: { connector: azureUpdated, place: { location: 'westeurope' } },
  gcp: { connector: gcpUpdated, place: { region: 'europe-west1' } },
};

/** The errors that Qualys met while it read an account. */
export const errorListCases: ContractCase[] = (
  ['aws', 'azure', 'gcp'] as const
).map(cloud => {
  const { connector, place } = samples[cloud];
  const error = 'Access denied';
  const region = Object.values(place)[0];
  return {
    id: `cloudview-${cloud}-errors`,
    kind: 'call' as const,
    title: `the errors of a connector (${cloud})`,
    sources: [
      description(`GET /rest/v1/${cloud}/connectors/{connectorId}/errors`),
      description('AwsConnectorErrorResponse and its siblings'),
    ],
    call: client =>
      all(client.cloudConnectors[cloud].errors(connector.connectorId)),
    exchanges: [
      {
        request: errorsRequest(cloud, connector.connectorId),
        answer: {
          status: 200,
          body: onePage(
            [
              {
                connectorId: connector.connectorId,
                connectorName: connector.name,
                error,
                occuredOn,
                ...place,
              },
            ],
            false,
          ),
        },
        mayAlsoHold: pageOf({}),
      },
    ],
    outcome: { value: [{ error, occurredOn, region }] },
    simulator: {
      connectors: [
        {
          ...inSimulator(connector),
          state: 'ERROR',
          error,
          errors: [{ error, region }],
        },
      ],
    },
  };
});
