import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AssetDataConnector,
  CloudConnector,
  CloudProvider,
} from 'qualys-model';
import {
  assetDataConnectorsOf,
  getLivingConnector,
  type SubscriptionClient,
} from '../clients';
import { describeError } from '../errors';
import type { CloudScan, MirrorStore } from '../mirror';

/** Takes over what Qualys has just said of a connector, into the mirror and the catalog. */
export interface TakeOver {
  /**
   * What CloudView says. What Asset Management says of the connector wins in
   * places, so that it is asked, too, where it knows the connector; where it
   * cannot be, its part stays as it was until the next sync.
   */
  cloudView(
    client: SubscriptionClient,
    connector: CloudConnector,
  ): Promise<void>;
  /** What Asset Management says. */
  assetManagement(
    client: SubscriptionClient,
    connector: AssetDataConnector,
  ): Promise<void>;
}

/** Makes it. */
export function createTakeOver(options: {
  announce: (change: {
    subscription: string;
    revision: number;
  }) => Promise<void>;
  logger: LoggerService;
  mirror: Pick<MirrorStore, 'applyScan' | 'get'>;
}): TakeOver {
  const { announce, logger, mirror } = options;

  const readOther = async (
    { qualys, subscription }: SubscriptionClient,
    { id, provider }: CloudConnector,
  ): Promise<AssetDataConnector | undefined> => {
    const known = await mirror.get({ subscription: subscription.id, id });
    const amId = known?.assetManagement?.id;
    if (amId === undefined) return undefined;
    try {
      return await getLivingConnector(
        assetDataConnectorsOf(qualys, provider),
        amId,
      );
    } catch (error) {
      logger.warn(
        `What Asset Management says of the connector ${
          subscription.id
        }/${id} after a change is left to the next sync: ${describeError(
          error,
        )}`,
      );
      return undefined;
    }
  };

  const apply = async (
    { subscription: { id: subscription } }: SubscriptionClient,
    provider: CloudProvider,
    said: Pick<CloudScan, 'assetManagement' | 'cloudView'>,
  ) => {
    const { revised, revision } = await mirror.applyScan({
      subscription,
      provider,
      ...said,
      at: new Date(),
    });
    if (revised) await announce({ subscription, revision });
  };

  return {
    async cloudView(client, connector) {
      const other = await readOther(client, connector);
      await apply(client, connector.provider, {
        cloudView: { connectors: [connector], coverage: 'single' },
        ...(other && {
          assetManagement: { connectors: [other], coverage: 'single' },
        }),
      });
    },
    assetManagement: (client, connector) =>
      apply(client, connector.provider, {
        assetManagement: { connectors: [connector], coverage: 'single' },
      }),
  };
}
