import { validateHeaderName, validateHeaderValue } from 'node:http';
import { z } from 'zod';

/**
 * What a fault can do to a call; see {@link Fault}.
 *
 * @public
 */
export const FAULT_KINDS = [
  'status',
  'reset',
  'cut',
  'slow',
  'html',
  'malformed',
  'wrongType',
  'applied',
  'limit',
] as const;

/** The codes with which Qualys refuses calls for a time, or for good. */
const LIMIT_CODES = [1960, 1965, 2003, 429] as const;

function isSendable(headers: Record<string, string>): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    return true;
  } catch {
    return false;
  }
}

/** Checks a fault. */
export const faultSchema = z.strictObject({
  match: z
    .strictObject({
      host: z.enum(['api', 'gateway', 'cloudView']).optional(),
      method: z.string().min(1).optional(),
      path: z.string().min(1).optional(),
      query: z.record(z.string(), z.string()).optional(),
    })
    .default({}),
  kind: z.enum(FAULT_KINDS),
  status: z.number().int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  headers: z
    .record(z.string(), z.string())
    .refine(isSendable, 'a name or value cannot stand in a header')
    .optional(),
  contentType: z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+$/, 'must be a type such as text/plain')
    .optional(),
  code: z.literal(LIMIT_CODES).optional(),
  secondsToWait: z.number().int().min(0).max(86_400).optional(),
  limitHeaders: z.boolean().optional(),
  delayMs: z.number().int().min(0).max(600_000).optional(),
  skip: z.number().int().min(0).optional(),
  times: z.number().int().min(1).optional(),
});

/**
 * Something that goes wrong with the calls that match.
 *
 * @public
 */
export interface Fault {
  /** Which calls; all that is given must fit, and nothing given fits every call. */
  match: {
    host?: 'api' | 'gateway' | 'cloudView';
    /** The HTTP method, in any case. */
    method?: string;
    /** A part of the path; or, with `*` for any text in it, the whole path. */
    path?: string;
    /** Parameters of the query with their values; others may stand beside them. */
    query?: Record<string, string>;
  };
  /**
   * What happens:
   *
   * - `status`: an answer with `status` (500 unless given), `body` and `headers`;
   * - `reset`: the connection is reset and nothing is answered;
   * - `cut`: the real answer begins, and the connection ends in the middle of its body;
   * - `slow`: the real answer, after `delayMs` (1000 unless given);
   * - `html`: a page of HTML in place of the answer, with `status` (200 unless given);
   * - `malformed`: the real answer's status and type, with half of its JSON or XML;
   * - `wrongType`: the call is carried out as if `contentType` had been asked
   *   for, and whatever is answered bears that type;
   * - `applied`: the call is carried out, then the connection is reset and
   *   nothing is answered;
   * - `limit`: the call is refused with `code`, and not carried out.
   */
  kind: (typeof FAULT_KINDS)[number];
  /** The HTTP status of `status` and `html`, 200 to 599. */
  status?: number;
  /** The body of `status` and `html`: a text as it is, anything else as JSON. */
  body?: unknown;
  /** Headers of the answer of `status`, `html` and `limit`. */
  headers?: Record<string, string>;
  /** The type of the answer of `wrongType`; `text/plain` unless given. */
  contentType?: string;
  /**
   * How `limit` refuses: with HTTP 409 and code 1960 (too many calls at a time),
   * 1965 (too many in the window; the default) or 2003 (the account is not
   * registered in full, which no waiting mends), or with HTTP 429.
   */
  code?: 1960 | 1965 | 2003 | 429;
  /** How long `limit` says to wait, in seconds; 60 unless given. */
  secondsToWait?: number;
  /** Whether `limit` tells the limits in headers, too; it does unless false is given. */
  limitHeaders?: boolean;
  /** How long to wait before anything else happens, in milliseconds. */
  delayMs?: number;
  /** How many matching calls pass before the first one is hit. */
  skip?: number;
  /** How many calls are hit; for ever unless given. */
  times?: number;
}
