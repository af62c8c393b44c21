import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ExternalIdMigration,
  ExternalIdPrepare,
  KnownExternalIdParts,
  SettingChange,
} from 'backstage-plugin-qualys-common';
import {
  awsSettingsOf,
  type AwsConnector,
  type CloudProvider,
} from 'qualys-model';
import type { ExternalIds } from '../../externalIds';
import type { CachedReads } from '../../reads';
import { versionOf, type SettingsPlan } from '../../settings';
import {
  requireInCloudView,
  type BoundConnector,
  type ConnectorAspect,
} from '../changes';
import { connectorRead, isUnread, type AskQualys } from '../reads';
import type { TakeOver } from '../takeOver';
import { stepOf } from './step';
import type { Migration, MigrationStore } from './store';

type Plan = SettingsPlan<ExternalIdMigration>;

/** Where a migration stands, and what was read for it. */
export interface MigrationNow {
  connector: AwsConnector;
  migration?: Migration;
  editable: ExternalIdMigration;
}

/** What the steps of a migration work with. */
export interface MigrationDeps {
  externalIds: ExternalIds;
  reads: Pick<CachedReads, 'readBack' | 'forget'>;
  store: MigrationStore;
  takeOver: TakeOver;
}

/** The steps in which a connector gets an external ID of the present form. */
export interface MigrationSteps extends ConnectorAspect<MigrationNow> {
  /** Makes the new external ID, and sends nothing. */
  prepare(
    of: BoundConnector,
    now: MigrationNow,
    given: ExternalIdPrepare,
  ): Promise<Plan>;
  /** Gives it to Qualys, with all other settings as they are. */
  update(of: BoundConnector, now: MigrationNow): Plan;
  /** Has Qualys read the account with it. */
  run(of: BoundConnector, now: MigrationNow): Plan;
  /** Takes note that the old one is out of the role's condition. */
  finish(of: BoundConnector, now: MigrationNow): Plan;
}

// Nobody can see from here whether the role trusts the new one. Neither of
// them is written into the history.
const NEW_EXTERNAL_ID: SettingChange = {
  setting: 'externalId',
  effect: 'weakening',
};

// Reading an account takes minutes, and everybody who waits for it looks every
// fifteen seconds: all of them together cost hardly more than one of them.
const WATCHED_MS = 12_000;

function requireAws(connector: {
  provider: CloudProvider;
}): asserts connector is { provider: 'AWS' } {
  if (connector.provider !== 'AWS') {
    throw new NotFoundError('AWS connectors alone have an external ID');
  }
}

function refuse(message: string): never {
  throw new ConflictError(message);
}

function viewOf(
  { key }: Pick<BoundConnector, 'key'>,
  connector: AwsConnector,
  kept: Migration | undefined,
  parts: KnownExternalIdParts,
): MigrationNow {
  const step = stepOf(connector, kept);
  const isUnderWay = step !== 'needed' && step !== 'notNeeded';
  const migration = isUnderWay ? kept : undefined;
  return {
    connector,
    migration,
    editable: {
      ...key,
      // How far Qualys has come by itself changes nothing of what is asked for.
      version: versionOf([connector.externalId, connector.disabled, kept]),
      step,
      arn: connector.arn ?? '',
      externalId: connector.externalId ?? '',
      ...(migration && {
        oldExternalId: migration.from,
        newExternalId: migration.to,
        preparedBy: migration.by,
        preparedAt: migration.at,
      }),
      ...(migration?.ran && { ranAt: migration.ran.at }),
      parts,
      reportedState: connector.reportedState,
      ...(connector.error !== undefined && { error: connector.error }),
      disabled: connector.disabled,
    },
  };
}

/** Makes the steps. */
export function createMigrationSteps({
  externalIds,
  reads,
  store,
  takeOver,
}: MigrationDeps): MigrationSteps {
  const read = async (
    of: BoundConnector,
    ask: AskQualys,
  ): Promise<MigrationNow> => {
    const { key, mirrored } = of;
    requireAws(mirrored);
    requireInCloudView(mirrored);
    const [kept, parts] = await Promise.all([
      store.get(key),
      externalIds.parts(key.subscription),
    ]);
    const { value: connector, asOf } = await ask(
      connectorRead(key, 'AWS'),
      kept?.ran && WATCHED_MS,
    );
    requireAws(connector);
    const now = viewOf(of, connector, kept, parts);
    // Somebody gave the connector another one elsewhere since: nothing is
    // under way. What was read before says nothing of that.
    if (kept && !now.migration && asOf > kept.at) await store.remove(key, kept);
    return now;
  };

  // What is true now is true for everybody who looks.
  const reread = async (of: BoundConnector): Promise<MigrationNow> => {
    const now = await read(of, reads.readBack);
    await takeOver.cloudView(of.client, now.connector);
    return now;
  };

  /** The connector after Qualys has taken a change, as far as it can be read back. */
  const readBack = async (
    of: BoundConnector,
    expected: AwsConnector,
  ): Promise<AwsConnector> => {
    try {
      return (await reread(of)).connector;
    } catch (error) {
      if (isUnread(error)) return expected;
      throw error;
    }
  };

  return {
    area: 'cloudView',
    read,

    async prepare(of, { connector, editable }, given) {
      if (editable.step !== 'needed' && editable.step !== 'prepared') {
        refuse(
          editable.step === 'notNeeded'
            ? 'Its external ID is of the present form already'
            : 'Qualys has the new external ID already',
        );
      }
      const migration: Migration = {
        from: connector.externalId ?? '',
        to: await externalIds.make(of.key.subscription, given),
        by: of.by,
        at: new Date().toISOString(),
      };
      return {
        changes: [],
        always: true,
        async send() {
          await store.put(of.key, migration);
          return viewOf(of, connector, migration, editable.parts).editable;
        },
      };
    },

    update(of, { connector, migration, editable }) {
      if (editable.step !== 'prepared' || !migration) {
        refuse(
          editable.step === 'needed'
            ? 'A new external ID must be made first'
            : 'Qualys needs no other external ID',
        );
      }
      const { aws } = of.qualys.cloudConnectors;
      return {
        changes: [NEW_EXTERNAL_ID],
        async send() {
          await aws.update(of.key.id, {
            ...awsSettingsOf(connector),
            externalId: migration.to,
          } as Parameters<typeof aws.update>[1]);
          const { to: externalId } = migration;
          const after = await readBack(of, { ...connector, externalId });
          return viewOf(of, after, migration, editable.parts).editable;
        },
        async lookAgain() {
          const now = await reread(of);
          return {
            done: now.connector.externalId === migration.to,
            state: now.editable,
          };
        },
        lost: () => reads.forget(connectorRead(of.key, 'AWS')),
      };
    },

    run(of, { connector, migration, editable }) {
      if (!migration || editable.step === 'prepared') {
        refuse('Qualys does not have a new external ID that could be tried');
      }
      if (connector.disabled) {
        refuse(
          'It is switched off, so that Qualys does not read the account; switch it on first',
        );
      }
      return {
        changes: [],
        always: true,
        async send() {
          await of.qualys.cloudConnectors.aws.run(of.key.id);
          const { lastSyncedOn, reportedState } = connector;
          const ran = {
            at: new Date().toISOString(),
            lastSyncedOn,
            reportedState,
          };
          // What Qualys said before the run is no outcome of it, also where
          // nothing more is heard.
          await store.put(of.key, { ...migration, ran });
          const after = await readBack(of, connector);
          const known: Migration = {
            ...migration,
            ran: { ...ran, reportedState: after.reportedState },
          };
          await store.put(of.key, known);
          return viewOf(of, after, known, editable.parts).editable;
        },
        lost: () => reads.forget(connectorRead(of.key, 'AWS')),
      };
    },

    finish(of, { connector, editable }) {
      if (editable.step !== 'succeeded') {
        refuse(
          'Qualys has not read the account with a new external ID yet; as long as it has not, the old one must stay',
        );
      }
      return {
        changes: [],
        always: true,
        async send() {
          await store.remove(of.key);
          return viewOf(of, connector, undefined, editable.parts).editable;
        },
      };
    },
  };
}
