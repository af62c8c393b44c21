import { z } from 'zod';

/**
 * The id of an object of Asset Management or Web Application Scanning: digits.
 * Its message says what would be right.
 *
 * Source: Qualys WAS API 3.0 and Asset Management API 3.0, `id` (a Java long).
 *
 * @public
 */
export const qpsIdSchema = z
  .string('must be the id of the object, digits as text, like 14321734.')
  .regex(
    /^[1-9]\d{0,18}$/,
    'must be the id of the object, digits as text, like 14321734.',
  );
