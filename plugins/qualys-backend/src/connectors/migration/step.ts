import type { ExternalIdMigrationStep } from 'backstage-plugin-qualys-common';
import { connectorState, type AwsConnector } from 'qualys-model';
import { isLegacy } from '../settings';
import type { Migration } from './store';

/**
 * How far a migration has come, by what Qualys has and what was done. A
 * migration counts as long as Qualys has one of its two external IDs: another
 * one was given to the connector elsewhere.
 */
export function stepOf(
  connector: AwsConnector,
  migration: Migration | undefined,
): ExternalIdMigrationStep {
  const { externalId = '' } = connector;
  if (externalId === migration?.from) return 'prepared';
  if (externalId === migration?.to) return runOf(connector, migration.ran);
  return isLegacy(connector) ? 'needed' : 'notNeeded';
}

/**
 * How the last run went. A state from before it says nothing: only one that
 * has moved since, or came with another time of the last sync, is its outcome.
 */
function runOf(
  { lastSyncedOn, reportedState, disabled }: AwsConnector,
  ran: Migration['ran'],
): ExternalIdMigrationStep {
  if (!ran) return 'updated';
  const state = connectorState({ reportedState, disabled });
  const isNews =
    lastSyncedOn !== ran.lastSyncedOn || reportedState !== ran.reportedState;
  if (isNews && state === 'success') return 'succeeded';
  if (isNews && state === 'error') return 'failed';
  return 'running';
}
