import {
  CONNECTOR_APPS,
  connectorState,
  isConnectorId,
  type AssetDataConnector,
  type CloudProvider,
  type ConnectorAppInfo,
  type ConnectorAppInfoInput,
} from 'qualys-model';
import {
  assetDataConnectorsOf,
  connectorsOf,
  getLivingConnector,
  type SubscriptionClient,
} from '../../clients';
import type { TakeOver } from '../../connectors';
import { ownRecord } from '../../feeds';
import {
  identityOf,
  type CreatingApi,
  type FoundConnector,
} from './creatingApi';
import { latestError } from './latestError';
import {
  accountOf,
  azureGovCloud,
  azureIds,
  commonAssetSettings,
  gcpAuthRecordOf,
  partitionFlags,
} from './wanted';

const ACCOUNT_FIELDS: Record<CloudProvider, string> = {
  AWS: 'awsAccountId',
  AZURE: 'authRecord.subscriptionId',
  GCP: 'authRecord.projectId',
};

// More connectors than this of one account are out of the question.
const PAGE_SIZE = 100;

// Asset Inventory, which all samples of the documents have, and which Qualys
// is reported to demand of GCP.
const inventoryOf = (identifier: string): ConnectorAppInfoInput[] => [
  { name: 'AI', identifier },
];

/**
 * What a connector is used for, with another role in the place of its own;
 * undefined where nothing has to be written. What is not understood stays as
 * it is.
 */
function usesWith(
  { appInfos = [], arn: before }: FoundConnector,
  arn: string,
): ConnectorAppInfoInput[] | undefined {
  const isOld = (use: ConnectorAppInfo) => use.identifier === before;
  if (before === arn || !appInfos.some(isOld)) return undefined;
  const uses = appInfos.map(use => ({
    ...use,
    ...(isOld(use) && { identifier: arn }),
  }));
  const isKnown = (use: ConnectorAppInfo): use is ConnectorAppInfoInput =>
    use.identifier !== undefined &&
    (CONNECTOR_APPS as readonly string[]).includes(use.name);
  return uses.every(isKnown) ? uses : undefined;
}

/**
 * Creates connectors through Asset Management 3.0.
 *
 * Source: "Create AWS Connector 3.0" with its siblings, and the fields that
 * Qualys' own scripts search by.
 */
export function createThroughAssetManagement(deps: {
  client: SubscriptionClient;
  takeOver: TakeOver;
}): CreatingApi {
  const { client, takeOver } = deps;
  const { qualys } = client;
  const { aws, azure, gcp } = qualys.assetDataConnectors;

  const toFound = (connector: AssetDataConnector): FoundConnector => {
    const { id, cloudviewUuid } = connector;
    const isKnownThere =
      cloudviewUuid !== undefined && isConnectorId(cloudviewUuid);
    return {
      id,
      assetManagementId: id,
      connectorId: isKnownThere ? cloudviewUuid : ownRecord(connector),
      ...identityOf(connector),
      appInfos: connector.appInfos,
      disabled: connector.disabled,
      reportedState: connector.reportedState,
      // The last error may be long past.
      error:
        connectorState(connector) === 'error' ? connector.lastError : undefined,
      lastSyncedOn: connector.lastSyncedOn,
      takeOver: () => takeOver.assetManagement(client, connector),
    };
  };

  return {
    area: 'assetManagement',

    async find(request, { fresh: _, ...options }) {
      const found: FoundConnector[] = [];
      const list = assetDataConnectorsOf(qualys, request.provider).search({
        ...options,
        pageSize: PAGE_SIZE,
        filters: [
          {
            field: ACCOUNT_FIELDS[request.provider],
            operator: 'EQUALS',
            value: accountOf(request),
          },
        ],
      });
      for await (const connector of list) {
        if (!connector.deleted) found.push(toFound(connector));
      }
      return found;
    },

    async get({ provider }, id, options) {
      const connectors = assetDataConnectorsOf(qualys, provider);
      return toFound(await getLivingConnector(connectors, id, options));
    },

    async create(request, secret, options) {
      const common = commonAssetSettings(request);
      const { regions, perimeterScan } = request.settings;
      switch (secret.provider) {
        case 'AWS': {
          const { arn, externalId } = secret;
          const created = await aws.create(
            {
              ...common,
              arn,
              externalId,
              ...(regions ? { regions } : { allRegions: true }),
              ...partitionFlags(request),
              ...(perimeterScan && { perimeterScan }),
              appInfos: inventoryOf(arn),
            },
            options,
          );
          return created.id;
        }
        case 'AZURE': {
          const { authenticationKey } = secret;
          const created = await azure.create(
            {
              ...common,
              authRecord: { ...azureIds(request), authenticationKey },
              ...azureGovCloud(request),
              appInfos: inventoryOf(accountOf(request)),
            },
            options,
          );
          return created.id;
        }
        default: {
          const created = await gcp.create(
            {
              ...common,
              authRecord: gcpAuthRecordOf(secret.keyFile),
              appInfos: inventoryOf(accountOf(request)),
            },
            options,
          );
          return created.id;
        }
      }
    },

    async giveAccess(request, connector, secret, options) {
      const { id } = connector;
      switch (secret.provider) {
        case 'AWS': {
          const { arn, externalId } = secret;
          const appInfos = usesWith(connector, arn);
          await aws.update(
            id,
            { arn, externalId, ...(appInfos && { appInfos }) },
            options,
          );
          return;
        }
        case 'AZURE': {
          const { authenticationKey } = secret;
          await azure.update(
            id,
            { authRecord: { ...azureIds(request), authenticationKey } },
            options,
          );
          return;
        }
        default:
          await gcp.update(
            id,
            { authRecord: gcpAuthRecordOf(secret.keyFile) },
            options,
          );
      }
    },

    run({ provider }, id, options) {
      return { AWS: aws, AZURE: azure, GCP: gcp }[provider].run(id, options);
    },

    async saysOf({ provider }, { connectorId }, options) {
      // Where CloudView knows it, its list says more.
      if (!isConnectorId(connectorId)) return undefined;
      return latestError(connectorsOf(qualys, provider), connectorId, options);
    },
  };
}
