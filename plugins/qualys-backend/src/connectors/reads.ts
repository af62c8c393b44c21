import { QualysError } from 'qualys-client';
import {
  awsAssetDataConnectorSchema,
  cloudConnectorSchema,
  type AwsAssetDataConnector,
  type CloudConnector,
  type CloudProvider,
} from 'qualys-model';
import { connectorsOf } from '../clients';
import { QualysProblemError } from '../errors';
import type { ConnectorKey } from '../mirror';
import { FORM_MS, type CachedRead, type Known } from '../reads';

/**
 * How something is asked for: for a form, together with all others who open
 * one, or by a call of its own, where something is changed.
 *
 * @param atMostMs - how old what a form begins with may be
 */
export type AskQualys = <T>(
  of: CachedRead<T>,
  atMostMs?: number,
) => Promise<Known<T>>;

/** A connector as CloudView has it. */
export function connectorRead(
  { subscription, id }: ConnectorKey,
  provider: CloudProvider,
): CachedRead<CloudConnector> {
  return {
    key: `connector:${subscription}/${id}`,
    subscription,
    area: 'cloudView',
    what: `The connector ${subscription}/${id}`,
    schema: cloudConnectorSchema,
    // Forms alone are filled from it; what pages show is mirrored.
    freshMs: FORM_MS,
    ask: ({ qualys }, options) =>
      connectorsOf(qualys, provider).get(id, options),
  };
}

/**
 * A connector of AWS as Asset Management has it.
 *
 * @param id - its id there
 */
export function assetsRead(
  subscription: string,
  id: string,
): CachedRead<AwsAssetDataConnector> {
  return {
    key: `assetDataConnector:${subscription}/${id}`,
    subscription,
    area: 'assetManagement',
    what: `The connector ${subscription}/${id} of Asset Management`,
    schema: awsAssetDataConnectorSchema,
    freshMs: FORM_MS,
    ask: ({ qualys }, options) =>
      qualys.assetDataConnectors.aws.get(id, options),
  };
}

/** Whether an error says that Qualys could not be read, and nothing else went wrong. */
export function isUnread(error: unknown): boolean {
  return error instanceof QualysError || error instanceof QualysProblemError;
}
