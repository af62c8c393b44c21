import { z } from 'zod';

/**
 * The id of an integration that Qualys gave it, of S3 as of Security Hub: a
 * positive whole number, kept as text. A number is read as well.
 *
 * Source: AWS S3 integration, "Update Integration", `id` ("IntegrationID
 * provided by Qualys", an integer); AWS Security Hub Integration, which calls
 * it the "unique integration identifier". That it has at most 19 digits is not
 * documented; assumed because Qualys' ids are 64-bit numbers.
 *
 * @public
 */
export const integrationIdSchema: z.ZodType<string, string | number> = z
  .union([z.string().trim(), z.int().transform(String)])
  .refine(id => /^[1-9]\d{0,18}$/.test(id), {
    error:
      'must be the id of an integration: a positive whole number, such as 49',
  });
