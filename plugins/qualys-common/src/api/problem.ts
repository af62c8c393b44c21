import { z } from 'zod';

/**
 * Why Qualys could not be read, in the portal's own terms.
 *
 * @public
 */
export const PROBLEM_CODES = [
  'authentication',
  'permission',
  'notFound',
  'invalid',
  'conflict',
  'limited',
  'unavailable',
  'unexpectedAnswer',
  'outcomeUnknown',
  'internal',
] as const;

/** Why something did not work, as part of an answer that did. @public */
export const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  /** What happened and what to do about it; for people, without secrets. */
  message: z.string(),
  /** When it makes sense to try again, in seconds. */
  retryAfter: z.number().optional(),
});

/** Why something did not work. @public */
export type Problem = z.infer<typeof problemSchema>;
