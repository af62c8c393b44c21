import type { ContractCase } from '../../contractCase';
import {
  dataOf,
  found,
  qpsBare,
  qpsPost,
  searchOf,
  type QpsCase,
} from '../../dialects';
import { connectorDocumentation } from '../../documents';
import { inAssetManagement } from './described';
import { all } from '../cloudView/requests';
import {
  awsRead,
  awsReadModel,
  azureRead,
  azureReadModel,
  gcpRead,
  gcpReadModel,
} from './objects';
import { holdingAny } from './simulated';

const clouds = [
  {
    cloud: 'aws',
    provider: 'AWS',
    noun: 'awsassetdataconnector',
    name: 'AwsAssetDataConnector',
    object: awsRead,
    model: awsReadModel,
  },
  {
    cloud: 'azure',
    provider: 'AZURE',
    noun: 'azureassetdataconnector',
    name: 'AzureAssetDataConnector',
    object: azureRead,
    model: azureReadModel,
  },
  {
    cloud: 'gcp',
    provider: 'GCP',
    noun: 'gcpassetdataconnector',
    name: 'GcpAssetDataConnector',
    object: gcpRead,
    model: gcpReadModel,
  },
] as const;

const NOT_ALL_OF_IT = {
  never: 'No connector that a test adds to the simulator has all of this.',
};

const cases = clouds.flatMap(
  ({ cloud, provider, noun, name, object, model }): QpsCase[] => {
    const id = String(object.id);
    const plain = {
      id: object.id,
      name: 'A connector',
      connectorState: 'PENDING',
      disabled: 'false',
    };
    const plainModel = {
      provider,
      id,
      name: 'A connector',
      description: '',
      account: '',
      reportedState: 'PENDING',
      disabled: false,
      deleted: false,
      ...(cloud === 'aws' && { govCloud: false, chinaRegion: false }),
      ...(cloud === 'azure' && { govCloud: false }),
    };
    const documentation = (verb: string) => [
      connectorDocumentation(`${verb} (${provider}), connectors 3.0`),
    ];
    return [
      {
        id: `am-${cloud}-search`,
        kind: 'call',
        title: `connectors by their name (${cloud})`,
        sources: documentation('Search connectors'),
        call: client =>
          all<unknown>(
            client.assetDataConnectors[cloud].search({
              filters: [
                { field: 'name', operator: 'EQUALS', value: 'A connector' },
              ],
            }),
          ),
        exchanges: [
          {
            request: qpsPost(
              `3.0/search/am/${noun}`,
              searchOf(1000, [
                { field: 'name', operator: 'EQUALS', value: 'A connector' },
              ]),
            ),
            answer: found([{ [name]: plain }], { hasMoreRecords: 'false' }),
          },
        ],
        outcome: { value: [plainModel] },
        simulator: holdingAny(provider, object.id, 'A connector'),
      },
      {
        id: `am-${cloud}-get`,
        kind: 'call',
        title: `a connector with all that it may have (${cloud})`,
        sources: documentation('Get connector'),
        call: client => client.assetDataConnectors[cloud].get(id),
        exchanges: [
          {
            request: qpsBare('GET', `3.0/get/am/${noun}/${id}`),
            answer: found([{ [name]: object }]),
          },
        ],
        outcome: { value: model },
        simulator: NOT_ALL_OF_IT,
      },
      {
        id: `am-${cloud}-get-plain`,
        kind: 'call',
        title: `a connector with what it has at least (${cloud})`,
        sources: documentation('Get connector'),
        call: client => client.assetDataConnectors[cloud].get(id),
        exchanges: [
          {
            request: qpsBare('GET', `3.0/get/am/${noun}/${id}`),
            answer: found([{ [name]: plain }]),
          },
        ],
        outcome: { value: plainModel },
        simulator: holdingAny(provider, object.id, 'A connector'),
      },
      {
        id: `am-${cloud}-update-name`,
        kind: 'call',
        title: `a connector gets another name (${cloud})`,
        sources: documentation('Update connector'),
        call: client =>
          client.assetDataConnectors[cloud].update(id, { name: 'renamed' }),
        exchanges: [
          {
            request: qpsPost(
              `3.0/update/am/${noun}/${id}`,
              dataOf({ [name]: { name: 'renamed' } }),
            ),
            answer: found([{ [name]: { id: object.id } }]),
          },
        ],
        outcome: { value: { id } },
        simulator: holdingAny(provider, object.id),
      },
      {
        id: `am-${cloud}-delete`,
        kind: 'call',
        title: `a connector is deleted, by an empty POST (${cloud})`,
        sources: documentation('Delete connector'),
        call: client => client.assetDataConnectors[cloud].delete(id),
        exchanges: [
          {
            request: qpsBare('POST', `3.0/delete/am/${noun}/${id}`),
            answer: found([{ [name]: { id: object.id } }]),
          },
        ],
        outcome: { value: undefined },
        simulator: holdingAny(provider, object.id),
      },
      {
        id: `am-${cloud}-run`,
        kind: 'call',
        title: `a connector reads its account now (${cloud})`,
        sources: documentation('Run connector'),
        call: client => client.assetDataConnectors[cloud].run(id),
        exchanges: [
          {
            request: qpsBare('POST', `3.0/run/am/${noun}/${id}`),
            answer: found([{ [name]: { id: object.id } }]),
          },
        ],
        outcome: { value: undefined },
        simulator: holdingAny(provider, object.id),
      },
    ];
  },
);

/** Searching, reading, renaming, deleting and running, for each cloud. */
export const otherConnectorCases: ContractCase[] = inAssetManagement(cases);
