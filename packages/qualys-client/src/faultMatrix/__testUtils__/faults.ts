import type { Fault } from 'qualys-simulator';
import type { QualysErrorKind } from '../../errors';
import type { Verb } from './verbs';

/** What becomes of a verb that meets a fault. */
export interface Outcome {
  /** The kind of its error; `works` where there is none. */
  kind: QualysErrorKind | 'works';
  /** How often its request comes to the platform. */
  sent: number;
}

/** A way in which calls go wrong. */
export interface FaultCase {
  name: string;
  fault: Omit<Fault, 'match'>;
  read: Outcome;
  change: Outcome;
}

/** How often a read is tried again in the matrix. */
export const RETRIES = 2;

const once = (kind: Outcome['kind']): Outcome => ({ kind, sent: 1 });
const always = (kind: Outcome['kind']): Outcome => ({
  kind,
  sent: 1 + RETRIES,
});
const HEALED: Outcome = { kind: 'works', sent: 2 };

/** A fault that stays, and the same fault when it is over after one call. */
function passing(faultCase: FaultCase): FaultCase[] {
  return [
    faultCase,
    {
      ...faultCase,
      name: `${faultCase.name}, once`,
      fault: { ...faultCase.fault, times: 1 },
      read: HEALED,
    },
  ];
}

const status = (code: number, kind: QualysErrorKind): FaultCase => ({
  name: `HTTP ${code}`,
  fault: { kind: 'status', status: code },
  read: once(kind),
  change: once(kind),
});

const temporary = (code: number): FaultCase[] =>
  passing({
    ...status(code, 'unavailable'),
    read: always('unavailable'),
    change: once('outcomeUnknown'),
  });

const lost = (name: string, fault: FaultCase['fault']): FaultCase => ({
  name,
  fault,
  read: always('unavailable'),
  change: once('outcomeUnknown'),
});

const unreadable = (name: string, fault: FaultCase['fault']): FaultCase => ({
  name,
  fault,
  read: once('unexpectedAnswer'),
  change: once('outcomeUnknown'),
});

const limit = (
  name: string,
  fault: Omit<Fault, 'match' | 'kind'>,
): FaultCase => ({
  name,
  fault: { kind: 'limit', ...fault },
  read: once('limited'),
  change: once('limited'),
});

const HALF = unreadable('half of the answer', { kind: 'malformed' });
const MISLABELLED = unreadable('another type', {
  kind: 'wrongType',
  contentType: 'text/plain',
});
const UNAUTHORIZED = status(401, 'authentication');

/** Every way in which calls go wrong, and what the documentation says becomes of them. */
export const FAULTS: readonly FaultCase[] = [
  ...passing(lost('reset', { kind: 'reset' })),
  ...passing(lost('cut', { kind: 'cut' })),
  ...passing(lost('carried out, the answer lost', { kind: 'applied' })),
  lost('too slow', { kind: 'slow', delayMs: 5_000 }),
  {
    name: 'slow',
    fault: { kind: 'slow', delayMs: 20 },
    read: once('works'),
    change: once('works'),
  },
  unreadable('HTML with HTTP 200', { kind: 'html' }),
  lost('HTML with HTTP 503', { kind: 'html', status: 503 }),
  HALF,
  MISLABELLED,
  unreadable('a redirect', {
    kind: 'status',
    status: 302,
    headers: { location: '/login' },
  }),
  status(400, 'invalid'),
  UNAUTHORIZED,
  status(403, 'permission'),
  status(404, 'notFound'),
  { ...status(500, 'unavailable'), change: once('outcomeUnknown') },
  ...temporary(502),
  ...temporary(503),
  ...temporary(504),
  ...passing({
    ...limit('409/1960', { code: 1960 }),
    read: always('limited'),
  }),
  {
    ...limit('409/1960 without headers', { code: 1960, limitHeaders: false }),
    read: always('limited'),
  },
  limit('409/1965', { code: 1965 }),
  limit('409/1965 without headers', { code: 1965, limitHeaders: false }),
  limit('429', { code: 429 }),
  ...passing({
    ...limit('429 without headers', { code: 429, limitHeaders: false }),
    read: always('limited'),
  }),
  {
    ...limit('409/2003', { code: 2003 }),
    read: once('permission'),
    change: once('permission'),
  },
];

/** What becomes of a verb that meets a fault, what is special about it considered. */
export function outcomeOf(verb: Verb, faultCase: FaultCase): Outcome {
  const outcome = faultCase[verb.kind];
  // A token that is refused is renewed, and the call made once more.
  if (verb.byToken && faultCase === UNAUTHORIZED)
    return { ...outcome, sent: 2 };
  // What is nothing cannot be spoilt, and a file may come with any type.
  const unspoilt =
    (faultCase === MISLABELLED && verb.answer !== undefined) ||
    (faultCase === HALF && verb.answer === 'nothing');
  return unspoilt ? { ...outcome, kind: 'works' } : outcome;
}
