import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import type { QualysClient } from 'qualys-client';
import type { AssetDataConnector, CloudConnector } from 'qualys-model';

/** The clouds, as connectors name them. */
export const CLOUDS = ['AWS', 'AZURE', 'GCP'] as const;
/** What connectors are read through. */
export const FEEDS = ['assetManagement', 'cloudView'] as const;

/** A cloud. */
export type Cloud = (typeof CLOUDS)[number];
/** What a connector is read through. */
export type Feed = (typeof FEEDS)[number];

/**
 * What one feed says of the connectors of one cloud: of each, by its id in that
 * feed, something that this feed alone has the say of. That is the name for
 * Asset Management, and the names of the groups for CloudView.
 */
export type View = Record<string, string>;

/** What each feed says of each cloud, by `cloud feed`. */
export type Views = Record<string, View>;

/** The name of a view. */
export function viewName(cloud: Cloud, feed: Feed): string {
  return `${cloud} ${feed}`;
}

/** The names of all views. */
export const VIEW_NAMES = CLOUDS.flatMap(cloud =>
  FEEDS.map(feed => viewName(cloud, feed)),
);

const namesOf = (groups: readonly { name: string }[]) =>
  groups
    .map(({ name }) => name)
    .sort()
    .join(', ');

/** What the mirror holds of what each feed said. */
export function mirroredViews(all: readonly MirroredConnector[]): Views {
  const views: Views = Object.fromEntries(VIEW_NAMES.map(name => [name, {}]));
  for (const connector of all) {
    const { assetManagement, cloudView, groups, id, name, provider } =
      connector;
    if (assetManagement) {
      views[viewName(provider, 'assetManagement')][assetManagement.id] = name;
    }
    if (cloudView) views[viewName(provider, 'cloudView')][id] = namesOf(groups);
  }
  return views;
}

async function viewOf<T>(
  records: AsyncIterable<T>,
  entry: (record: T) => [id: string, says: string],
): Promise<View> {
  const view: View = {};
  for await (const record of records) {
    const [id, says] = entry(record);
    view[id] = says;
  }
  return view;
}

/** What Qualys says now. */
export async function qualysViews(client: QualysClient): Promise<Views> {
  const views: Views = {};
  for (const cloud of CLOUDS) {
    const name = cloud.toLowerCase() as Lowercase<Cloud>;
    views[viewName(cloud, 'assetManagement')] =
      await viewOf<AssetDataConnector>(
        client.assetDataConnectors[name].search(),
        each => [each.id, each.name],
      );
    views[viewName(cloud, 'cloudView')] = await viewOf<CloudConnector>(
      client.cloudConnectors[name].list(),
      each => [each.id, namesOf(each.groups)],
    );
  }
  return views;
}
