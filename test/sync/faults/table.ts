import { FAULT_KINDS, type Fault } from 'qualys-simulator';
import { PATIENCE_MS } from '../portal/client';

type Kind = Fault['kind'];

/** A way in which a page of a feed goes wrong. */
export interface PageFault {
  name: string;
  kind: Kind;
  fault: Omit<Fault, 'match'>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/**
 * What is worth telling apart within a kind. A kind that does not stand here is
 * met as it is by itself.
 */
const VARIANTS: Partial<
  Record<Kind, Record<string, Omit<Fault, 'match' | 'kind'>>>
> = {
  status: {
    '302': { status: 302, headers: { location: '/login' } },
    '400': { status: 400 },
    '401': { status: 401 },
    '403': { status: 403 },
    '404': { status: 404 },
    '409': { status: 409 },
    '429': { status: 429 },
    '500': { status: 500 },
    '503': { status: 503 },
    'an object of no kind': { status: 200, body: {} },
    'an empty answer': { status: 200, body: '', headers: JSON_TYPE },
    null: { status: 200, body: 'null', headers: JSON_TYPE },
  },
  slow: {
    'but in time': { delayMs: 20 },
    'too much': { delayMs: 10 * PATIENCE_MS },
  },
  html: { 'with 200': {}, 'with 503': { status: 503 } },
  limit: {
    1960: { code: 1960, limitHeaders: false, secondsToWait: 1 },
    1965: { code: 1965, limitHeaders: false, secondsToWait: 1 },
    2003: { code: 2003 },
    429: { code: 429, limitHeaders: false, secondsToWait: 1 },
  },
};

/** Every kind of fault of the simulator, each in all its variants. */
export const FAULTS: readonly PageFault[] = FAULT_KINDS.flatMap(kind =>
  Object.entries(VARIANTS[kind] ?? { '': {} }).map(([variant, settings]) => ({
    name: `${kind} ${variant}`.trim(),
    kind,
    fault: { kind, ...settings },
  })),
);

/** The same, but over after one call: where Qualys is asked again, it answers. */
export function once({ name, kind, fault }: PageFault): PageFault {
  return { name: `${name}, once`, kind, fault: { ...fault, times: 1 } };
}
