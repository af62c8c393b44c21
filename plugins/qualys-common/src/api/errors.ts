import { z } from 'zod';
import { PROBLEM_CODES } from './problem';

/**
 * The body of every answer that is not a success. It has the shape that
 * Backstage's own errors have, and says besides what kind of thing happened.
 *
 * @public
 */
export const errorBodySchema = z.object({
  error: z.object({
    /** The name of the Backstage error, for example `NotAllowedError`. */
    name: z.string(),
    /** What happened, for people. */
    message: z.string(),
    code: z.enum(PROBLEM_CODES),
    /** When it makes sense to try again, in seconds. */
    retryAfter: z.number().optional(),
    /** The fields of the request that were wrong. */
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional(),
    /** How things stand now, where the request was made from an older state; of the shape that reading them answers. */
    current: z.unknown().optional(),
  }),
  response: z.object({ statusCode: z.number().int() }),
});

/** The body of every answer that is not a success. @public */
export type ErrorBody = z.infer<typeof errorBodySchema>;
