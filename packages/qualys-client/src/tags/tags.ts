import { TAG_FIELDS, type Tag } from 'qualys-model';
import { z } from 'zod';
import type { Paged } from '../paging';
import {
  essentialText,
  optionalDate,
  optionalText,
  qpsSearch,
  type Qps,
  type QpsObject,
  type SearchOptions,
} from '../qps';

const schema = z.object({
  id: essentialText,
  name: essentialText,
  color: optionalText,
  ruleType: optionalText,
  parentTagId: optionalText,
  created: optionalDate,
  modified: optionalDate,
});

/** `Tag` of the Asset Management and Tagging API 2.0. */
export const tagObject: QpsObject<typeof schema, Tag> = {
  name: 'Tag',
  schema,
  transform: wire => wire,
  advice: {
    permission:
      'Check that the user has the permission “API Access” and may see tags.',
  },
};

/**
 * The tags of Asset Management.
 *
 * Source: Qualys Asset Management and Tagging API 2.0,
 * `/qps/rest/2.0/search/am/tag`.
 *
 * @public
 */
export interface Tags {
  /**
   * The tags that fulfil all conditions, in the order of their ids.
   *
   * @param options - conditions, page size (1,000 by default), and a signal to give it up
   */
  search(options?: SearchOptions): Paged<Tag>;
}

/** The tags, on the `qps` dialect. */
export function tagResource(qps: Qps): Tags {
  return {
    search: options =>
      qpsSearch(
        qps,
        {
          path: '/qps/rest/2.0/search/am/tag',
          object: tagObject,
          identity: tag => tag.id,
          fields: TAG_FIELDS,
          what: 'A search for tags',
          pageSize: 1000,
        },
        options,
      ),
  };
}
