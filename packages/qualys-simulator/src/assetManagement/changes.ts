import type { SimulatorBehaviours } from '../behaviours/behaviours';
import type { ConnectorSettings } from '../cloudView/connectors/connector';
import { invalid } from '../qps/problem';
import {
  changedExtras,
  changedSettings,
  isNewKeyRevoked,
  type ChangedSettings,
  type ConnectorChange,
} from './change';
import type {
  AssetConnector,
  AssetDirectory,
  ConnectorSource,
} from './directory';
import { plainExtras, type AssetExtras } from './extras';
import type { TagStore } from './tags';

/**
 * Whether a connector was created in the Connector application, which is what
 * Asset Management updates. CloudView says so of AWS connectors alone; those
 * of the other clouds are taken to be.
 */
function isOfConnectorApplication({ record }: AssetConnector): boolean {
  const { settings } = record;
  return settings.provider !== 'AWS' || settings.isPortalConnector;
}

/** What callers of Asset Management do to connectors, CloudView's included. */
export class AssetChanges {
  /**
   * @param shared - where new connectors go: Asset Management and CloudView
   *   show them both
   */
  constructor(
    private readonly directory: AssetDirectory,
    private readonly shared: ConnectorSource,
    private readonly tags: TagStore,
  ) {}

  /**
   * Creates a connector.
   *
   * @throws QpsProblem that names what does not fit
   */
  create(settings: ConnectorSettings, change: ConnectorChange): AssetConnector {
    const extras = changedExtras(plainExtras(settings), change, this.tags);
    const { connectorId } = this.shared.writes.create(
      settings.provider === 'AWS'
        ? { ...settings, isPortalConnector: true }
        : settings,
      isNewKeyRevoked(change),
    );
    const connector = this.directory.of(this.shared, connectorId);
    if (!connector) throw new Error(`${connectorId} was not kept`);
    this.directory.putExtras(connector, extras);
    return connector;
  }

  /**
   * Changes connectors: all of them or, where something does not fit, none.
   * Of several, those of other applications are skipped.
   *
   * @throws QpsProblem that names what does not fit
   */
  update(
    connectors: readonly AssetConnector[],
    change: ConnectorChange,
    { azureUpdateWithoutKey }: SimulatorBehaviours,
  ): { id: number; extras: AssetExtras }[] {
    const own = connectors.filter(isOfConnectorApplication);
    if (own.length === 0) {
      throw invalid(
        'Only connectors that were created in the Connector application can be updated',
      );
    }
    const { authRecord } = change;
    if (
      azureUpdateWithoutKey === 'refused' &&
      own.some(({ record }) => record.settings.provider === 'AZURE') &&
      authRecord &&
      authRecord.authenticationKey === undefined
    ) {
      throw invalid('authRecord.authenticationKey is required');
    }
    const after = own.map(connector => ({
      connector,
      changed: changedSettings(connector.record.settings, change),
      extras: changedExtras(
        this.directory.extrasOf(connector),
        change,
        this.tags,
      ),
    }));
    for (const { connector, changed, extras } of after) {
      this.put(connector, changed);
      this.directory.putExtras(connector, extras);
    }
    return after.map(({ connector, extras }) => ({ id: connector.id, extras }));
  }

  /**
   * Has connectors synced now; those that are switched off are skipped.
   *
   * @returns those that are synced
   * @throws QpsProblem where all are switched off
   */
  run(connectors: readonly AssetConnector[]): AssetConnector[] {
    const enabled = connectors.filter(
      ({ record }) => !record.settings.isDisabled,
    );
    if (enabled.length === 0) {
      throw invalid(
        connectors.length === 1
          ? 'The connector is disabled and cannot be run'
          : 'All of the connectors are disabled and cannot be run',
      );
    }
    for (const { record, source } of enabled) source.writes.run([record]);
    return enabled;
  }

  private put(
    { record, source }: AssetConnector,
    { settings, ...how }: ChangedSettings,
  ): void {
    const { store, writes } = source;
    if (settings.isDisabled !== record.settings.isDisabled) {
      writes.setDisabled([record], settings.isDisabled);
    }
    const current = store.record(record.connectorId) ?? record;
    writes.update(current, settings, how);
  }
}
