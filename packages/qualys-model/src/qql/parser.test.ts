import { parseQql, QQL_MAX_DEPTH, QQL_MAX_LENGTH } from '.';

const term = (token: string, text = '1') => ({
  kind: 'term',
  token,
  operator: ':',
  value: { kind: 'bare', text },
});

function treeOf(text: string) {
  const { tree, problems } = parseQql(text);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return tree;
}

describe('parseQql', () => {
  it('reads conditions with their positions', () => {
    expect(parseQql(' severity>= 3')).toEqual({
      problems: [],
      tree: {
        kind: 'term',
        token: 'severity',
        operator: '>=',
        value: { kind: 'bare', text: '3', span: { from: 12, to: 13 } },
        span: { from: 1, to: 13 },
        tokenSpan: { from: 1, to: 9 },
      },
    });
  });

  it('counts positions in UTF-16 units', () => {
    expect(parseQql('os: "😀" AND dns:').problems).toEqual([
      {
        severity: 'error',
        code: 'emptyValue',
        message: 'A value is missing after “dns:”.',
        from: 13,
        to: 17,
      },
    ]);
  });

  it.each([
    ['a:1', ':'],
    ['a : 1', ':'],
    ['a>1', '>'],
    ['a >= 1', '>='],
    ['a <1', '<'],
    ['a<=1', '<='],
  ])('reads the comparison of %s', (text, operator) => {
    expect(treeOf(text)).toMatchObject({ token: 'a', operator });
  });

  it.each([
    ['a: `b "c` ', { kind: 'exact', text: 'b "c' }],
    ['a: "b `c"', { kind: 'quoted', text: 'b `c' }],
    ['a:"and"', { kind: 'quoted', text: 'and' }],
    ['a: 2001:db8::1', { kind: 'bare', text: '2001:db8::1' }],
    ['a:::1', { kind: 'bare', text: '::1' }],
    ['a: b,c', { kind: 'bare', text: 'b,c' }],
    ['a: 1..2', { kind: 'bare', text: '1..2' }],
    ['a: 2023-07-06T10:00:00Z', { kind: 'bare', text: '2023-07-06T10:00:00Z' }],
    [
      'a:[1..2]',
      { kind: 'range', inclusive: true, lower: { text: '1' }, upper: {} },
    ],
    [
      'a: ( ::1 .. "5" )',
      {
        kind: 'range',
        inclusive: false,
        lower: { kind: 'bare', text: '::1' },
        upper: { kind: 'quoted', text: '5' },
      },
    ],
    ['a: [or]', { kind: 'list', items: [{ kind: 'bare', text: 'or' }] }],
    [
      'a: [1,`2` ,"3"]',
      {
        kind: 'list',
        items: [{ kind: 'bare' }, { kind: 'exact' }, { kind: 'quoted' }],
      },
    ],
  ])('reads the value of %s', (text, value) => {
    expect(treeOf(text)).toMatchObject({ value });
  });

  it('takes AND to bind closer than OR, with a warning', () => {
    const text = 'a:1 or b:1 And c:1';
    expect(treeOf(text)).toMatchObject({
      kind: 'or',
      operands: [term('a'), { kind: 'and', operands: [term('b'), term('c')] }],
    });
    expect(parseQql(text).problems).toMatchObject([
      { severity: 'warning', code: 'mixedOperators', from: 0, to: 18 },
    ]);
  });

  it('needs no warning where parentheses say what belongs together', () => {
    expect(parseQql('a:1 OR (b:1 AND (c:1 OR d:1))')).toMatchObject({
      problems: [],
      tree: {
        kind: 'or',
        operands: [
          term('a'),
          {
            kind: 'and',
            operands: [term('b'), { operands: [term('c'), term('d')] }],
          },
        ],
      },
    });
  });

  it('lets NOT concern what follows it', () => {
    expect(treeOf('not a:1 AND NOT (b:1 OR c:1)')).toMatchObject({
      kind: 'and',
      operands: [
        { kind: 'not', operand: term('a') },
        { kind: 'not', operand: { kind: 'or' } },
      ],
    });
  });

  it('joins what nothing joins by AND, and says where', () => {
    expect(parseQql('a:1  (b:1)NOT c:"1"d:1')).toMatchObject({
      tree: { kind: 'and', operands: [{}, {}, { kind: 'not' }, {}] },
      problems: [
        { severity: 'warning', code: 'juxtaposition', from: 3, to: 5 },
        { code: 'juxtaposition', from: 10, to: 10 },
        { code: 'juxtaposition', from: 19, to: 19 },
      ],
    });
  });

  it.each([
    ['', 'emptyQuery', 0, 0],
    ['  \n', 'emptyQuery', 0, 3],
    ['a: "b', 'unbalancedQuote', 3, 4],
    ['a: b"', 'unbalancedQuote', 4, 5],
    ['a: `b', 'unbalancedQuote', 3, 4],
    ['a: [`b, c]', 'unbalancedQuote', 4, 5],
    ['a: [b`', 'unbalancedQuote', 5, 6],
    ['a: 1 AND `', 'unbalancedQuote', 9, 10],
    ['(a: 1', 'unbalancedBracket', 0, 1],
    ['(a: 1]', 'unbalancedBracket', 0, 1],
    ['a: 1)', 'unbalancedBracket', 4, 5],
    ['a: 1]', 'unbalancedBracket', 4, 5],
    ['a: [1, 2', 'unbalancedBracket', 3, 4],
    ['a: [1 .. 2)', 'unbalancedBracket', 3, 4],
    ['a: (1 .. 2', 'unbalancedBracket', 3, 4],
    ['a: (1', 'unbalancedBracket', 3, 4],
    ['a: [(1)]', 'unbalancedBracket', 3, 4],
    ['a: “b”', 'typographicQuote', 3, 6],
    ['1a: 1', 'badToken', 0, 2],
    ['a-b: 1', 'badToken', 0, 3],
    ['os: Windows Server', 'missingOperator', 12, 18],
    ['Windows', 'missingOperator', 0, 7],
    ['a = 1', 'unknownOperator', 2, 3],
    ['a != 1', 'unknownOperator', 2, 4],
    ['a!=1', 'unknownOperator', 1, 3],
    ['a <> 1', 'unknownOperator', 2, 4],
    ['a: > 1', 'unknownOperator', 3, 4],
    ['a:', 'emptyValue', 0, 2],
    ['a: AND b: 1', 'emptyValue', 0, 2],
    ['(a: )', 'emptyValue', 1, 3],
    ['a: ""', 'emptyValue', 3, 5],
    ['a: ``', 'emptyValue', 3, 5],
    ['a: []', 'emptyValue', 3, 5],
    ['a: ()', 'emptyValue', 3, 5],
    ['a: [1, ]', 'emptyValue', 3, 8],
    ['a: [, 1]', 'emptyValue', 3, 5],
    ['a: [.. 1]', 'emptyValue', 3, 6],
    ['a: [1 .. ]', 'emptyValue', 3, 10],
    ['a: (1)', 'badRange', 3, 6],
    ['a: (1, 2)', 'badRange', 3, 6],
    ['a: [1 .. 2, 3]', 'badRange', 3, 11],
    ['a: [1, 2 .. 3]', 'badRange', 3, 11],
    ['a: [Windows 7]', 'badList', 12, 13],
    ['AND a: 1', 'unexpectedText', 0, 3],
    ['a: 1 AND', 'unexpectedText', 8, 8],
    ['a: 1 AND )', 'unexpectedText', 9, 10],
    ['a: 1 OR OR b: 1', 'unexpectedText', 8, 10],
    ['NOT', 'unexpectedText', 3, 3],
    ['NOT NOT a: 1', 'unexpectedText', 4, 7],
    ['()', 'unexpectedText', 1, 2],
    ['(a: 1, b: 1)', 'badList', 4, 6],
    ['"Windows 7"', 'unexpectedText', 0, 11],
    ['a: ,', 'badList', 3, 4],
    ['a: "1", b: 1', 'unexpectedText', 6, 7],
    [': 1', 'unexpectedText', 0, 1],
    ['[a: 1]', 'unexpectedText', 0, 1],
    ['a: 1, 2', 'badList', 3, 5],
  ])('refuses %j', (text, code, from, to) => {
    const { tree, problems } = parseQql(text);
    expect(tree).toBeUndefined();
    expect(
      problems.filter(({ severity }) => severity === 'error'),
    ).toMatchObject([{ severity: 'error', code, from, to }]);
    expect(problems.every(({ message }) => /^\S.*[.]$/.test(message))).toBe(
      true,
    );
  });

  it('bounds the depth of groups', () => {
    const nested = (depth: number) =>
      `${'('.repeat(depth)}a: 1${')'.repeat(depth)}`;
    expect(treeOf(nested(QQL_MAX_DEPTH))).toMatchObject(term('a'));
    expect(parseQql(nested(QQL_MAX_DEPTH + 1)).problems).toMatchObject([
      { code: 'tooDeep', from: QQL_MAX_DEPTH, to: QQL_MAX_DEPTH + 1 },
    ]);
  });

  it('reads up to 1 MiB and no more', () => {
    const longest = `a: ${'x'.repeat(QQL_MAX_LENGTH - 3)}`;
    expect(treeOf(longest)).toMatchObject({ token: 'a' });
    expect(parseQql(`${longest}x`).problems).toMatchObject([
      { code: 'tooLong', from: QQL_MAX_LENGTH, to: QQL_MAX_LENGTH + 1 },
    ]);
  });

  it('keeps messages short whatever they quote', () => {
    const [{ message }] = parseQql('x'.repeat(100_000)).problems;
    expect(message.length).toBeLessThan(300);
  });

  it('never lets many warnings hide an error', () => {
    const { tree, problems } = parseQql(`${'a:1 '.repeat(1000)}b:`);
    expect(tree).toBeUndefined();
    expect(problems).toHaveLength(101);
    expect(problems[100]).toMatchObject({ code: 'emptyValue' });
  });
});
