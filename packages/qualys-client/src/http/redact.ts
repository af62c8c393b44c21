import { toUSVString } from 'node:util';
import type { QualysCredentials } from './credentials';

const REDACTED = '[redacted]';
const EXCERPT_CHARACTERS = 200;
const WINDOW_CHARACTERS = 4096;
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
  const anySecret = new RegExp(
    [...new Set(secrets)]
      .sort((a, b) => b.length - a.length)
      .map(secret => secret.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
      .join('|'),
    'gi',
  );
  const redact = (text: string) =>
    text.replace(anySecret, REDACTED).replace(ANY_AUTHORIZATION, REDACTED);

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
