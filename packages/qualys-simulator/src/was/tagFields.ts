import type { TagStore } from '../assetManagement/tags';
import type { SearchFields } from '../qps/criteria';

/** What objects of WAS with tags of their own are searched by. */
export function tagFields<T extends { tagIds: readonly number[] }>(
  tags: TagStore,
): SearchFields<T> {
  return {
    tags: { type: 'collection', of: ({ tagIds }) => tagIds },
    'tags.id': { type: 'integer', of: ({ tagIds }) => tagIds },
    'tags.name': {
      type: 'text',
      of: ({ tagIds }) => tagIds.map(id => tags.reference(id).name ?? ''),
    },
  };
}
