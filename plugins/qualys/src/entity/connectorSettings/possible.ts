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
