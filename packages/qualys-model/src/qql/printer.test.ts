import {
  parseQql,
  printQql,
  QqlBuildError,
  QqlNode,
  qqlAnd,
  qqlList,
  qqlNot,
  qqlOr,
  qqlPhrase,
  qqlRange,
  qqlTerm,
  quoteQqlValue,
} from '.';

const a = qqlTerm('a', ':', 1);
const b = qqlTerm('b', '<=', true);

describe('printQql', () => {
  it('puts parts that are junctions in parentheses', () => {
    expect(printQql(qqlOr(a, qqlAnd(b, a), qqlOr(a, qqlNot(b))))).toBe(
      'a: 1 OR (b <= true AND a: 1) OR (a: 1 OR NOT b <= true)',
    );
    expect(printQql(qqlNot(qqlNot(qqlAnd(a, b))))).toBe(
      'NOT (NOT (a: 1 AND b <= true))',
    );
  });

  it('writes a mixed query without what made it doubtful', () => {
    const { tree } = parseQql('a:1 b:1 or ((c:1)) and not(d:1)');
    const text = tree ? printQql(tree) : '';
    expect(text).toBe('(a: 1 AND b: 1) OR (c: 1 AND NOT d: 1)');
    expect(parseQql(text).problems).toEqual([]);
  });

  it('prints trees that are deeper than the call stack', () => {
    let deep: QqlNode = a;
    for (let i = 0; i < 100_000; i++) {
      deep = qqlNot(deep);
    }
    expect(printQql(deep)).toHaveLength(4 + 100_000 * 4 + 99_999 * 2);
  });

  it.each<[string, QqlNode]>([
    ['a token that is none', { ...a, token: 'a b' }],
    ['an empty value', { ...a, value: { kind: 'bare', text: '' } }],
    ['a bare keyword', { ...a, value: { kind: 'bare', text: 'Or' } }],
    ['bare words', { ...a, value: { kind: 'bare', text: '1 OR b' } }],
    ['a bare comparison', { ...a, value: { kind: 'bare', text: '>1' } }],
    ['a comma at the end', { ...a, value: { kind: 'bare', text: '1,' } }],
    ['a backtick', { ...a, value: { kind: 'exact', text: 'x` OR b: `y' } }],
    ['a mark', { ...a, value: { kind: 'quoted', text: 'x" OR b: "y' } }],
    ['a list of none', { ...a, value: { kind: 'list', items: [] } }],
    [
      'a comma in a list',
      { ...a, value: { kind: 'list', items: [{ kind: 'bare', text: '1,2' }] } },
    ],
    [
      'dots in a list',
      {
        ...a,
        value: { kind: 'list', items: [{ kind: 'bare', text: '1..2' }] },
      },
    ],
    ['a junction of none', { kind: 'and', operands: [] }],
  ])('refuses %s', (_, tree) => {
    expect(() => printQql(tree)).toThrow(QqlBuildError);
  });
});

describe('The builder', () => {
  it('matches text exactly and writes numbers and booleans as they are', () => {
    expect(
      printQql(
        qqlAnd(
          qqlTerm('category', ':', qqlList(['Confirmed', 'IG'])),
          qqlTerm('severity', '>=', 3),
          qqlTerm('os', ':', qqlPhrase('Windows Server')),
          qqlTerm('dns', ':', 'web AND (x'),
          qqlTerm(
            'ip',
            ':',
            qqlRange('1.1.1.1', '5.5.5.5', { inclusive: false }),
          ),
          qqlTerm('lastFound', ':', qqlRange('2023-07-06', '2023-07-07')),
          qqlTerm('os', ':', qqlRange('a b', 'c .. d')),
        ),
      ),
    ).toBe(
      'category: [`Confirmed`, `IG`] AND severity >= 3 AND os: "Windows Server" AND dns: `web AND (x` AND ip: (1.1.1.1 .. 5.5.5.5) AND lastFound: [2023-07-06 .. 2023-07-07] AND os: [`a b` .. `c .. d`]',
    );
  });

  it('leaves out what joins only one part', () => {
    expect(qqlAnd(a)).toBe(a);
    expect(qqlOr(a)).toBe(a);
  });

  it('quotes for exact match', () => {
    expect(quoteQqlValue('web 01')).toBe('`web 01`');
  });

  it.each(['', 'a`b', 'a"b'])('refuses the value %j everywhere', text => {
    expect(() => quoteQqlValue(text)).toThrow(QqlBuildError);
    expect(() => qqlTerm('a', ':', text)).toThrow(QqlBuildError);
    expect(() => qqlPhrase(text)).toThrow(QqlBuildError);
    expect(() => qqlList([text])).toThrow(QqlBuildError);
    expect(() => qqlRange('a', text)).toThrow(QqlBuildError);
  });

  it.each([
    ['a token that is none', () => qqlTerm('a:1 OR b', ':', 1)],
    ['part of a number', () => qqlTerm('a', ':', 1.5)],
    ['a number that is not exact', () => qqlTerm('a', ':', 2 ** 53)],
    ['no number', () => qqlTerm('a', ':', NaN)],
    ['Now', () => qqlRange('now-1d', '2023-07-06')],
    ['an empty list', () => qqlList([])],
    ['AND of nothing', () => qqlAnd()],
    ['OR of nothing', () => qqlOr()],
  ])('refuses %s', (_, build) => {
    expect(build).toThrow(QqlBuildError);
  });
});
