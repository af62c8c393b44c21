import { checkQql, parseQql, printQql, QQL_MAX_LENGTH } from '.';

/** As many whole units as fit in a length. */
const filled = (unit: string, length: number) =>
  unit.repeat(Math.floor(length / unit.length));

/** Less than the bound, for what a shape puts around its units. */
const LONG = QQL_MAX_LENGTH - 64;

/** Texts that a careless reader would go through again and again. */
const SHAPES: Array<[string, (length: number) => string]> = [
  ['one long value', length => `a: ${filled('x', length - 3)}`],
  ['one long token', length => `${filled('x', length - 3)}: 1`],
  ['one long phrase', length => `a: "${filled('x ', length - 5)}"`],
  ['one long number', length => `qid: ${filled('9', length - 5)}`],
  ['conditions joined by AND', length => `${filled('a: 1 AND ', length)}a: 1`],
  ['conditions that nothing joins', length => filled('a:"1" ', length)],
  ['AND and OR', length => `${filled('a:1 or b:1 and ', length)}a:1`],
  ['groups side by side', length => filled('(a:1) ', length)],
  ['groups in each other', length => filled('(', length)],
  ['a list', length => `a: [${filled('1, ', length - 6)}1]`],
  ['a list of backticks', length => `a: [${filled('`1`, ', length)}`],
  ['reversed ranges', length => `${filled('ip:[9::1..1::1] ', length)}`],
  ['dots', length => `a: [${filled('.', length - 4)}`],
  ['single dots', length => `a: [${filled('.1', length - 4)}]`],
  ['open quotation marks', length => filled('a: "', length)],
  ['colons', length => `a${filled(':', length - 1)}`],
  ['exclamation marks', length => filled('!', length)],
  ['spaces', length => filled(' \n', length)],
];

function work(text: string): void {
  const { tree } = parseQql(text);
  if (tree) {
    checkQql(tree, 'vulnerability');
    printQql(tree);
  }
}

function timeOf(text: string): number {
  const start = performance.now();
  work(text);
  return performance.now() - start;
}

describe('The time for a query', () => {
  it.each(SHAPES)('is linear in its length: %s', (_, shape) => {
    const short = shape(LONG / 8);
    const long = shape(LONG);
    expect(parseQql(long).problems).not.toContainEqual(
      expect.objectContaining({ code: 'tooLong' }),
    );
    // Doubled three times, linear work grows to 8 times and quadratic work to
    // 64. The bound leaves room for the garbage collector, whose share grows
    // with what is alive; the least of several runs leaves out what other work
    // of the machine adds.
    let [least, leastOfLong] = [Infinity, Infinity];
    for (let round = 0; round < 12; round++) {
      least = Math.min(least, timeOf(short));
      leastOfLong = Math.min(leastOfLong, timeOf(long));
      if (leastOfLong < 24 * least) {
        break;
      }
    }
    // What takes so few milliseconds for 1 MiB has no quadratic part.
    expect(leastOfLong).toBeLessThan(Math.max(24 * least, 5));
  });

  it.each(SHAPES)('is nothing for a text that is too long: %s', (_, shape) => {
    expect(checkQql(shape(QQL_MAX_LENGTH + 64), 'asset')).toMatchObject([
      { severity: 'error', code: 'tooLong' },
    ]);
  });
});
