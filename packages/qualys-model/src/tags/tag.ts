import { z } from 'zod';
import type { QpsFields } from '../qps/fieldTypes';

/**
 * A tag of Asset Management, which stands for a group of assets, web apps or
 * connectors.
 *
 * Source: Qualys Asset Management and Tagging API 2.0, `Tag`.
 *
 * @public
 */
export const tagSchema = z.object({
  /** The id of the tag: digits. */
  id: z.string().min(1),
  /** The name that people gave it. */
  name: z.string(),
  /** Its color, such as `#FFFFFF`, where it has one. */
  color: z.string().optional(),
  /** How Qualys decides what bears it, such as `STATIC`; an open set. */
  ruleType: z.string().optional(),
  /** The tag above it, where there is one and Qualys says. */
  parentTagId: z.string().optional(),
  /** When it was made (ISO 8601, UTC), where Qualys says. */
  created: z.string().optional(),
  /** When it was last changed (ISO 8601, UTC), where Qualys says. */
  modified: z.string().optional(),
});

/** A tag of Asset Management. @public */
export type Tag = z.infer<typeof tagSchema>;

/**
 * The fields that tags can be searched by.
 *
 * Source: Qualys Asset Management and Tagging API 2.0, "Search Tags".
 *
 * @public
 */
export const TAG_FIELDS: QpsFields = {
  id: 'integer',
  name: 'text',
  parent: 'integer',
  ruleType: 'keyword',
  color: 'text',
};
