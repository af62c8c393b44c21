import { storable } from '../database';
import type { JoinedConnector } from '../feeds';

// PostgreSQL limits what an index entry may hold.
const SORTABLE_LENGTH = 200;

/** The beginning of a name, such that names sort regardless of their case. */
export function sortableName(name: string): string {
  return storable(name.toLowerCase().slice(0, SORTABLE_LENGTH));
}

/** What free text is looked for in. */
export function searchText(connector: JoinedConnector): string {
  const alias =
    connector.provider === 'AWS' ? connector.accountAlias : undefined;
  return storable(
    [
      connector.name,
      connector.account,
      alias ?? '',
      connector.id,
      connector.assetManagement?.id ?? '',
      ...(connector.assetManagement?.defaultTags ?? []).map(
        tag => tag.name ?? '',
      ),
      connector.description,
    ]
      .join('\n')
      .toLowerCase(),
  );
}

/** The patterns of LIKE (with `\` as escape character) that free text asks for, all of which must match. */
export function searchPatterns(text: string): string[] {
  return storable(text)
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
