import { z } from 'zod';
import { PROBLEM_CODES } from './problem';
import { stepResultSchema } from './steps';

/**
 * What kind of thing an error is: why Qualys could not be asked or did not do
 * it, or that a request did not say which state it was made from
 * (`preconditionRequired`), or that things have changed since
 * (`preconditionFailed`, with `current`).
 *
 * @public
 */
export const ERROR_CODES = [
  ...PROBLEM_CODES,
  'preconditionFailed',
  'preconditionRequired',
] as const;

/** What kind of thing an error is. @public */
export type ErrorCode = (typeof ERROR_CODES)[number];

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
    code: z.enum(ERROR_CODES),
    /** When it makes sense to try again, in seconds. */
    retryAfter: z.number().optional(),
    /** The fields of the request that were wrong. */
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional(),
    /** How things stand now, where the request was made from an older state or was carried out in part; of the shape that reading them answers. */
    current: z.unknown().optional(),
    /** What is done and what is not, where something takes several steps and one of them failed. */
    steps: z.array(stepResultSchema).optional(),
  }),
  response: z.object({ statusCode: z.number().int() }),
});

/** The body of every answer that is not a success. @public */
export type ErrorBody = z.infer<typeof errorBodySchema>;
