import { toUSVString } from 'node:util';
import type { QualysHost } from '../platforms';
import type { Answer } from './answer';
import type { CallBody } from './body';
import type { Format } from './format';
import type { Advice, Problem } from './statusFailure';

/**
 * The families of Qualys' APIs. Each has its own host, its own way to sign in
 * and its own limits: `qps` (Asset Management, Web Application Scanning, AWS
 * Security Hub), `fo` (the older API of Vulnerability Management), `cloudView`
 * and `gateway` (the AWS S3 integration).
 *
 * @public
 */
export const QUALYS_API_FAMILIES = [
  'qps',
  'fo',
  'cloudView',
  'gateway',
] as const;

/** One of the families of Qualys' APIs. @public */
export type QualysApiFamily = (typeof QUALYS_API_FAMILIES)[number];

/**
 * How CloudView is reached: `portal` is the host of the portal with user name
 * and password, `gateway` is the gateway with a token.
 *
 * @public
 */
export type CloudViewAccess = 'portal' | 'gateway';

/**
 * What a caller may say of any call.
 *
 * @public
 */
export interface CallOptions {
  /** Gives the call up. */
  signal?: AbortSignal;
  /**
   * Who waits for it: a person (`user`, the default) or nobody in particular
   * (`background`). Where calls must wait, those of people go first.
   */
  priority?: 'user' | 'background';
  /**
   * How long it may wait for its turn, all its attempts together, in
   * milliseconds, where that is less than `limits.maxWaitMs` allows. Where it
   * would be longer, it fails with `limited` and `retryAfter`.
   */
  maxWaitMs?: number;
  /**
   * Called right before each attempt is sent, when all waiting is over: what it
   * throws, the call fails with, and nothing is sent. It is for what holds for
   * a while only, such as the right to make a change.
   */
  guard?: () => void;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * A call of the API. The dialects read their answers by a `format`, whose
 * result goes to `problemIn` and `read`.
 */
export interface Call<T, P = unknown> {
  family: QualysApiFamily;
  method: Method;
  /**
   * Tried once where the server says that it does not know the method (HTTP
   * 405, so nothing was done): the documents contradict themselves on some.
   */
  otherMethod?: Method;
  /** The path with placeholders: `/x/{id}`. */
  path: string;
  /** What stands in for the placeholders, checked and not yet encoded. */
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: CallBody;
  /** What of the body must not be shown to anyone, in no form. */
  secrets?: readonly string[];
  options?: CallOptions;
  /** What to say where Qualys refuses. */
  advice?: Advice;
  format: Format<P>;
  /**
   * What an answer says of its own failure.
   *
   * @param parsed - the answer as the format reads it; undefined where it cannot
   * @param answer - the answer as it came
   */
  problemIn(parsed: P | undefined, answer: Answer): Problem | undefined;
  /** Makes sense of a successful answer. Throws a `Failure` where it cannot. */
  read(parsed: P): T;
}

/** The host that serves a family of APIs. */
export function hostOf(
  family: QualysApiFamily,
  cloudViewAccess: CloudViewAccess,
): QualysHost {
  if (family === 'cloudView' && cloudViewAccess === 'gateway') return 'gateway';
  return family === 'qps' || family === 'fo' ? 'api' : family;
}

/**
 * The path and query string of a call as they go on the wire. Every value is
 * percent-encoded; query parameters without a value are left out.
 */
export function wirePath(
  call: Pick<Call<unknown>, 'path' | 'params' | 'query'>,
): string {
  const { params = {}, query = {} } = call;
  const encode = (value: string | number) =>
    encodeURIComponent(toUSVString(String(value)));
  const path = call.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encode(params[name]),
  );
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encode(name)}=${encode(value)}`],
  );
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}
