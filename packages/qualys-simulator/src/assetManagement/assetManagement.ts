import type { Behaviours } from '../behaviours/behaviours';
import { ConnectorChurn } from '../cloudView/connectors/churn';
import type { CloudAccess } from '../cloudView/connectors/cloudAccess';
import type { CloudProvider } from '../cloudView/connectors/connector';
import type { NewConnector } from '../cloudView/connectors/patch';
import { ConnectorStore } from '../cloudView/connectors/store';
import { generateConnectors } from '../cloudView/data/generate';
import { ConnectorWrites } from '../cloudView/writes/connectorWrites';
import { ObjectIdError } from '../core/idError';
import type { Clock } from '../core/clock';
import type { Operation } from '../qps/router';
import { AssetChanges } from './changes';
import { connectorOperations } from './connectorOperations';
import { AssetDirectory, type ConnectorSource } from './directory';
import type { TagStore } from './tags';

/**
 * A connector to be added, in CloudView's words, and how Asset Management
 * knows it.
 *
 * @public
 */
export type NewAssetDataConnector = NewConnector & {
  /** Its id in Asset Management; a new one unless given. */
  id?: number;
  /** Whether CloudView knows it too; it does unless this is false. */
  isInCloudView?: boolean;
  /** Whether it belongs to a connector of the whole organisation; it does not unless this is true. */
  isAttachedToOrgConnector?: boolean;
};

/** The data of all connectors. */
export interface ConnectorData {
  connectors: number;
  seed: number;
  /** When the platform starts, milliseconds since 1970. */
  start: number;
  settleSeconds: number;
}

const PROVIDERS: readonly CloudProvider[] = ['AWS', 'AZURE', 'GCP'];

// The first ones of every set are those of the demo, which CloudView has.
const SKIPPED = 40;
// One in so many is in Asset Management alone.
const SHARED_FOR_EACH_ALONE = 100;

/** The connectors as Asset Management sees them. */
export class AssetManagement {
  private readonly alone: ConnectorSource;
  private readonly shared: ConnectorSource;
  private readonly directory: AssetDirectory;
  private readonly changes: AssetChanges;
  private churn: ConnectorChurn;

  /**
   * @param store - the connectors that CloudView shows
   * @param writes - what changes these
   * @param access - whom the clouds let in
   */
  constructor(
    store: ConnectorStore,
    writes: ConnectorWrites,
    private readonly tags: TagStore,
    private readonly clock: Clock,
    access: CloudAccess,
    private readonly settleSeconds: number,
  ) {
    const own = new ConnectorStore(clock);
    this.shared = { store, writes, isInCloudView: true, chosenIds: new Map() };
    this.alone = {
      store: own,
      writes: new ConnectorWrites(own, clock, access, settleSeconds),
      isInCloudView: false,
      chosenIds: new Map(),
    };
    this.directory = new AssetDirectory([this.shared, this.alone]);
    this.changes = new AssetChanges(this.directory, this.shared, tags);
    this.churn = new ConnectorChurn(own, clock, settleSeconds, 0);
  }

  /** Begins anew with the data of a seed; the connectors of CloudView are there already. */
  load(data: ConnectorData): void {
    const { seed, start } = data;
    const count = Math.floor(data.connectors / SHARED_FOR_EACH_ALONE);
    // Another seed, so that no two connectors are alike.
    const otherSeed = (seed + 24_301) % Number.MAX_SAFE_INTEGER;
    const generated = generateConnectors({
      ...data,
      connectors: count + SKIPPED,
      seed: otherSeed,
    });
    this.alone.store.load(generated.slice(SKIPPED), start);
    this.alone.writes.begin(otherSeed);
    this.churn = new ConnectorChurn(
      this.alone.store,
      this.clock,
      this.settleSeconds,
      otherSeed,
    );
    this.directory.begin(seed);
  }

  /**
   * Adds a connector by hand, of the Connector application unless
   * `isPortalConnector` says otherwise.
   *
   * @param churn - adds to the connectors that CloudView shows
   * @returns its id in Asset Management
   * @throws ZodError that names the field; ObjectIdError where an id is taken
   */
  add(
    {
      id,
      isInCloudView = true,
      isAttachedToOrgConnector = false,
      ...input
    }: NewAssetDataConnector,
    churn: ConnectorChurn,
  ): number {
    if (id !== undefined && this.directory.find(id)) {
      throw new ObjectIdError('taken', `There is a connector ${id} already`);
    }
    const source = isInCloudView ? this.shared : this.alone;
    const isAws = (input.provider ?? 'AWS') === 'AWS';
    const { connectorId } = (isInCloudView ? churn : this.churn).add({
      ...(isAws ? { isPortalConnector: true } : {}),
      ...input,
    });
    if (id !== undefined) source.chosenIds.set(connectorId, id);
    const added = this.directory.of(source, connectorId);
    if (!added) throw new Error(`${connectorId} was not kept`);
    if (isAttachedToOrgConnector) {
      this.directory.putExtras(added, {
        ...this.directory.extrasOf(added),
        isAttachedToOrgConnector,
      });
    }
    return added.id;
  }

  /** The id in Asset Management of a connector of CloudView; undefined where it has none. */
  idOf(connectorId: string): number | undefined {
    const connector = this.directory.of(this.shared, connectorId);
    return connector && this.directory.find(connector.id)?.id;
  }

  /** The verbs on connectors. */
  operations(behaviours: Behaviours): Operation[] {
    return PROVIDERS.flatMap(provider =>
      connectorOperations(
        provider,
        this.directory,
        this.changes,
        this.tags,
        behaviours,
      ),
    );
  }
}
