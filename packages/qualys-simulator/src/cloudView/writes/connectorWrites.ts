import type { Clock } from '../../core/clock';
import { PURPOSE, Random } from '../../core/random';
import type {
  CloudProvider,
  CloudViewConnector,
  ConnectorRecord,
  ConnectorSettings,
} from '../connectors/connector';
import type { CloudAccess } from '../connectors/cloudAccess';
import { isPending } from '../connectors/lifecycle';
import type { ConnectorStore } from '../connectors/store';
import { failuresOf, refusal } from '../data/failures';
import { NOT_YET_READABLE } from '../data/vocabulary';

// Where the cloud does not let Qualys in, two places say so.
const REFUSALS = 2;

/** What callers of CloudView do to connectors. */
export class ConnectorWrites {
  private created = 0;
  private seed = 0;

  /**
   * @param access - whom the clouds let in
   * @param settleSeconds - how long a connector is pending that Qualys has to
   *   read anew, in simulated seconds
   */
  constructor(
    private readonly store: ConnectorStore,
    private readonly clock: Clock,
    private readonly access: CloudAccess,
    private readonly settleSeconds: number,
  ) {}

  /** Begins anew: the ids of what is created follow from the seed. */
  begin(seed: number): void {
    this.created = 0;
    this.seed = seed;
  }

  /** The connector of a cloud with an id, if there is one. */
  find(provider: CloudProvider, id: string): ConnectorRecord | undefined {
    const record = this.store.record(id);
    return record?.settings.provider === provider ? record : undefined;
  }

  /**
   * Creates a connector, always: there may be several of one account or name.
   *
   * @param isKeyRevoked - whether the cloud does not take its key
   */
  create(
    settings: ConnectorSettings,
    isKeyRevoked?: boolean,
  ): CloudViewConnector {
    this.created += 1;
    const random = new Random(
      this.seed,
      PURPOSE.createdConnector,
      this.created,
    );
    return this.store.put({
      ...this.pending({ settings, isKeyRevoked }),
      connectorId: random.uuid(),
      // After every generated one and every one that a test added.
      order: 2 ** 33 + this.created,
      settings,
      isKeyRevoked,
    });
  }

  /**
   * Puts other settings in the place of a connector's.
   *
   * @param how.isReadAnew - whether Qualys has to sign in to the cloud in
   *   another way, so that the connector is pending again
   * @param how.isKeyRevoked - whether the cloud does not take its new key;
   *   undefined where there is none
   */
  update(
    record: ConnectorRecord,
    settings: ConnectorSettings,
    how: { isReadAnew: boolean; isKeyRevoked?: boolean },
  ): CloudViewConnector {
    const { isKeyRevoked = record.isKeyRevoked } = how;
    const changed = { ...record, settings, isKeyRevoked };
    return this.store.put({
      ...changed,
      ...(how.isReadAnew ? this.pending(changed) : {}),
    });
  }

  /** Takes connectors away. */
  remove(records: readonly ConnectorRecord[]): void {
    for (const { connectorId } of records) this.store.remove(connectorId);
  }

  /**
   * Has connectors synced now: they are pending until that is done, and come
   * to the state that they were in, unless the cloud refuses Qualys now, or did
   * so last time. Those that are switched off are skipped.
   */
  run(records: readonly ConnectorRecord[]): void {
    for (const record of records) {
      if (!record.settings.isDisabled) {
        const anew = this.pending(record);
        if (anew.isRefused || record.isRefused) {
          this.store.put({ ...record, ...anew });
        } else {
          const { syncedAt, settlesAt } = anew;
          const pendingError = isPending(record, syncedAt)
            ? record.pendingError
            : '';
          this.store.put({ ...record, syncedAt, settlesAt, pendingError });
        }
      }
    }
  }

  /** Switches connectors on or off; those that are switched on are synced. */
  setDisabled(records: readonly ConnectorRecord[], isDisabled: boolean): void {
    for (const record of records) {
      const { settings } = record;
      const isSwitchedOn = settings.isDisabled && !isDisabled;
      this.store.put({
        ...record,
        ...(isSwitchedOn ? { syncedAt: this.clock.now() } : {}),
        settings: { ...settings, isDisabled },
      });
    }
  }

  private pending(of: Pick<ConnectorRecord, 'settings' | 'isKeyRevoked'>) {
    const { settings } = of;
    const syncedAt = this.clock.now();
    const isRefused = this.access.refuses(of);
    return {
      isRefused,
      state: isRefused ? 'ERROR' : 'SUCCESS',
      error: isRefused ? refusal(settings) : '',
      failures: isRefused ? failuresOf(settings, REFUSALS) : [],
      // The documents show the code with AWS alone.
      pendingError: settings.provider === 'AWS' ? NOT_YET_READABLE : '',
      syncedAt,
      settlesAt: syncedAt + this.settleSeconds * 1000,
    };
  }
}
