import type { ClaimedConnector } from 'backstage-plugin-qualys-common';

/** What tells the connectors of all subscriptions apart. */
export interface ConnectorKey {
  subscription: string;
  id: string;
}

/** The connector that a claim is about. */
export function keyOfClaim(claim: ClaimedConnector): ConnectorKey {
  return { subscription: claim.subscription, id: claim.objectId };
}

/** The name of the query parameter that chooses a connector of the tab. */
export const CONNECTOR_PARAMETER = 'connector';

/** A connector as it stands in an address: `subscription/id`. */
export function formatConnectorKey(key: ConnectorKey): string {
  return `${key.subscription}/${key.id}`;
}

/** The address of a connector's details on the tab. */
export function connectorHref(tabHref: string, key: ConnectorKey): string {
  const query = new URLSearchParams({
    [CONNECTOR_PARAMETER]: formatConnectorKey(key),
  });
  return `${tabHref}?${query}`;
}
