import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  connectorAssetsAfter,
  connectorAssetsChanges,
  type ConnectorAssetsSettings,
  type ConnectorAssetsUpdate,
  type EditableConnectorAssets,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import {
  readScanStartDate,
  type AwsAssetDataConnector,
  type AwsAssetDataConnectorChanges,
  type QpsCollectionChange,
} from 'qualys-model';
import { versionOf, type SettingsPlan } from '../../settings';
import type { BoundConnector, ConnectorAspect } from '../changes';
import type { TakeOver } from '../takeOver';
import type { AssetChoices } from './choices';

/** What Asset Management has of a connector, and what can be changed of it. */
export interface AssetsNow {
  connector: AwsAssetDataConnector;
  editable: EditableConnectorAssets;
}

/** Reads and changes what an AWS connector makes of its assets. */
export interface ConnectorAssets extends ConnectorAspect<AssetsNow> {
  plan(
    of: BoundConnector,
    now: AssetsNow,
    update: ConnectorAssetsUpdate,
  ): Promise<SettingsPlan<EditableConnectorAssets>>;
}

function settingsOf({
  defaultTags = [],
  activation = [],
  perimeterScan: scan,
}: AwsAssetDataConnector): ConnectorAssetsSettings {
  const [own] = scan?.customConfiguration ? scan.configurations : [];
  const { startDate } = own ?? {};
  return {
    defaultTags,
    activation,
    perimeterScan: {
      enabled: scan?.enabled ?? false,
      ...(own && {
        configuration: {
          ...own,
          ...(startDate !== undefined && {
            startDate: readScanStartDate(startDate) ?? startDate,
          }),
        },
      }),
    },
  };
}

/** Which connector of Asset Management it is, if it can be changed there. */
function idOf({ provider, mirrored }: BoundConnector): string {
  const { assetManagement } = mirrored;
  if (provider !== 'AWS' || !assetManagement) {
    throw new NotFoundError(
      'Asset Management does not know this connector as one of AWS',
    );
  }
  if (!assetManagement.updatable) {
    throw new ConflictError(
      'Asset Management changes only connectors that were created in the Connector application of Qualys, and this one was not',
    );
  }
  return assetManagement.id;
}

// That an empty collection takes the place of another one is not documented.
function collection(
  before: readonly string[],
  after: readonly string[] | undefined,
): QpsCollectionChange<string> | undefined {
  if (after === undefined || after.join() === before.join()) return undefined;
  return after.length > 0 ? { set: [...after] } : { remove: [...before] };
}

function changesOf(
  before: ConnectorAssetsSettings,
  { defaultTags, activation, perimeterScan }: ConnectorAssetsUpdate,
  told: readonly SettingChange[],
): AwsAssetDataConnectorChanges {
  const ids = before.defaultTags.map(({ id }) => id);
  const tags = collection(ids, defaultTags);
  const modules = collection(before.activation, activation);
  const isScannedOtherwise = told.some(({ setting }) =>
    setting.startsWith('perimeterScan.'),
  );
  return {
    ...(tags && { defaultTags: tags }),
    ...(modules && { activation: modules }),
    ...(isScannedOtherwise && { perimeterScan }),
  };
}

/** Makes what reads and changes it. */
export function createConnectorAssets(deps: {
  choices: AssetChoices;
  takeOver: TakeOver;
}): ConnectorAssets {
  const { choices, takeOver } = deps;

  const read = async (of: BoundConnector): Promise<AssetsNow> => {
    const id = idOf(of);
    const connector = await of.qualys.assetDataConnectors.aws.get(id);
    const settings = settingsOf(connector);
    return {
      connector,
      editable: {
        ...of.key,
        assetManagementId: id,
        version: versionOf(settings),
        settings,
      },
    };
  };

  // What is true now is true for everybody who looks.
  const reread = async (of: BoundConnector) => {
    const { connector, editable } = await read(of);
    await takeOver.assetManagement(of.client, connector);
    return editable;
  };

  return {
    area: 'assetManagement',
    read,

    async plan(of, { editable }, update) {
      const { settings: before, assetManagementId } = editable;
      const { tags } = update.defaultTags
        ? await choices.read(of.key.subscription)
        : {};
      const after = connectorAssetsAfter(before, update, tags?.items);
      const changes = connectorAssetsChanges(before, after);
      return {
        changes,
        settings: after,
        async send() {
          await of.qualys.assetDataConnectors.aws.update(
            assetManagementId,
            changesOf(before, update, changes),
          );
          return reread(of);
        },
        async lookAgain() {
          const state = await reread(of);
          const wanted = connectorAssetsAfter(state.settings, update);
          const missing = connectorAssetsChanges(state.settings, wanted);
          return { done: missing.length === 0, state };
        },
      };
    },
  };
}
