import { checkQql, parseQql, printQql, QqlSide } from '.';

/**
 * Every query of "Update AWS S3 integration" and of the examples of its token
 * tables, with the slips of its text recognition mended (the backticks around
 * the UUID), then those of "QQL: Components of a QQL query" and "QQL Best
 * Practices" (with straight quotation marks).
 */
const SAMPLES: Array<[string, string, QqlSide, string[]]> = [
  [
    'qId: 11547 ignored: true AND lastUpdate: [2023-07-06 .. 2023-07-07]',
    'qId: 11547 AND ignored: true AND lastUpdate: [2023-07-06 .. 2023-07-07]',
    'vulnerability',
    ['defaultsLost', 'juxtaposition'],
  ],
  [
    'assetUuid: `151334c4-xxxx-xxxx-xxxx-cfd0064eb9f4` AND ip: (1.1.1.1 .. 5.5.5.5)',
    'assetUuid: `151334c4-xxxx-xxxx-xxxx-cfd0064eb9f4` AND ip: (1.1.1.1 .. 5.5.5.5)',
    'asset',
    [],
  ],
  [
    'category: [`Confirmed`] AND severity >= 3 and superseded: true and runningKernel: true and runningService: true and isPatchable: true',
    'category: [`Confirmed`] AND severity >= 3 AND superseded: true AND runningKernel: true AND runningService: true AND isPatchable: true',
    'vulnerability',
    [],
  ],
  [
    'category: [`Potential`] AND severity >= 4 and superseded: true and runningKernel: true and runningService: true and isPatchable: true',
    'category: [`Potential`] AND severity >= 4 AND superseded: true AND runningKernel: true AND runningService: true AND isPatchable: true',
    'vulnerability',
    [],
  ],
  ['qid: 45017', 'qid: 45017', 'vulnerability', ['defaultsLost']],
  ['port: 22', 'port: 22', 'vulnerability', ['defaultsLost']],
  [
    'port: (10001 .. 10005)',
    'port: (10001 .. 10005)',
    'vulnerability',
    ['defaultsLost'],
  ],
  ['ignored: 1', 'ignored: 1', 'vulnerability', ['defaultsLost']],
  ['ssl: 1', 'ssl: 1', 'vulnerability', ['defaultsLost']],
  ['protocol: TCP', 'protocol: TCP', 'vulnerability', ['defaultsLost']],
  ['timesFound > 3', 'timesFound > 3', 'vulnerability', ['defaultsLost']],
  ['status: 2', 'status: 2', 'vulnerability', ['defaultsLost']],
  [
    'firstFound: [01-07-23 .. 07-07-23]',
    'firstFound: [01-07-23 .. 07-07-23]',
    'vulnerability',
    ['defaultsLost', 'shortYear', 'shortYear'],
  ],
  ['severity: 5', 'severity: 5', 'vulnerability', ['defaultsLost']],
  ['assetId: 120045', 'assetId: 120045', 'asset', []],
  [
    'assetUuid: `151334c4-3811-40b5-ba92-cfd0064eb9f4`',
    'assetUuid: `151334c4-3811-40b5-ba92-cfd0064eb9f4`',
    'asset',
    [],
  ],
  ['hostId: 987654', 'hostId: 987654', 'asset', []],
  ['NetBIOS: WIN-SRV-01', 'NetBIOS: WIN-SRV-01', 'asset', []],
  ['dns: server01.company.com', 'dns: server01.company.com', 'asset', []],
  ['ip: 192.168.1.10', 'ip: 192.168.1.10', 'asset', []],
  ['ip: (1.1.1.1 .. 5.5.5.5)', 'ip: (1.1.1.1 .. 5.5.5.5)', 'asset', []],
  ['os: "Windows Server 2019"', 'os: "Windows Server 2019"', 'asset', []],
  ['trackingMethod: 4', 'trackingMethod: 4', 'asset', []],
  [
    'vulnerabilities.vulnerability.title:shellshock AND vulnerabilities.vulnerability.title:heartbleed',
    'vulnerabilities.vulnerability.title: shellshock AND vulnerabilities.vulnerability.title: heartbleed',
    'asset',
    ['unknownToken', 'unknownToken'],
  ],
  [
    'NOT tags.name: Windows',
    'NOT tags.name: Windows',
    'asset',
    ['unknownToken'],
  ],
  [
    'not inventory.source: `Passive Sensor`',
    'NOT inventory.source: `Passive Sensor`',
    'asset',
    ['unknownToken'],
  ],
  [
    'vulnerabilities.typeDetected:[Confirmed, Potential]',
    'vulnerabilities.typeDetected: [Confirmed, Potential]',
    'asset',
    ['unknownToken'],
  ],
  [
    'operatingSystem: "Windows 7"',
    'operatingSystem: "Windows 7"',
    'asset',
    ['unknownToken'],
  ],
  [
    'openPorts.port:(123 .. 1234)',
    'openPorts.port: (123 .. 1234)',
    'asset',
    ['unknownToken'],
  ],
];

describe('The queries of the documents', () => {
  it.each(SAMPLES)('%s', (text, printed, side, codes) => {
    const { tree } = parseQql(text);
    expect(tree && printQql(tree)).toBe(printed);
    const problems = checkQql(text, side);
    expect(problems.map(({ code }) => code).sort()).toEqual(codes);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('refuses the backticks that the document broke', () => {
    expect(
      parseQql('assetUuid: \\151334c4-3811-40b5-ba92-cfd0064eb9f4``').tree,
    ).toBeUndefined();
    expect(
      parseQql('assetUuid: `151334c4-3811-40b5-ba92-cfd0064eb9f4').problems,
    ).toMatchObject([{ code: 'unbalancedQuote', from: 11, to: 12 }]);
  });

  it.each(['removeVulnFilter: true', 'removeAssetFilter: true'])(
    'refuses %s, which the tables show and the samples set beside the queries',
    text => {
      for (const side of ['vulnerability', 'asset'] as const) {
        expect(checkQql(text, side)).toContainEqual(
          expect.objectContaining({
            severity: 'error',
            code: 'switchInText',
            message: expect.stringContaining('“filterQuery”'),
            from: 0,
            to: text.length,
          }),
        );
      }
    },
  );
});
