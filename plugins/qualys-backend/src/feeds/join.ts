import type {
  AssetManagementPart,
  FeedDisagreement,
  QualysFeed,
} from 'backstage-plugin-qualys-common';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';
import { asCloudConnector } from './asCloudConnector';
import { WINNERS, type TwinField } from './winners';

/** What the feeds say of a connector; at least one does. */
export interface Halves {
  assetManagement?: AssetDataConnector;
  cloudView?: CloudConnector;
}

/** A connector as it is made of what both feeds say. */
export type JoinedConnector = CloudConnector & {
  assetManagement?: AssetManagementPart;
  disagreement?: FeedDisagreement;
};

// An empty word for these is no word.
const NEVER_EMPTY = new Set<string>(['account', 'name', 'reportedState']);

function says(field: string, value: unknown): boolean {
  return value !== undefined && !(value === '' && NEVER_EMPTY.has(field));
}

function partOf(
  connector: AssetDataConnector,
  cloudView: CloudConnector | undefined,
): AssetManagementPart {
  return {
    id: connector.id,
    // What was not created in the Connector application cannot be updated there.
    updatable: !(
      cloudView?.provider === 'AWS' && cloudView.portalConnector === false
    ),
    defaultTags: connector.defaultTags,
    activation: connector.activation,
    appInfos: connector.appInfos,
    perimeterScan: connector.perimeterScan,
    ...(connector.attachedToOrgConnector && { attachedToOrgConnector: true }),
    ...(connector.provider === 'AWS' && {
      allRegions: connector.allRegions,
      regions: connector.regions,
    }),
  };
}

/**
 * Makes a connector of what the feeds say of it.
 *
 * @param id - the id of the record
 * @param halves - what the feeds say, as last read
 * @param off - the feeds that are switched off: their word holds only where the other says nothing
 */
export function joinHalves(
  id: string,
  halves: Halves,
  off: readonly QualysFeed[] = [],
): JoinedConnector {
  const { assetManagement, cloudView } = halves;
  const said: Record<QualysFeed, Record<string, unknown>> = {
    assetManagement: assetManagement ? asCloudConnector(assetManagement) : {},
    cloudView: { ...cloudView },
  };
  const joined: Record<string, unknown> = {
    ...said.assetManagement,
    ...said.cloudView,
  };
  for (const field of Object.keys(WINNERS) as TwinField[]) {
    const wins = off.includes(WINNERS[field])
      ? other(WINNERS[field])
      : WINNERS[field];
    const word = said[wins][field];
    const otherWord = said[other(wins)][field];
    if (says(field, word)) joined[field] = word;
    else if (says(field, otherWord)) joined[field] = otherWord;
  }
  return {
    ...joined,
    provider: (cloudView ?? assetManagement)!.provider,
    id,
    ...(assetManagement && {
      assetManagement: partOf(assetManagement, cloudView),
    }),
  } as JoinedConnector;
}

function other(feed: QualysFeed): QualysFeed {
  return feed === 'cloudView' ? 'assetManagement' : 'cloudView';
}
