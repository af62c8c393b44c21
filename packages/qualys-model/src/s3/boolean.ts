import { z } from 'zod';

const WORDS = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ['true', true],
  ['1', true],
  [false, false],
  [0, false],
  ['false', false],
  ['0', false],
]);

const FORM = 'must be true or false (1 and 0 are understood too)';

/**
 * A boolean in one of the forms that Qualys' documents write it in: `true` and
 * `false`, `1` and `0`, each as it is or as a text in any case.
 *
 * Source: AWS S3 integration, "Update Integration", whose table of parameters
 * writes `true` and `1` for the same, and whose samples write JSON booleans.
 *
 * @public
 */
export type QualysBooleanInput = boolean | 0 | 1 | string;

/**
 * Reads a boolean from each of the forms that Qualys' documents write it in:
 * see {@link QualysBooleanInput}. Any other value is refused: no word is
 * guessed at.
 *
 * Source: as {@link QualysBooleanInput}.
 *
 * @public
 */
export const qualysBooleanSchema: z.ZodType<boolean, QualysBooleanInput> = z
  .union([z.boolean(), z.literal([0, 1]), z.string()], { error: FORM })
  .refine(value => WORDS.has(keyOf(value)), { error: FORM })
  .transform(value => WORDS.get(keyOf(value)) === true);

function keyOf(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}
