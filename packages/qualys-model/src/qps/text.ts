import { z } from 'zod';

// Control characters have no place in XML, which is one of the two forms of
// these APIs; what cannot be written in one of them is refused in both.
const WRITABLE = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/**
 * A text that is sent to Asset Management or Web Application Scanning. White
 * space around it goes, since Qualys writes some around the texts of its
 * answers. Its messages say what would be right.
 *
 * @param longest - the length that Qualys allows; the documents name none for most texts
 *
 * @public
 */
export function qpsTextSchema(longest = 4000): z.ZodString {
  return z
    .string('must be a text.')
    .trim()
    .min(1, 'must not be empty.')
    .max(longest, `must have at most ${longest} characters.`)
    .regex(WRITABLE, 'must not hold control characters.');
}
