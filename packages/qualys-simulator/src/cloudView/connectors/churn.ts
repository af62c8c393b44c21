import type { Clock } from '../../core/clock';
import { ObjectIdError } from '../../core/idError';
import { PURPOSE, Random } from '../../core/random';
import { refusal } from '../data/failures';
import { QUALYS_ACCOUNTS } from '../data/vocabulary';
import type {
  CloudProvider,
  CloudViewConnector,
  ConnectorRecord,
  ConnectorSettings,
} from './connector';
import { isPending } from './lifecycle';
import {
  applyPatch,
  parseNewConnector,
  type ConnectorPatch,
  type NewConnector,
} from './patch';
import type { ConnectorStore } from './store';

/**
 * There is no connector with that id, or there is one already.
 *
 * @public
 */
export class ConnectorIdError extends ObjectIdError {}

function plainSettings(
  provider: CloudProvider,
  ordinal: number,
  random: Random,
): ConnectorSettings {
  const common = {
    name: `added-${ordinal}`,
    description: '',
    totalAssets: 0,
    isDisabled: false,
    groups: [],
    pollingFrequency: { hours: 4, minutes: 0 },
  };
  switch (provider) {
    case 'AZURE':
      return {
        provider,
        ...common,
        isGovCloud: false,
        applicationId: random.uuid(),
        directoryId: random.uuid(),
        subscriptionId: random.uuid(),
      };
    case 'GCP':
      return { provider, ...common, projectId: `added-${ordinal}` };
    default: {
      const awsAccountId = String(900_000_000_000 + ordinal);
      return {
        provider,
        ...common,
        isGovCloud: false,
        isChinaRegion: false,
        awsAccountId,
        baseAccountId: QUALYS_ACCOUNTS.aws,
        externalId: `USPOD02-1000001-${ordinal + 10_000}`,
        arn: `arn:aws:iam::${awsAccountId}:role/QualysCloudViewRole`,
        isPortalConnector: false,
      };
    }
  }
}

/** Adds, changes and removes connectors by hand. */
export class ConnectorChurn {
  private added = 0;

  constructor(
    private readonly store: ConnectorStore,
    private readonly clock: Clock,
    private readonly settleSeconds: number,
    private readonly seed: number,
  ) {}

  /**
   * Adds a connector; in state `SUCCESS` unless the input says another one.
   *
   * @throws ZodError that names the field; ConnectorIdError where the id is taken
   */
  add(input: NewConnector): CloudViewConnector {
    const ordinal = this.added + 1;
    const random = new Random(this.seed, PURPOSE.addedConnector, ordinal);
    const {
      provider,
      connectorId = random.uuid(),
      patch,
    } = parseNewConnector(input);
    if (this.store.record(connectorId)) {
      throw new ConnectorIdError(
        'taken',
        `There is a connector ${connectorId} already`,
      );
    }
    const record: ConnectorRecord = {
      connectorId,
      // After every generated one.
      order: 2 ** 32 + ordinal,
      settings: plainSettings(provider, ordinal, random),
      state: 'SUCCESS',
      syncedAt: this.clock.now(),
      failures: [],
    };
    const result = this.apply(record, patch);
    this.added = ordinal;
    return result;
  }

  /**
   * Changes a connector.
   *
   * @throws ZodError that names the field; ConnectorIdError where there is none
   */
  update(connectorId: string, patch: ConnectorPatch): CloudViewConnector {
    return this.apply(this.existing(connectorId), patch);
  }

  /**
   * Takes a connector away.
   *
   * @throws ConnectorIdError where there is none
   */
  remove(connectorId: string): void {
    this.existing(connectorId);
    this.store.remove(connectorId);
  }

  private existing(connectorId: string): ConnectorRecord {
    const record = this.store.record(connectorId);
    if (record) return record;
    throw new ConnectorIdError(
      'unknown',
      `There is no connector ${connectorId}`,
    );
  }

  private apply(
    record: ConnectorRecord,
    patch: ConnectorPatch,
  ): CloudViewConnector {
    const { settings, lifecycle } = applyPatch(record.settings, patch);
    const { state, settlesTo, error, errors } = lifecycle;
    const changed: ConnectorRecord = { ...record, settings };
    if (record.settings.isDisabled && !settings.isDisabled) {
      changed.syncedAt = this.clock.now();
    }
    if (state === 'PENDING') {
      changed.syncedAt = this.clock.now();
      changed.settlesAt = changed.syncedAt + this.settleSeconds * 1000;
      changed.state = 'SUCCESS';
      changed.pendingError = '';
    } else if (state !== undefined) {
      changed.syncedAt = this.clock.now();
      changed.settlesAt = undefined;
      changed.state = state;
    }
    if (settlesTo !== undefined) changed.state = settlesTo;
    if (state !== undefined || settlesTo !== undefined) {
      const failed = changed.state === 'ERROR';
      changed.error = failed ? refusal(settings) : '';
      changed.failures = failed
        ? [{ error: refusal(settings), syncsAgo: 0 }]
        : [];
    }
    if (error !== undefined) {
      const pending = isPending(changed, this.clock.now());
      changed[pending ? 'pendingError' : 'error'] = error ?? undefined;
    }
    if (errors !== undefined) {
      changed.failures = errors.map(entry => ({ ...entry, syncsAgo: 0 }));
    }
    return this.store.put(changed);
  }
}
