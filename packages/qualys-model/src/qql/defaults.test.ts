import { checkQql, parseQql, printQql, withQqlDefaults } from '.';

describe('withQqlDefaults', () => {
  it.each([
    ['qid: 1', 'qid: 1 AND severity >= 3 AND category: `Confirmed`'],
    [
      'qid: 1 AND port: 22',
      'qid: 1 AND port: 22 AND severity >= 3 AND category: `Confirmed`',
    ],
    [
      'qid: 1 OR Severity: 5',
      '(qid: 1 OR Severity: 5) AND category: `Confirmed`',
    ],
    ['NOT category: IG AND severity: 1', 'NOT category: IG AND severity: 1'],
  ])('adds to %s only what it loses', (text, expected) => {
    const { tree } = parseQql(text);
    const kept = tree && printQql(withQqlDefaults(tree));
    expect(kept).toBe(expected);
    expect(checkQql(expected, 'vulnerability')).toEqual([]);
  });

  it('leaves the query that it is given as it was', () => {
    const { tree } = parseQql('qid: 1 AND port: 22');
    const before = JSON.stringify(tree);
    expect(tree && withQqlDefaults(tree)).not.toBe(tree);
    expect(JSON.stringify(tree)).toBe(before);
  });
});
