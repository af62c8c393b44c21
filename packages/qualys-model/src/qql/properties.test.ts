import fc from 'fast-check';
import { checkQql, parseQql, printQql, QqlNode, QqlScalar, QqlValue } from '.';

const RUNS = 10_000;

/** A tree as it is compared: without positions. */
function bare(tree: QqlNode | undefined): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) =>
      key === 'span' || key === 'tokenSpan' ? undefined : value,
    ),
  );
}

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const hardText = fc
  .array(
    fc.constantFrom(' ', 'AND', 'or', '(', ')', '[', ']', ',', '..', ':', '\\'),
    { minLength: 1, maxLength: 5 },
  )
  .map(parts => parts.join(''));
const text = fc.oneof(anyText, hardText);

const without = (mark: string) =>
  text.map(value => value.split(mark).join('') || 'x');

const marked: fc.Arbitrary<QqlScalar> = fc.oneof(
  fc.record({ kind: fc.constant('exact' as const), text: without('`') }),
  fc.record({ kind: fc.constant('quoted' as const), text: without('"') }),
);

const plain: fc.Arbitrary<QqlScalar> = fc.record({
  kind: fc.constant('bare' as const),
  text: fc.oneof(
    fc
      .stringMatching(/^[a-zA-Z0-9:._*\\/-]{1,12}$/)
      .map(value =>
        value.replace(/\.{2,}/g, '.').replace(/^(?:and|or|not)$/i, 'x'),
      ),
    fc.ipV4(),
    fc.ipV6(),
    fc.integer().map(String),
  ),
});

const scalar = fc.oneof(plain, marked);

const value: fc.Arbitrary<QqlValue> = fc.oneof(
  scalar,
  fc.record({
    kind: fc.constant('range' as const),
    lower: scalar,
    upper: scalar,
    inclusive: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(scalar, { minLength: 1, maxLength: 4 }),
  }),
);

const { node: tree } = fc.letrec<{ node: QqlNode }>(tie => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({
      kind: fc.constant('term' as const),
      token: fc
        .oneof(
          fc.constantFrom('severity', 'category', 'and', 'Not', 'ip', 'qId'),
          fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9._]{0,8}$/),
        )
        .map(name => (/^(?:and|or|not)$/i.test(name) ? `${name}_` : name)),
      operator: fc.constantFrom(':' as const, '>', '>=', '<', '<='),
      value,
    }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('node') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or'),
      operands: fc.array(tie('node'), { minLength: 2, maxLength: 4 }),
    }),
  ),
}));

describe('QQL', () => {
  it('goes from tree to text to tree to text without a change', () => {
    fc.assert(
      fc.property(tree, built => {
        const printed = printQql(built);
        const { tree: read, problems } = parseQql(printed);
        expect(problems).toEqual([]);
        expect(bare(read)).toEqual(bare(built));
        expect(read && printQql(read)).toBe(printed);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps the tree of any text that it reads', () => {
    const piece = fc.constantFrom(
      ...['a: 1', 'b>=`x`', 'c:[1..2]', 'd: (1 .. 2)', 'e:[x, "y z"]'],
      ...['(', ')', 'AND', 'or', 'NOT', ' ', 'f:b,c', 'g::::1'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 9 }).map(pieces => pieces.join(' ')),
        source => {
          const { tree: first } = parseQql(source);
          fc.pre(first !== undefined);
          expect(bare(parseQql(printQql(first)).tree)).toEqual(bare(first));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('never throws, and places every problem within the text', () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ...['severity', 'ip', 'removeVulnFilter', ':', '>=', '!=', '"', '`'],
        ...['(', ')', '[', ']', '..', ',', ' ', 'AND', 'or', 'NOT', 'now'],
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 20 }).map(parts => parts.join('')),
        fc.constantFrom('vulnerability' as const, 'asset' as const),
        (source, side) => {
          const { tree: read, problems } = parseQql(source);
          const errors = problems.filter(p => p.severity === 'error');
          expect(errors).toHaveLength(read ? 0 : 1);
          for (const { from, to } of checkQql(source, side)) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(source.length);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
