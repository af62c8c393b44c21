/**
 * Makes one line of text that is fit for the catalog out of any text: without
 * control characters, invisible ones, those that turn the direction of
 * writing, and halves of characters; cut off at a number of characters.
 */
export function cleanText(text: string, maxLength: number): string {
  // Nothing beyond this part can stand in the result, which may be a page of spaces.
  const clean = text
    .slice(0, maxLength * 20)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  // A text has at most as many characters as code units.
  if (clean.length <= maxLength) return clean;
  const characters = Array.from(clean);
  return characters.length <= maxLength
    ? clean
    : `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}

const PLAIN: Record<string, string> = {
  '[': '(',
  ']': ')',
  '<': '‹',
  '>': '›',
  '`': "'",
};

/**
 * The same for text that the portal shows as Markdown, as it does with the
 * description of an entity: nothing of it becomes a link with another text, an
 * image, HTML or code.
 */
export function cleanMarkdown(text: string, maxLength: number): string {
  return cleanText(
    text.replace(/[[\]<>`]/g, character => PLAIN[character]),
    maxLength,
  );
}

const MAX_TAG_LENGTH = 63;

/**
 * Makes a tag that the catalog takes out of any text: small letters, digits,
 * `+` and `#`, with single hyphens in the place of all else.
 *
 * @returns undefined where nothing is left of it
 */
export function cleanTag(text: string): string | undefined {
  const tag = text
    .slice(0, MAX_TAG_LENGTH * 20)
    .toLowerCase()
    .replace(/[^a-z0-9+#]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_TAG_LENGTH)
    .replace(/-$/, '');
  return tag || undefined;
}
