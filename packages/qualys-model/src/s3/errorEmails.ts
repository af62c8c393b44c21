import { z } from 'zod';

const MOST = 5;
const LIST =
  'must be a list of e-mail addresses, or a text with commas between them';

/**
 * The e-mail addresses that S3's alerts go to: a list, or a text with commas
 * between them. At most five.
 *
 * Source: AWS S3 integration, "Update Integration", `errorEmails` ("a maximum
 * of 5 email addresses as comma-separated values"; its samples have a list).
 */
export const errorEmailsSchema: z.ZodType<
  string[],
  string | readonly string[] | undefined
> = z
  .union([z.string(), z.array(z.string()).readonly()], { error: LIST })
  .default([])
  .transform(emails =>
    typeof emails === 'string'
      ? emails.split(',').filter(email => email.trim() !== '')
      : [...emails],
  )
  .pipe(
    z
      .array(
        z
          .string()
          .trim()
          .pipe(z.email('must be an e-mail address, such as team@example.com')),
      )
      .max(MOST, `must have at most ${MOST} e-mail addresses`),
  );
