import fc from 'fast-check';
import {
  externalIdSchema,
  generateExternalId,
  generateExternalIdSuffix,
  isLegacyExternalId,
  readExternalId,
} from '.';

const RUNS = { numRuns: 10_000 };

const characters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const pods = characters(`${LETTERS}${DIGITS}_`, 1, 20);
const subscriptionIds = characters(DIGITS, 1, 12);
const suffixes = characters(`${LETTERS}${DIGITS}`, 5, 13);

function problemOf(externalId: string): string | undefined {
  return externalIdSchema.safeParse(externalId).error?.issues[0].message;
}

describe('external IDs that Qualys has shown', () => {
  it.each([
    [
      'USPOD01-4765-9011278609223',
      { pod: 'USPOD01', subscriptionId: '4765', suffix: '9011278609223' },
    ],
    [
      'pod01-438846-1629479060624',
      { pod: 'pod01', subscriptionId: '438846', suffix: '1629479060624' },
    ],
    [
      'pod04-2722092-1626634575829',
      { pod: 'pod04', subscriptionId: '2722092', suffix: '1626634575829' },
    ],
    [
      'POD-999999-11213331',
      { pod: 'POD', subscriptionId: '999999', suffix: '11213331' },
    ],
  ])('%s may be written, in its own case', (raw, parts) => {
    expect(externalIdSchema.parse(raw)).toBe(raw);
    expect(readExternalId(raw)).toEqual({ kind: 'current', raw, ...parts });
    expect(isLegacyExternalId(raw)).toBe(false);
  });

  it.each([
    ['US_POD_1-1- xxxxxxxx-xxxx-xxxx-xxxxxx-xxxxxxxxxxxxx', /no spaces/],
    ['EU2-2792719', /three parts/],
    ['123456789', /three parts/],
    ['1658443190235', /three parts/],
    ['9'.repeat(90), /three parts/],
    ['US1-1-2', /5 to 13 letters or digits, and no special/],
  ])('%s is read as it is, but not written', (raw, problem) => {
    expect(readExternalId(raw)).toEqual({ kind: 'legacy', raw });
    expect(isLegacyExternalId(raw)).toBe(true);
    expect(problemOf(raw)).toMatch(problem);
  });
});

describe('externalIdSchema', () => {
  it('takes any POD, any subscription and 5 to 13 letters or digits', () => {
    fc.assert(
      fc.property(
        pods,
        subscriptionIds,
        suffixes,
        (pod, subscriptionId, suffix) => {
          const raw = `${pod}-${subscriptionId}-${suffix}`;
          expect(externalIdSchema.parse(raw)).toBe(raw);
          expect(readExternalId(raw)).toEqual({
            kind: 'current',
            raw,
            pod,
            subscriptionId,
            suffix,
          });
        },
      ),
      RUNS,
    );
  });

  it.each([
    ['', /three parts/],
    ['-4765-90112', /begin with the Qualys POD/],
    ['US.POD-4765-90112', /begin with the Qualys POD/],
    ['ÜSPOD-4765-90112', /begin with the Qualys POD/],
    ['USPOD01-x-90112', /subscription, digits only/],
    ['USPOD01--90112', /subscription, digits only/],
    ['USPOD01-4765-9011', /5 to 13/],
    ['USPOD01-4765-90112786092234', /5 to 13/],
    ['USPOD01-4765-9011_', /5 to 13/],
    ['USPOD01-4765-90112-1', /three parts/],
    [' USPOD01-4765-90112', /no spaces/],
    ['USPOD01-4765-90112\n', /no spaces/],
    [`${'P'.repeat(1224)}-4765-90112`, /at most 1224/],
  ])('says what would be right instead of %j', (raw, problem) => {
    expect(problemOf(raw)).toMatch(problem);
    expect(isLegacyExternalId(raw)).toBe(true);
  });

  it('takes exactly what is not legacy, and reading changes nothing', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .tuple(
          characters('aZ9_-. ', 0, 4),
          characters('09x-', 0, 4),
          characters('aZ9_- ', 3, 15),
        )
        .map(parts => parts.join('-')),
    );
    fc.assert(
      fc.property(anything, raw => {
        expect(readExternalId(raw).raw).toBe(raw);
        expect(externalIdSchema.safeParse(raw).success).toBe(
          !isLegacyExternalId(raw),
        );
        expect(isLegacyExternalId(raw)).toBe(
          !/^[A-Za-z0-9_]+-\d+-[A-Za-z0-9]{5,13}$/.test(raw),
        );
      }),
      RUNS,
    );
  });
});

describe('generated external IDs', () => {
  it('always pass the rule for writing', () => {
    fc.assert(
      fc.property(pods, subscriptionIds, (pod, subscriptionId) => {
        const externalId = generateExternalId({ pod, subscriptionId });
        expect(readExternalId(externalId)).toMatchObject({
          kind: 'current',
          pod,
          subscriptionId,
          suffix: expect.stringMatching(/^[A-Za-z0-9]{13}$/),
        });
        expect(problemOf(externalId)).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('differ from each other', () => {
    const made = Array.from({ length: 10_000 }, generateExternalIdSuffix);
    expect(new Set(made).size).toBe(made.length);
  });

  it.each([
    ['US POD', '1'],
    ['', '1'],
    ['POD-1', '1'],
    ['POD', ''],
    ['POD', '1-2'],
    ['POD', 'x'],
  ])('are refused for the POD %j and the subscription %j', (pod, id) => {
    expect(() => generateExternalId({ pod, subscriptionId: id })).toThrow(
      /must/,
    );
  });
});

describe('the random part', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('gives every letter and digit as many of the random bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 248; byte++) {
      jest
        .spyOn(globalThis.crypto, 'getRandomValues')
        .mockImplementation(array => {
          (array as unknown as Uint8Array).fill(byte);
          return array;
        });
      const [character] = generateExternalIdSuffix();
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(62);
    expect(new Set(counts.values())).toEqual(new Set([4]));
  });

  it('draws again rather than favour some letters', () => {
    const draws = [
      new Uint8Array(26).fill(255),
      new Uint8Array(26).fill(248),
      Uint8Array.from({ length: 26 }, (_, index) => 222 + index),
    ];
    const spy = jest
      .spyOn(globalThis.crypto, 'getRandomValues')
      .mockImplementation(array => {
        (array as unknown as Uint8Array).set(draws.shift()!);
        return array;
      });

    expect(generateExternalIdSuffix()).toBe('klmnopqrstuvw');
    expect(spy).toHaveBeenCalledTimes(3);
  });

  it('shows no preference among many draws', () => {
    const counts = new Map<string, number>();
    const draws = 20_000;
    for (let i = 0; i < draws; i++) {
      for (const character of generateExternalIdSuffix()) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(62);
    // By chance the chi-square of 61 degrees of freedom is above 160 once in ten
    // thousand million runs; a plain remainder of bytes brings about 1,700.
    const expected = (draws * 13) / 62;
    const chiSquare = [...counts.values()].reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );
    expect(chiSquare).toBeLessThan(160);
  });
});
