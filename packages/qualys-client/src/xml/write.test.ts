import fc from 'fast-check';
import { parseXml } from './parse';
import { writeXml } from './write';

// All that XML 1.0 can hold.
const text = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .filter(value =>
    /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(value),
  );
const hard = fc
  .array(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '<![CDATA[',
      '<!--',
      '&amp;',
      '&#13;',
      '\r',
      '\n',
      '\t',
      '\r\n',
      ' ',
      'x',
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''));

describe('a tree written as XML', () => {
  it('is the same when it is read', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, hard), { minLength: 2 }), texts => {
        const tree = { root: { item: texts, other: { one: texts[0] } } };
        expect(parseXml(writeXml(tree))).toEqual(tree);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has attributes, and leaves out what is undefined', () => {
    expect(
      writeXml({
        a: {
          '@_b': 'x "y" <z> & true',
          '@_c': 'true',
          '#text': '1',
          d: undefined,
        },
      }),
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="x &quot;y&quot; &lt;z&gt; &amp; true" c="true">1</a>',
    );
  });

  it.each(['\u0000', '\u001b', '\ud800', '\uffff'])(
    'is refused with %j, which XML cannot hold',
    character => {
      expect(() => writeXml({ a: `x${character}` })).toThrow(
        expect.objectContaining({ name: 'QualysError', kind: 'invalid' }),
      );
    },
  );
});
