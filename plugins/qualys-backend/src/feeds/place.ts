import type { FeedDisagreement } from 'backstage-plugin-qualys-common';
import { isConnectorId, type CloudProvider } from 'qualys-model';

/** What tells which connector of CloudView one of Asset Management is. */
export interface AssetManagementIdentity {
  /** What tells it from all others. */
  key: string;
  id: string;
  provider: CloudProvider;
  account: string;
  /** The id in CloudView that it names. */
  uuid?: string;
  /** The record that it stands in until now. */
  record?: string;
  /** Whether Asset Management does not show it any more. */
  missing?: boolean;
}

/** What tells which connector one of CloudView is. */
export interface CloudViewIdentity {
  id: string;
  provider: CloudProvider;
  account: string;
}

/** Where connectors of Asset Management stand. */
export interface Placement {
  /** The id of the record, by the key in Asset Management; one that is missing and whose record another one has taken has none. */
  records: Map<string, string>;
  /** Why records are not joined, by their ids. */
  disagreements: Map<string, FeedDisagreement>;
  /** How many connectors of Asset Management name one that they are not. */
  disagreeing: number;
}

/**
 * The id of the record of a connector that has none of CloudView. That the
 * ids of Asset Management are unique in more than one cloud is not documented.
 */
export function ownRecord({
  id,
  provider,
}: Pick<AssetManagementIdentity, 'id' | 'provider'>): string {
  return `am-${provider.toLowerCase()}-${id}`;
}

function sameAccount(one: string, other: string): boolean {
  const [a, b] = [one, other].map(each => each.trim().toLowerCase());
  return a !== '' && a === b;
}

/**
 * Tells which record each connector of Asset Management belongs to.
 *
 * It is that of the connector of CloudView whose id it names, where cloud and
 * account agree, too: that the ids mean the same is not documented. Where they
 * do not, both stay records of their own. A connector that CloudView does not
 * know goes by the id that it names, and keeps that record afterwards. One
 * that is missing stays where it was, unless another one that is there takes
 * its place: it was created anew then.
 */
export function placeRecords(
  connectors: readonly AssetManagementIdentity[],
  cloudView: readonly CloudViewIdentity[],
): Placement {
  const twins = new Map(cloudView.map(each => [each.id.toLowerCase(), each]));
  const ofCloudView = new Set(cloudView.map(({ id }) => id));
  const taken = new Set<string>();
  const placement: Placement = {
    records: new Map(),
    disagreements: new Map(),
    disagreeing: 0,
  };

  const take = (connector: AssetManagementIdentity, record: string) => {
    taken.add(record);
    placement.records.set(connector.key, record);
  };
  const disagree = (
    connector: AssetManagementIdentity,
    reason: FeedDisagreement['reason'],
    twin: string,
  ) => {
    const own = ownRecord(connector);
    take(connector, own);
    placement.disagreements.set(own, { reason, with: twin });
    placement.disagreements.set(twin, { reason, with: own });
    placement.disagreeing += 1;
  };

  const place = (connector: AssetManagementIdentity) => {
    const { provider, account, uuid, record } = connector;
    if (connector.missing) {
      if (record && !taken.has(record)) take(connector, record);
      return;
    }
    const named = uuid !== undefined && isConnectorId(uuid) ? uuid : undefined;
    const twin = named && twins.get(named.toLowerCase());
    if (twin && twin.provider !== provider) {
      disagree(connector, 'provider', twin.id);
    } else if (twin && !sameAccount(twin.account, account)) {
      disagree(connector, 'account', twin.id);
    } else if (twin && taken.has(twin.id)) {
      disagree(connector, 'twice', twin.id);
    } else if (twin) {
      take(connector, twin.id);
    } else if (record && !ofCloudView.has(record) && !taken.has(record)) {
      take(connector, record);
    } else if (named && !taken.has(named)) {
      take(connector, named);
    } else if (named) {
      disagree(connector, 'twice', named);
    } else {
      take(connector, ownRecord(connector));
    }
  };

  // Whoever has the record is asked first, so that nobody else takes it.
  const rank = ({ uuid, record }: AssetManagementIdentity) =>
    record === undefined
      ? 2
      : Number(record.toLowerCase() !== uuid?.toLowerCase());
  const order = (one: AssetManagementIdentity, two: AssetManagementIdentity) =>
    Number(one.missing ?? false) - Number(two.missing ?? false) ||
    rank(one) - rank(two) ||
    one.id.length - two.id.length ||
    (one.id < two.id ? -1 : 1);
  for (const connector of [...connectors].sort(order)) place(connector);
  return placement;
}
