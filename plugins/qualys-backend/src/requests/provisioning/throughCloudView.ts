import type { CallOptions } from 'qualys-client';
import {
  awsSettingsOf,
  azureSettingsOf,
  type CloudConnector,
  type CloudProvider,
} from 'qualys-model';
import { connectorsOf, type SubscriptionClient } from '../../clients';
import type { TakeOver } from '../../connectors';
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
  commonSettings,
  partitionFlags,
} from './wanted';

const PAGE_SIZE = 300;

// One reading serves all requests whose turn comes in this time.
const LISTING_MS = 60_000;

interface Listing {
  begunAt: number;
  connectors: Promise<CloudConnector[]>;
}

/**
 * Creates connectors through CloudView v1. It documents no search, so that
 * the whole list is read to find one: once for all whose turn comes soon after
 * each other, and for each by itself where a connector may have been created
 * meanwhile.
 *
 * Source: CloudView API v1, `/rest/v1/{aws,azure,gcp}/connectors`.
 */
export function createThroughCloudView(deps: {
  client: SubscriptionClient;
  takeOver: TakeOver;
}): CreatingApi {
  const { client, takeOver } = deps;
  const { aws, azure, gcp } = client.qualys.cloudConnectors;
  const listings = new Map<CloudProvider, Listing>();

  const toFound = (connector: CloudConnector): FoundConnector => ({
    id: connector.id,
    connectorId: connector.id,
    ...identityOf(connector),
    disabled: connector.disabled,
    reportedState: connector.reportedState,
    error: connector.error,
    lastSyncedOn: connector.lastSyncedOn,
    takeOver: () => takeOver.cloudView(client, connector),
  });

  const readAll = async (provider: CloudProvider, options: CallOptions) => {
    const all: CloudConnector[] = [];
    const list = connectorsOf(client.qualys, provider).list({
      ...options,
      pageSize: PAGE_SIZE,
    });
    for await (const connector of list) all.push(connector);
    return all;
  };

  const listOf = async (
    provider: CloudProvider,
    { fresh, ...options }: CallOptions & { fresh: boolean },
  ): Promise<CloudConnector[]> => {
    const { priority, signal, guard } = options;
    // A list of more pages than can be read at once has to wait in between, or
    // it would never come to its end.
    if (fresh) return readAll(provider, { priority, signal, guard });
    const known = listings.get(provider);
    if (known && Date.now() - known.begunAt < LISTING_MS) {
      return known.connectors;
    }
    // Others may wait for it, too, when whoever began it gives up.
    const listing = {
      begunAt: Date.now(),
      connectors: readAll(provider, { priority }),
    };
    listings.set(provider, listing);
    listing.connectors.catch(() => {
      if (listings.get(provider) === listing) listings.delete(provider);
    });
    return listing.connectors;
  };

  return {
    area: 'cloudView',

    async find(request, how) {
      const account = accountOf(request).toLowerCase();
      const all = await listOf(request.provider, how);
      return all
        .filter(connector => connector.account.toLowerCase() === account)
        .map(toFound);
    },

    async get({ provider }, id, options) {
      return toFound(
        await connectorsOf(client.qualys, provider).get(id, options),
      );
    },

    async create(request, secret, options) {
      const common = commonSettings(request);
      switch (secret.provider) {
        case 'AWS': {
          const { arn, externalId } = secret;
          const created = await aws.create(
            { ...common, arn, externalId, ...partitionFlags(request) },
            options,
          );
          return created.id;
        }
        case 'AZURE': {
          const { authenticationKey } = secret;
          const created = await azure.create(
            {
              ...common,
              ...azureIds(request),
              ...azureGovCloud(request),
              authenticationKey,
            },
            options,
          );
          return created.id;
        }
        default: {
          const created = await gcp.create(
            {
              ...common,
              projectId: accountOf(request),
              configFile: secret.keyFile,
            },
            options,
          );
          return created.id;
        }
      }
    },

    // An update replaces all settings, so that all others go along as they
    // are: somebody may have changed them since.
    async giveAccess(request, { id }, secret, options) {
      switch (secret.provider) {
        case 'AWS': {
          const { arn, externalId } = secret;
          const now = awsSettingsOf(await aws.get(id, options));
          await aws.update(
            id,
            { name: commonSettings(request).name, ...now, arn, externalId },
            options,
          );
          return;
        }
        case 'AZURE': {
          const { authenticationKey } = secret;
          const now = azureSettingsOf(await azure.get(id, options));
          await azure.update(
            id,
            {
              ...azureIds(request),
              name: commonSettings(request).name,
              ...now,
              authenticationKey,
            },
            options,
          );
          return;
        }
        default:
          await gcp.update(id, { configFile: secret.keyFile }, options);
      }
    },

    run: ({ provider }, id, options) =>
      connectorsOf(client.qualys, provider).run(id, options),

    saysOf: ({ provider }, { id }, options) =>
      latestError(connectorsOf(client.qualys, provider), id, options),
  };
}
