import {
  checkQql,
  parseQql,
  QQL_ASSET_TOKENS,
  QQL_VULNERABILITY_TOKENS,
  qqlAnd,
  qqlRange,
  qqlTerm,
  qqlToken,
} from '.';

const DEFAULTS = 'severity >= 3 AND category: Confirmed AND ';
const START = DEFAULTS.length;

describe('checkQql of a vulnerability query', () => {
  it.each([
    'severity: 1',
    'severity: `5`',
    'severity: [1 .. 5]',
    'severity: [3, 4, 5]',
    'Category: ig',
    'category: [IG, `Potential`, "Confirmed"]',
    'status: 4',
    'status: [new, ACTIVE, Fixed, REOPENED]',
    'qid > -1',
    'port: (1 .. 65535)',
    'port: [22 .. 22]',
    'ignored: FALSE',
    'ssl: null',
    'Disabled: 0',
    'lastFound: [2023-07-06 .. 2023-07-06]',
    'lastFound: [2023-07-06T10:00 .. 2023-07-06T10:01]',
    'lastFound: [2023-07-06T10:00:00+02:00 .. 2023-07-06T09:00:00Z]',
    'lastFound > 2023-07-06',
    'protocol: `now`',
    'protocol: nowhere',
    'protocol: [b .. a]',
  ])('finds nothing wrong with %s', text => {
    expect(checkQql(DEFAULTS + text, 'vulnerability')).toEqual([]);
  });

  it.each([
    ['lastFound: Now', 'error', 'nowUnsupported', 11, 14],
    ['lastFound > now-7d', 'error', 'nowUnsupported', 12, 18],
    ['lastFound: [2023-07-06 .. NOW]', 'error', 'nowUnsupported', 26, 29],
    ['x.y: now', 'error', 'nowUnsupported', 5, 8],
    ['severity: 0', 'error', 'valueNotAllowed', 10, 11],
    ['severity: 6', 'error', 'valueNotAllowed', 10, 11],
    ['severity: [1 .. 6]', 'error', 'valueNotAllowed', 16, 17],
    ['severity: high', 'error', 'notANumber', 10, 14],
    ['severity: 3.5', 'error', 'notANumber', 10, 13],
    ['category: Sure', 'error', 'valueNotAllowed', 10, 14],
    ['category: [IG, `Sure`]', 'error', 'valueNotAllowed', 15, 21],
    ['category: "Information Gathered"', 'error', 'valueNotAllowed', 10, 32],
    ['status: 5', 'error', 'valueNotAllowed', 8, 9],
    ['status: OPEN', 'error', 'valueNotAllowed', 8, 12],
    ['qid: QID-1', 'error', 'notANumber', 5, 10],
    ['qid: 12345678901234567890', 'error', 'notANumber', 5, 25],
    ['port: 22..25', 'error', 'notANumber', 6, 12],
    ['port: [25 .. 22]', 'error', 'reversedRange', 6, 16],
    ['timesFound: (10 .. 9)', 'error', 'reversedRange', 12, 21],
    ['a: [1.5 .. 1.25]', 'error', 'reversedRange', 3, 16],
    ['lastFound: [2023-07-07 .. 2023-07-06]', 'error', 'reversedRange', 11, 37],
    [
      'lastFound: [2023-07-06T10:00 .. 2023-07-06]',
      'error',
      'reversedRange',
      11,
      43,
    ],
    [
      'lastFound: [2023-07-06T10:00:00Z .. 2023-07-06T11:00:00+02:00]',
      'error',
      'reversedRange',
      11,
      62,
    ],
    ['removevulnfilter: 1', 'error', 'switchInText', 0, 19],
    ['lastFixed: 06-07-23', 'warning', 'shortYear', 11, 19],
    ['ignored: maybe', 'warning', 'notABoolean', 9, 14],
    ['dns: web', 'warning', 'otherSideToken', 0, 3],
  ])('says of %s: %s %s', (text, severity, code, from, to) => {
    const problems = checkQql(DEFAULTS + text, 'vulnerability').filter(
      problem => problem.code !== 'unknownToken',
    );
    expect(problems).toMatchObject([
      { severity, code, from: START + from, to: START + to },
    ]);
    expect(problems[0].message).toMatch(/^\S.*\.$/);
  });

  it('warns of a token that no document has', () => {
    expect(checkQql(`${DEFAULTS}sevrity: 9`, 'vulnerability')).toEqual([
      {
        severity: 'warning',
        code: 'unknownToken',
        message:
          '“sevrity” is none of the documented tokens. Check its spelling.',
        from: START,
        to: START + 7,
      },
    ]);
  });

  it.each([
    ['qid: 1 AND port: 2', '“severity >= 3” and “category: `Confirmed`”'],
    ['SEVERITY: 5', 'add “category: `Confirmed`”.'],
    ['NOT category: IG', 'add “severity >= 3”.'],
  ])('warns that %s loses defaults', (text, missing) => {
    expect(checkQql(text, 'vulnerability')).toMatchObject([
      {
        severity: 'warning',
        code: 'defaultsLost',
        message: expect.stringContaining(missing),
      },
    ]);
  });

  it('gives what cannot be read as parseQql does', () => {
    const text = 'severity: 9 port: (';
    expect(checkQql(text, 'vulnerability')).toEqual(parseQql(text).problems);
  });

  it('finds several problems at once, in the order of the text', () => {
    expect(
      checkQql(
        '(status: 7 OR category: X) severity: 8 AND lastFound: now',
        'vulnerability',
      ).map(({ code }) => code),
    ).toEqual([
      'valueNotAllowed',
      'valueNotAllowed',
      'juxtaposition',
      'valueNotAllowed',
      'nowUnsupported',
    ]);
  });

  it('checks trees that were built, without positions', () => {
    const tree = qqlAnd(
      qqlTerm('severity', ':', 7),
      qqlTerm('port', ':', qqlRange(9, 2)),
    );
    expect(checkQql(tree, 'vulnerability')).toMatchObject([
      { code: 'valueNotAllowed', from: 0, to: 0 },
      { code: 'reversedRange', from: 0, to: 0 },
      { code: 'defaultsLost', from: 0, to: 0 },
    ]);
  });

  it('checks trees that were read as it checks their text', () => {
    const text = 'severity: 7 AND port: [9 .. 2] AND foo: 1';
    const { tree } = parseQql(text);
    expect(tree && checkQql(tree, 'vulnerability')).toEqual(
      checkQql(text, 'vulnerability'),
    );
  });
});

describe('checkQql of an asset query', () => {
  it.each([
    'assetid: 1 AND HOSTID > 5',
    'ip: [10.0.0.9 .. 10.0.0.10]',
    'ip: [2001:db8::9 .. 2001:db8::a]',
    'ip: [::ffff .. 1::]',
    'ip: [9.9.9.9 .. ::1]',
    'ip: [::1.2.3.4 .. ::1.2.3.5]',
  ])('finds nothing wrong with %s', text => {
    expect(checkQql(text, 'asset')).toEqual([]);
  });

  it.each([
    ['ip: (5.5.5.5 .. 1.1.1.1)', 'error', 'reversedRange'],
    ['ip: [10.0.0.10 .. 10.0.0.9]', 'error', 'reversedRange'],
    ['ip: [2001:db8::a .. 2001:db8::9]', 'error', 'reversedRange'],
    ['ip: [1:: .. ::ffff]', 'error', 'reversedRange'],
    ['ip: [::1.2.3.5 .. ::1.2.3.4]', 'error', 'reversedRange'],
    ['assetId: abc', 'error', 'notANumber'],
    ['removeAssetFilter: true', 'error', 'switchInText'],
    ['severity: 3', 'warning', 'otherSideToken'],
  ])('says of %s: %s %s', (text, severity, code) => {
    expect(checkQql(text, 'asset')).toMatchObject([{ severity, code }]);
  });
});

describe('The known tokens', () => {
  const all = [...QQL_VULNERABILITY_TOKENS, ...QQL_ASSET_TOKENS];

  it('are those of the tables, and four of the samples', () => {
    expect(QQL_VULNERABILITY_TOKENS.map(({ name }) => name)).toEqual(
      `qid port ignored disabled ssl protocol timesFound status firstFound
       lastUpdate lastProcessed lastReopened lastFixed lastFound lastTest
       category severity superseded runningKernel runningService
       isPatchable`.split(/\s+/),
    );
    expect(QQL_ASSET_TOKENS.map(({ name }) => name)).toEqual(
      'assetId assetUuid hostId netBios dns ip os trackingMethod'.split(' '),
    );
  });

  it('are found in any case', () => {
    for (const token of all) {
      expect(qqlToken(token.name.toUpperCase())).toBe(token);
    }
    expect(qqlToken('constructor')).toBeUndefined();
  });

  it('are described in one line each, on their own side', () => {
    for (const token of all) {
      expect(token.description).toMatch(/^[A-Z][^\n]{10,}[^.]$/);
    }
    expect(new Set(QQL_ASSET_TOKENS.map(({ side }) => side))).toEqual(
      new Set(['asset']),
    );
  });
});
