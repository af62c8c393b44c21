import type { LoggerService } from '@backstage/backend-plugin-api';
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
import { describeError } from '../../errors';
import type { CachedReads } from '../../reads';
import { TAKEN_BUT_UNREAD, versionOf, type SettingsPlan } from '../../settings';
import type { BoundConnector, ConnectorAspect } from '../changes';
import { assetsRead, type AskQualys } from '../reads';
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

/** What Qualys says of its scans; nothing where it does not say how they run. */
function perimeterOf(
  scan: AwsAssetDataConnector['perimeterScan'],
): ConnectorAssetsSettings['perimeterScan'] {
  const [own] = scan?.customConfiguration ? scan.configurations : [];
  if (scan?.enabled && scan.customConfiguration && !own) return undefined;
  const { startDate } = own ?? {};
  return {
    enabled: scan?.enabled ?? false,
    ...(own && {
      configuration: {
        ...own,
        ...(startDate !== undefined && {
          startDate: readScanStartDate(startDate) ?? startDate,
        }),
      },
    }),
  };
}

// What Qualys leaves out is empty; what cannot be read of its answer may be
// anything, and a change would take its place.
function settingsOf({
  defaultTags = [],
  activation = [],
  perimeterScan,
  unreadable = [],
}: AwsAssetDataConnector): ConnectorAssetsSettings {
  const scan = perimeterOf(perimeterScan);
  return {
    ...(!unreadable.includes('defaultTags') && { defaultTags }),
    ...(!unreadable.includes('activation') && { activation }),
    ...(!unreadable.includes('perimeterScan') &&
      scan && { perimeterScan: scan }),
  };
}

const CALLED = {
  defaultTags: 'which tags assets get',
  activation: 'which modules assets are activated for',
  perimeterScan: 'how the account is scanned',
};

const PARTS = ['defaultTags', 'activation', 'perimeterScan'] as const;

/** Refuses to change what is not known: what Qualys has would be lost. */
function requireKnown(
  before: ConnectorAssetsSettings,
  update: ConnectorAssetsUpdate,
): void {
  const unknown = PARTS.filter(
    part => update[part] !== undefined && before[part] === undefined,
  );
  if (unknown.length === 0) return;
  throw new ConflictError(
    `Qualys does not say ${unknown
      .map(part => CALLED[part])
      .join(
        ', nor ',
      )} now, and a change would take its place unseen: change it in Qualys`,
  );
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
  before: readonly string[] = [],
  after?: readonly string[],
): QpsCollectionChange<string> | undefined {
  if (after === undefined || after.join() === before.join()) return undefined;
  return after.length > 0 ? { set: [...after] } : { remove: [...before] };
}

function changesOf(
  before: ConnectorAssetsSettings,
  { defaultTags, activation, perimeterScan }: ConnectorAssetsUpdate,
  told: readonly SettingChange[],
): AwsAssetDataConnectorChanges {
  const ids = before.defaultTags?.map(({ id }) => id);
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

/** Whether all that was wanted is told, and is so. */
function holds(
  settings: ConnectorAssetsSettings,
  update: ConnectorAssetsUpdate,
): boolean {
  const wanted = connectorAssetsAfter(settings, update);
  return (
    PARTS.every(part => !update[part] || settings[part]) &&
    connectorAssetsChanges(settings, wanted).length === 0
  );
}

/** Makes what reads and changes it. */
export function createConnectorAssets(deps: {
  choices: AssetChoices;
  logger: LoggerService;
  reads: Pick<CachedReads, 'readBack' | 'forget'>;
  takeOver: TakeOver;
}): ConnectorAssets {
  const { choices, logger, reads, takeOver } = deps;

  const read = async (
    of: BoundConnector,
    ask: AskQualys,
  ): Promise<AssetsNow> => {
    const id = idOf(of);
    const { value: connector } = await ask(assetsRead(of.key.subscription, id));
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
    const { connector, editable } = await read(of, reads.readBack);
    await takeOver.assetManagement(of.client, connector);
    return editable;
  };

  return {
    area: 'assetManagement',
    read,

    async plan(of, { editable }, update) {
      const { settings: before, assetManagementId } = editable;
      requireKnown(before, update);
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
          try {
            return await reread(of);
          } catch (error) {
            logger.warn(
              `The connector ${of.key.subscription}/${
                of.key.id
              } could not be read back after a change that Qualys has taken: ${describeError(
                error,
              )}`,
            );
            return {
              ...editable,
              version: versionOf(after),
              settings: after,
              staleBecause: TAKEN_BUT_UNREAD,
            };
          }
        },
        async lookAgain() {
          const state = await reread(of);
          if (holds(state.settings, update)) return { done: true, state };
          if (state.version === editable.version) return { done: false, state };
          // Qualys does not give everything back as it was sent.
          throw new Error('It is neither as it was nor as it was wanted');
        },
        lost: () =>
          reads.forget(assetsRead(of.key.subscription, assetManagementId)),
      };
    },
  };
}
