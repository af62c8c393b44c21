import {
  connectorAssetsChoicesSchema,
  type ConnectorAssetsChoices,
} from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import type { CachedRead, CachedReads } from '../../reads';

type Tags = NonNullable<ConnectorAssetsChoices['tags']>;
type Profiles = NonNullable<ConnectorAssetsChoices['profiles']>;

/** What the forms of connectors can choose from, read as seldom as can be. */
export interface AssetChoices {
  /** What of it Qualys can be asked for; it never throws for the rest. */
  read(subscription: string): Promise<ConnectorAssetsChoices>;
}

// As many as one call gives; more than anybody looks through.
const MOST_TAGS = 1000;
const FRESH_MS = 10 * 60_000;
const RENEWED_MS = 60 * 60_000;

const { tags, profiles } = connectorAssetsChoicesSchema.shape;

function tagsRead(subscription: string): CachedRead<Tags> {
  return {
    key: `tags:${subscription}`,
    subscription,
    area: 'assetManagement',
    what: `The tags of ${subscription}`,
    schema: tags.unwrap(),
    freshMs: FRESH_MS,
    renewedMs: RENEWED_MS,
    async ask({ qualys }, options) {
      const items: QpsReference[] = [];
      const list = qualys.tags.search({ ...options, pageSize: MOST_TAGS });
      for await (const { id, name } of list) {
        if (items.length === MOST_TAGS) return { items, truncated: true };
        items.push({ id, name });
      }
      return { items, truncated: false };
    },
  };
}

function profilesRead(subscription: string): CachedRead<Profiles> {
  return {
    key: `optionProfiles:${subscription}`,
    subscription,
    area: 'optionProfiles',
    what: `The option profiles of ${subscription}`,
    schema: profiles.unwrap(),
    freshMs: FRESH_MS,
    renewedMs: RENEWED_MS,
    async ask({ qualys }, options) {
      const list = await qualys.optionProfiles.list(options);
      return list.map(({ id, title }) => ({ id, title }));
    },
  };
}

/** Makes what reads them. */
export function createAssetChoices(
  reads: Pick<CachedReads, 'read'>,
): AssetChoices {
  // The form works without what is missing here; the log says why it is.
  const known = <T>(read: CachedRead<T>) =>
    reads.read(read).then(
      ({ value }) => value,
      () => undefined,
    );
  return {
    async read(subscription) {
      const [knownTags, knownProfiles] = await Promise.all([
        known(tagsRead(subscription)),
        known(profilesRead(subscription)),
      ]);
      return {
        ...(knownTags && { tags: knownTags }),
        ...(knownProfiles && { profiles: knownProfiles }),
      };
    },
  };
}
