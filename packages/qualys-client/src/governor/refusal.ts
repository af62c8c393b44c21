import { LONGEST_WAIT_SECONDS, type LimitHeaders } from './limitHeaders';

/** What a refusal says that is the same in all dialects. */
export interface RefusalText {
  /** Qualys' own code. */
  code?: string;
  /** What Qualys says, for people. */
  said?: string;
  /** How long to wait before the next call. */
  secondsToWait?: number;
}

/** Qualys' codes for too many calls at once, and for too many in the window. */
const LIMIT_CODES = new Set(['1960', '1965']);

/** Qualys' codes that come with 409 and that no wait mends. */
const PERMANENT_CODES: Record<string, string> = {
  2003: 'Sign in to the Qualys portal as this user once and complete the registration.',
  2011: 'The user must sign in with SecurID, which an API call cannot: use another user.',
};

const CODE_IN_XML = /<CODE>\s*(\d{1,6})\s*<\/CODE>/i;
const TEXT_IN_XML = /<TEXT>([^<]{1,500})<\/TEXT>/i;
const WAIT_IN_XML =
  /<KEY>\s*SECONDS_TO_WAIT\s*<\/KEY>\s*<VALUE>\s*(\d{1,10})\s*<\/VALUE>/i;
const CODE_IN_JSON =
  /"(?:error_?)?code"\s{0,9}:\s{0,9}"?(1960|1965|2003|2011)\b/i;
const WAIT_IN_JSON =
  /"SECONDS_TO_WAIT"(?:\s{0,9}:|\s{0,9},\s{0,9}"value"\s{0,9}:)\s{0,9}"?(\d{1,10})\b/i;

/**
 * Reads a refusal that may come in any dialect, whatever the call expected: the
 * `SIMPLE_RETURN` of the API server, or JSON with the same codes.
 *
 * Source: Qualys API limits.
 */
export function readRefusal(text: string): RefusalText {
  const seconds = (WAIT_IN_XML.exec(text) ?? WAIT_IN_JSON.exec(text))?.[1];
  return {
    code: (CODE_IN_XML.exec(text) ?? CODE_IN_JSON.exec(text))?.[1],
    said: TEXT_IN_XML.exec(text)?.[1].trim(),
    secondsToWait: seconds
      ? Math.min(Number(seconds), LONGEST_WAIT_SECONDS) || undefined
      : undefined,
  };
}

/** What to do about a 409 that no wait mends; undefined for others. */
export function permanentAdvice(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(PERMANENT_CODES, code)
    ? PERMANENT_CODES[code]
    : undefined;
}

/**
 * Whether an answer refuses a call because there were too many. 429 always
 * does. 409 also stands for conflicts: it is a limit with one of the codes of
 * limits, where its headers ask to wait, or where it has no code at all and
 * its headers show that as many calls run as may.
 */
export function isLimit(
  status: number,
  code: string | undefined,
  headers: LimitHeaders,
): boolean {
  if (status === 429) return true;
  if (status !== 409 || permanentAdvice(code) !== undefined) return false;
  if (code !== undefined && LIMIT_CODES.has(code)) return true;
  if (headers.toWaitSeconds !== undefined) return true;
  const { running, concurrency } = headers;
  return (
    code === undefined &&
    running !== undefined &&
    concurrency !== undefined &&
    running >= concurrency
  );
}

/** How long a refusal asks to wait; undefined where it does not say. */
export function refusalWaitSeconds(
  headers: LimitHeaders,
  { secondsToWait }: RefusalText,
): number | undefined {
  return (
    headers.toWaitSeconds ??
    headers.retryAfterSeconds ??
    secondsToWait ??
    headers.resetSeconds
  );
}
