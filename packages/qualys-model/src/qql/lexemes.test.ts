import { qqlLexemes } from '..';

function pieces(text: string) {
  return qqlLexemes(text).map(({ kind, from, to }) => [
    kind,
    text.slice(from, to),
  ]);
}

describe('the pieces of a query', () => {
  it('say what each is where it stands', () => {
    expect(
      pieces('severity >= 3 AND category: [`IG`, "x"] not (qid:7)'),
    ).toEqual([
      ['token', 'severity'],
      ['operator', '>='],
      ['value', '3'],
      ['keyword', 'AND'],
      ['token', 'category'],
      ['operator', ':'],
      ['mark', '['],
      ['value', '`IG`'],
      ['mark', ','],
      ['value', '"x"'],
      ['mark', ']'],
      ['keyword', 'not'],
      ['mark', '('],
      ['token', 'qid'],
      ['operator', ':'],
      ['value', '7'],
      ['mark', ')'],
    ]);
  });

  it.each([
    ['', []],
    ['sev', [['token', 'sev']]],
    [
      'os: "Win',
      [
        ['token', 'os'],
        ['operator', ':'],
        ['value', '"'],
      ],
    ],
  ])('are told of a text that is not finished: %s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });
});
