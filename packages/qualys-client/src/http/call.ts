import { toUSVString } from 'node:util';
import type { QualysHost } from '../platforms';
import type { Advice, Problem } from './statusFailure';

/** A call that changes nothing, so that it may be sent again. */
export interface ReadCall<T> {
  host: QualysHost;
  method: 'GET';
  /** The path with placeholders: `/x/{id}`. */
  path: string;
  /** What stands in for the placeholders, checked and not yet encoded. */
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
  /** What to say where Qualys refuses. */
  advice?: Advice;
  /** What a JSON answer says of its own failure. */
  problemIn(json: unknown): Problem | undefined;
  /** Makes sense of a successful answer. Throws a `Failure` where it cannot. */
  read(json: unknown): T;
}

/**
 * The path and query string of a call as they go on the wire. Every value is
 * percent-encoded; query parameters without a value are left out.
 */
export function wirePath(
  call: Pick<ReadCall<unknown>, 'path' | 'params' | 'query'>,
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
