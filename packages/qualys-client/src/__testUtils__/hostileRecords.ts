import fc from 'fast-check';

/** A record of a list, and what is known of it by the way it was made. */
export interface MadeRecord {
  /** As it stands in the answer. */
  wire: unknown;
  /** Whether it has all that it cannot be without. */
  valid: boolean;
  /** Its id, where that can be read. */
  id?: string;
}

/** What stands in every record that cannot be read, and nowhere else. */
export const CANARY = 'c4n4ry';

/** Texts that have hurt programs before. */
export const hostileText = fc.oneof(
  { weight: 60, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 60,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      '\ud800',
      'x\udfff',
      '\ufeff',
      '\u202e',
      'null',
      'NaN',
      '-1',
      '1e309',
      '<script>',
      ']]>',
      '&amp;',
      '{{7*7}}',
      "'; DROP TABLE connectors; --",
      '../../etc/passwd',
      '__proto__',
    ),
  },
  { weight: 1, arbitrary: fc.constant('long '.repeat(4000)) },
);

const names = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'then',
    'toJSON',
    'length',
    '#text',
    '',
    'id',
    'list',
    'count',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** What JSON can hold, with names that objects have by nature. */
export const { junk } = fc.letrec<{ junk: unknown }>(tie => ({
  junk: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300, 2 ** 60),
    hostileText,
    fc.array(tie('junk'), { maxLength: 3 }),
    // As JSON makes it: `__proto__` is a name like others.
    fc
      .array(fc.tuple(names, tie('junk')), { maxLength: 3 })
      .map(pairs => Object.fromEntries(pairs)),
  ),
}));

/** Records, each with a number of its own. */
export function recordsOf(
  count: number,
  make: (number: number) => fc.Arbitrary<MadeRecord>,
): fc.Arbitrary<MadeRecord[]> {
  return fc.tuple(
    ...Array.from({ length: count }, (_, number) => make(number)),
  );
}

/**
 * Pages of these records. None has several of which none is valid: the first
 * of such a page is taken for the valid one that `instead` gives.
 */
export function pagesOf(
  records: readonly MadeRecord[],
  size: number,
  instead: (number: number) => MadeRecord,
): MadeRecord[][] {
  const pages: MadeRecord[][] = [];
  for (let at = 0; at < records.length; at += size) {
    const page = records.slice(at, at + size);
    if (page.length > 1 && !page.some(({ valid }) => valid)) {
      page[0] = instead(at);
    }
    pages.push(page);
  }
  return pages;
}
