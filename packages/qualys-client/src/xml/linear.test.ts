import fc from 'fast-check';
import { Failure } from '../http';
import { xmlFormat } from './format';

const LONG = 1024 * 1024;

/** As many whole units as fit in a length. */
const filled = (unit: string, length: number) =>
  unit.repeat(Math.floor(length / unit.length));

/** Documents that a careless reader would go through again and again. */
const SHAPES: Array<[string, (length: number) => string]> = [
  ['one long text', length => `<a>${filled('x ', length)}</a>`],
  ['one long CDATA', length => `<a><![CDATA[${filled(']]x', length)}]]></a>`],
  ['many CDATA', length => `<a>${filled('<![CDATA[x]]>', length)}</a>`],
  ['elements side by side', length => `<a>${filled('<b>1</b>', length)}</a>`],
  ['empty elements', length => `<a>${filled('<b/>', length)}</a>`],
  [
    'elements of many names',
    length =>
      `<a>${Array.from(
        { length: Math.floor(length / 16) },
        (_, n) => `<b${n}>1</b${n}>`,
      ).join('')}</a>`,
  ],
  ['elements in each other', length => filled('<a>', length)],
  ['ends without beginnings', length => filled('</a>', length)],
  ['references', length => `<a>${filled('&amp;&#65;', length)}</a>`],
  ['ampersands', length => `<a>${filled('&', length)}</a>`],
  ['names that are not ended', length => filled('<a', length)],
  ['attributes', length => `<a ${filled('b="c" ', length)}/>`],
  [
    'attributes of many names',
    length =>
      `<a ${Array.from(
        { length: Math.floor(length / 16) },
        (_, n) => `b${n}="c"`,
      ).join(' ')}/>`,
  ],
  ['attributes without values', length => `<a ${filled('b ', length)}/>`],
  ['spaces in a tag', length => `<a${filled(' ', length)}></a>`],
  ['open quotes', length => `<a ${filled(`b="'`, length)}`],
  ['comments', length => `${filled('<!-- x -->', length)}<a/>`],
  ['comments inside', length => `<a>${filled('<!-- x -->', length)}</a>`],
  ['comments that are not ended', length => filled('<!--', length)],
  ['instructions', length => `${filled('<?x y="z"?>', length)}<a/>`],
  ['one long instruction', length => `<?x ${filled('y=" ', length)}?><a/>`],
  ['instructions that are not ended', length => filled('<?', length)],
  [
    'a long document type',
    length => `<!DOCTYPE a SYSTEM "${filled('x', length)}"><a/>`,
  ],
  ['document types', length => `${filled('<!DOCTYPE a>', length)}<a/>`],
  [
    'quotes in a document type',
    length => `<!DOCTYPE a ${filled(`"'`, length)}`,
  ],
  ['spaces before all else', length => `${filled(' \n', length)}<a/>`],
  ['spaces after all else', length => `<a/>${filled(' \n', length)}x`],
  ['brackets', length => filled('<', length)],
  ['carriage returns', length => `<a>${filled('\r\n', length)}</a>`],
];

function work(text: string): void {
  try {
    xmlFormat.parse({ status: 200, type: 'text/xml', text });
  } catch (error) {
    // The one kind of failure that is documented.
    if (!(error instanceof Failure)) throw error;
  }
}

function timeOf(text: string): number {
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

describe('The time for XML', () => {
  it.each(SHAPES)('is linear in its length: %s', (_, shape) => {
    const short = shape(LONG / 8);
    const long = shape(LONG);
    // Doubled three times, linear work grows to 8 times and quadratic work to
    // 64. The bound leaves room for the garbage collector and for what no
    // longer fits into the caches; the least of several runs leaves out what
    // other work of the machine adds.
    let [least, leastOfLong] = [Infinity, Infinity];
    for (let round = 0; round < 8; round++) {
      least = Math.min(least, timeOf(short));
      leastOfLong = Math.min(leastOfLong, timeOf(long));
      if (leastOfLong < 40 * least) break;
    }
    // What takes so few milliseconds for 1 MiB has no quadratic part.
    expect(leastOfLong).toBeLessThan(Math.max(40 * least, 5));
  });
});

describe('XML of any kind', () => {
  it('is read, or fails as documented', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<b/>',
        '<',
        '>',
        '/',
        '&',
        ';',
        '&#',
        '&lt;',
        '"',
        "'",
        '=',
        ' ',
        '\n',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '<!DOCTYPE a',
        '[',
        ']',
        '<!ENTITY b "c">',
        '__proto__',
        'constructor',
        '\u0000',
        '\ud800',
        '<a b="c">',
        'ServiceResponse',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const everything = fc.property(
      fc.array(piece, { maxLength: 40 }),
      pieces => {
        work(pieces.join(''));
        work(`<a>${pieces.join('')}</a>`);
      },
    );
    expect(() => fc.assert(everything, { numRuns: 10_000 })).not.toThrow();
  });
});
