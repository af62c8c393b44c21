import { z } from 'zod';
import type { Clock } from '../core/clock';
import type { Behaviours } from '../behaviours/behaviours';
import { searchOperations, type Collection } from '../qps/collection';
import {
  integer,
  object,
  text,
  type ListChange,
  type ValueOf,
} from '../qps/description';
import { isoDate } from '../qps/isoDate';
import { idFor, NumberedStore } from '../qps/numberedStore';
import { invalid } from '../qps/problem';
import { changedList } from '../qps/read';
import type { Operation } from '../qps/router';

const tagSchema = z.strictObject({
  id: z.number().int().min(1).optional(),
  name: z.string().min(1),
  parentTagId: z.number().int().min(1).optional(),
  color: z.string().optional(),
  ruleType: z.string().optional(),
});

/**
 * A tag to be added.
 *
 * @public
 */
export interface NewTag {
  /** A new one unless given. */
  id?: number;
  name: string;
  parentTagId?: number;
  /** Such as `#FF0000`. */
  color?: string;
  /** Such as `STATIC` or `CLOUD_ASSET`; `STATIC` unless given. */
  ruleType?: string;
}

/** What is kept of a tag. */
export interface TagRecord extends NewTag {
  id: number;
  /** ISO 8601, UTC. */
  created: string;
}

/** A tag in the collection of another object: `TagSimple`, or `Tag` in WAS. */
export const TAG_REFERENCE = object({ id: integer, name: text });

const TAG = object({
  id: integer,
  name: text,
  parentTagId: integer,
  created: text,
  modified: text,
  color: text,
  ruleType: text,
});

/** The tags of the subscription, which Asset Management and WAS share. */
export class TagStore {
  readonly tags = new NumberedStore<TagRecord>();

  constructor(private readonly clock: Clock) {}

  /**
   * Adds a tag by hand and returns its id.
   *
   * @throws ZodError that names the field; ObjectIdError where the id is taken
   */
  add(input: NewTag): number {
    const given = tagSchema.parse(input);
    const id = idFor(this.tags, given.id);
    const created = isoDate(this.clock.now());
    this.tags.put({ ruleType: 'STATIC', ...given, id, created });
    return id;
  }

  /** The reference to a tag, with its name. */
  reference(id: number): ValueOf<typeof TAG_REFERENCE> {
    return { id, name: this.tags.get(id)?.name };
  }

  /**
   * The ids of a collection of tags after a change.
   *
   * @throws QpsProblem where there is no such tag
   */
  changed(
    ids: readonly number[],
    change: ListChange<{ id?: number }>,
    where: string,
  ): number[] {
    const references = changedList<{ id?: number }>(
      ids.map(id => ({ id })),
      change,
      ({ id }) => id,
    );
    return references.map(({ id }) => {
      if (id === undefined) throw invalid(`${where} needs the ids of tags`);
      if (!this.tags.get(id)) throw invalid(`${where}: there is no tag ${id}`);
      return id;
    });
  }
}

/**
 * The verbs on tags.
 *
 * Source: Asset Management & Tagging API v2, Search Tags and Count Tags.
 */
export function tagOperations(
  { tags }: TagStore,
  behaviours: Behaviours,
): Operation[] {
  const collection: Collection<TagRecord, typeof TAG> = {
    version: '2.0',
    module: 'am',
    noun: 'tag',
    element: 'Tag',
    field: TAG,
    all: () => tags.all(),
    get: id => tags.get(id),
    idOf: ({ id }) => id,
    searchFields: {
      id: { type: 'integer', of: tag => tag.id },
      name: { type: 'text', of: tag => tag.name },
      parent: { type: 'integer', of: tag => tag.parentTagId },
      ruleType: { type: 'keyword', of: tag => tag.ruleType },
      color: { type: 'text', of: tag => tag.color },
    },
    show: tag => ({ ...tag, modified: tag.created }),
  };
  return searchOperations(collection, behaviours);
}
