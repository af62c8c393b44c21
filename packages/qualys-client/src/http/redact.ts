import { toUSVString } from 'node:util';
import type { QualysCredentials } from './credentials';

const REDACTED = '[redacted]';
const EXCERPT_CHARACTERS = 200;
const WINDOW_CHARACTERS = 4096;
// What a regular expression may hold: V8 refuses very long ones, in an error
// that shows the expression.
const PATTERN_CHARACTERS = 16_384;
const LONGEST_IN_PATTERN = 512;
const ANY_AUTHORIZATION = /\b(?:basic|bearer)\s+[\w+/=.~-]+/gi;

/** Makes text that came from outside fit to be shown. */
export interface Redactor {
  /** A short piece of a text, on one line, without any form of the credentials. */
  excerpt(text: string): string;
}

function htmlEscaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

// A server may echo what it got as text, in JSON, in HTML or in a URL.
function formsOf(secret: string): string[] {
  const wellFormed = toUSVString(secret);
  const encoded = encodeURIComponent(wellFormed);
  return [
    secret,
    wellFormed,
    JSON.stringify(secret).slice(1, -1),
    htmlEscaped(wellFormed),
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, escape => escape.toLowerCase()),
    encoded.replace(/%20/g, '+'),
    encodeURI(wellFormed),
  ];
}

function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  return [
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}

function formsOfCredentials({ username, password }: QualysCredentials) {
  const pair = base64Forms(`${username}:${password}`);
  return [
    ...formsOf(username),
    ...formsOf(password),
    ...base64Forms(password),
    ...pair,
    ...pair.flatMap(formsOf),
  ];
}

function patternsOf(secrets: readonly string[]): RegExp[] {
  const groups: string[][] = [];
  let left = 0;
  for (const secret of secrets) {
    const pattern = secret.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    if (pattern.length > left) {
      groups.push([]);
      left = PATTERN_CHARACTERS;
    }
    groups[groups.length - 1].push(pattern);
    left -= pattern.length;
  }
  return groups.map(group => new RegExp(group.join('|'), 'gi'));
}

/**
 * A redactor that knows every form in which these credentials, and other
 * secrets, may be echoed.
 */
export function createRedactor(
  credentials: readonly QualysCredentials[],
  others: readonly string[] = [],
): Redactor {
  const secrets = [
    ...credentials.flatMap(formsOfCredentials),
    ...others.flatMap(formsOf),
  ]
    .map(secret => secret.trim())
    .filter(Boolean);
  const longest = Math.max(...secrets.map(secret => secret.length));
  const ordered = [...new Set(secrets)].sort((a, b) => b.length - a.length);
  const long = ordered.filter(({ length }) => length > LONGEST_IN_PATTERN);
  const anyShort = patternsOf(ordered.slice(long.length));
  const redact = (text: string) => {
    let shown = text;
    for (const secret of long) shown = shown.replaceAll(secret, REDACTED);
    for (const any of anyShort) shown = shown.replace(any, REDACTED);
    return shown.replace(ANY_AUTHORIZATION, REDACTED);
  };

  return {
    excerpt(text) {
      const window = text.slice(0, WINDOW_CHARACTERS + longest);
      let shown = redact(window);
      // The end of the window may have cut a secret in two.
      if (window.length < text.length) shown = shown.slice(0, -longest);
      shown = redact(shown.replace(/[\s\p{Cc}]+/gu, ' ').trim());
      return shown.length > EXCERPT_CHARACTERS
        ? `${shown.slice(0, EXCERPT_CHARACTERS)}…`
        : shown;
    },
  };
}
