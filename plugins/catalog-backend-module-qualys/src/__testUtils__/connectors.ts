import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { connectorEntityRef } from 'backstage-plugin-qualys-node';
import type { AwsConnector } from 'qualys-model';

/** A connector of the mirror, for tests. */
export function mirroredConnector(
  values: Partial<AwsConnector> & {
    id: string;
    subscription?: string;
    owner?: string;
  },
): MirroredConnector {
  const { subscription = 'main', owner, ...aws } = values;
  const connector: AwsConnector = {
    provider: 'AWS',
    name: 'Payments production',
    description: 'Reads the payments account',
    account: '012345678901',
    reportedState: 'SUCCESS',
    disabled: false,
    groups: [],
    govCloud: false,
    chinaRegion: false,
    ...aws,
  };
  return {
    ...connector,
    subscription,
    state: 'success',
    owner,
    entityRef: connectorEntityRef(connector, subscription),
    firstSeen: '2026-11-01T00:00:00.000Z',
    lastSeen: '2026-11-01T00:00:00.000Z',
  };
}
