import fc from 'fast-check';

/** What stands in every record that cannot be understood, and may get nowhere. */
export const CANARY = 'c4n4ry';

/** Texts that have hurt programs before. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 200, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 200,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      'line\r\nbreak\u2028',
      '\u001b[31mred\u0007',
      '\ud800',
      'x\udfff',
      '\ufeff',
      '\u202etxt.exe',
      '\u2066\u200fשלום\u2069',
      'null',
      'NaN',
      '1e309',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[click](javascript:alert(1))',
      '![](https://example.com/track.png)',
      '`code` ~~~',
      ']]>',
      '&amp;',
      '{{7*7}} ${7*7}',
      "'; DROP TABLE connectors; --",
      '%_\\',
      '../../etc/passwd',
      '__proto__',
      'constructor',
      'resource:default/admin',
    ),
  },
  { weight: 1, arbitrary: fc.constant('long '.repeat(20_000)) },
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
    '',
    'id',
    'list',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** What JSON can hold, with names that objects have by nature. */
export const { junk } = fc.letrec<{ junk: unknown }>(tie => ({
  junk: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300, 2 ** 60),
    hostileText,
    fc.array(tie('junk'), { maxLength: 3 }),
    // As JSON makes it: `__proto__` is a name like others.
    fc
      .array(fc.tuple(names, tie('junk')), { maxLength: 3 })
      .map(pairs => Object.fromEntries(pairs)),
  ),
}));

/** Fields that nobody knows. */
export const unknownFields: fc.Arbitrary<object> = fc
  .array(
    fc.tuple(
      fc.constantFrom('__proto__', 'constructor', 'then', 'x', ''),
      junk,
    ),
    { maxLength: 2 },
  )
  .map(pairs => Object.fromEntries(pairs));

/** Of no kind that a text can be read from. */
export const noText = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  [],
  [CANARY],
  {},
  { [CANARY]: CANARY },
);
