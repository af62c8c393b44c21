import { isLegacyExternalId } from 'qualys-model';
import type { MirroredConnector } from 'backstage-plugin-qualys-common';

/** Whether a connector has an external ID of the form before 2021. */
export function isLegacy(connector: MirroredConnector): boolean {
  return (
    connector.provider === 'AWS' &&
    isLegacyExternalId(connector.externalId ?? '')
  );
}

/** Why Asset Management changes nothing of a connector; nothing where it does. */
export function whyNoAssets({
  assetManagement,
}: MirroredConnector): 'notKnown' | 'notUpdatable' | undefined {
  if (!assetManagement) return 'notKnown';
  return assetManagement.updatable ? undefined : 'notUpdatable';
}

/** What of a connector can be changed at all, whoever does it. */
export interface ChangeableSettings {
  /** Those that CloudView has: name, polling and the like. */
  settings: boolean;
  /** Its assets and scans, which Asset Management has. */
  assets: boolean;
}

/** Tells what of a connector can be changed at all. */
export function changeableOf(connector: MirroredConnector): ChangeableSettings {
  return {
    settings: connector.cloudView !== undefined && !isLegacy(connector),
    assets: connector.provider === 'AWS' && !whyNoAssets(connector),
  };
}
