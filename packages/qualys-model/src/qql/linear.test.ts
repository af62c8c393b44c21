import { checkQql, parseQql, printQql, QQL_MAX_LENGTH } from '.';

const filled = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

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
    const once = shape(QQL_MAX_LENGTH / 8);
    const twice = shape(QQL_MAX_LENGTH / 4);
    // The least of several runs of each: other work of the machine can only
    // add to it. Quadratic work stays near 4 however often it is repeated.
    let [least, leastOfTwice] = [Infinity, Infinity];
    for (let round = 0; round < 40; round++) {
      least = Math.min(least, timeOf(once));
      leastOfTwice = Math.min(leastOfTwice, timeOf(twice));
      if (round >= 4 && leastOfTwice < 2.8 * least) {
        break;
      }
    }
    // What takes less than this for 256 KiB has no quadratic part to measure.
    expect(leastOfTwice).toBeLessThan(Math.max(2.8 * least, 1));
  });

  it.each(SHAPES)('has an end at 1 MiB: %s', (_, shape) => {
    expect(() => work(shape(QQL_MAX_LENGTH))).not.toThrow();
    expect(() => checkQql(shape(QQL_MAX_LENGTH + 10), 'asset')).not.toThrow();
  });
});
