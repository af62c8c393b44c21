import { QqlScalar } from './tree';

const KEYWORD = /^(?:and|or|not)$/i;
const TOKEN = /^[a-z][a-z0-9._]*$/i;
const NOW = /^now(?:$|[^a-z0-9._])/i;
const SPACE = /\s/;
const ENDS_BARE = /[\s()[\]"`]/;
const ENDS_BARE_IN_BRACKETS = /[\s()[\]"`,]|\.\./;

/** Whether a text is a token: a letter, then letters, digits, `.` and `_`. */
export function isTokenText(text: string): boolean {
  return TOKEN.test(text);
}

/** Whether a word joins conditions: AND, OR or NOT in any case. */
export function isKeyword(text: string): boolean {
  return KEYWORD.test(text);
}

/** Whether a bare value is the keyword `Now`, alone or with a distance (`now-1d`). */
export function isNow(text: string): boolean {
  return NOW.test(text);
}

/** Whether a single UTF-16 unit is white space. */
export function isSpace(unit: string): boolean {
  return SPACE.test(unit);
}

/** Whether a text begins with a quotation mark of a word processor, which QQL does not know. */
export function startsWithTypographicQuote(text: string): boolean {
  return /^[“”„‟«»]/.test(text);
}

/**
 * Whether a value can stand without quotation marks and be read back as the
 * same value.
 */
export function canStandBare(text: string, inBrackets: boolean): boolean {
  if (text === '' || startsWithTypographicQuote(text)) {
    return false;
  }
  return inBrackets
    ? !ENDS_BARE_IN_BRACKETS.test(text)
    : !ENDS_BARE.test(text) && !/^[<>=]|,$/.test(text) && !isKeyword(text);
}

/** What a value lacks to be written as its kind, or undefined where it can be. */
export function whyNotWritable(
  scalar: QqlScalar,
  inBrackets: boolean,
): string | undefined {
  if (scalar.text === '') {
    return 'A value must not be empty.';
  }
  switch (scalar.kind) {
    case 'exact':
      return scalar.text.includes('`')
        ? 'A value in backticks cannot contain a backtick: QQL documents no way to escape it.'
        : undefined;
    case 'quoted':
      return scalar.text.includes('"')
        ? 'A value in double quotation marks cannot contain one: QQL documents no way to escape it.'
        : undefined;
    default:
      return canStandBare(scalar.text, inBrackets)
        ? undefined
        : 'This value cannot stand without quotation marks or backticks.';
  }
}
