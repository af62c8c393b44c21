import fc from 'fast-check';
import { Failure, jsonFormat } from '../http';
import { dnsOverrideObject } from '../dnsOverrides/wire';
import { scanObject } from '../scans/wire';
import { webAppObject } from '../webApps/wire';
import { readItem, type QpsObject } from './dialect';
import { readChanged, readFound } from './envelope';
import { qpsProblemIn } from './problem';

const OBJECTS = [webAppObject, scanObject, dnsOverrideObject] as QpsObject[];

function expectDocumented(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    // The one kind of failure that is documented.
    if (!(error instanceof Failure)) throw error;
  }
}

function readAll(parsed: unknown): void {
  qpsProblemIn(parsed);
  for (const object of OBJECTS) {
    expectDocumented(() => readChanged(parsed, object.name, object.advice));
    expectDocumented(() =>
      readFound(parsed, object.name, object.advice).items.map((item, index) =>
        readItem(object, item, index),
      ),
    );
  }
}

const NAMES = [
  'id',
  'name',
  'url',
  'config',
  'tags',
  'list',
  'set',
  'count',
  'Tag',
  'summary',
  'target',
  'webApp',
  'mappings',
  'DnsMapping',
  'comments',
  'contents',
  '#text',
  '__proto__',
  'constructor',
];
const { any } = fc.letrec(tie => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1e300,
      2 ** 60,
      '',
      ' ',
      'true',
      '7',
      'x',
    ),
    fc.array(tie('any'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('any')), { maxLength: 5 })
      // As JSON makes it: `__proto__` is a name like others.
      .map(pairs =>
        JSON.parse(
          `{${pairs
            .map(
              ([name, value]) =>
                `${JSON.stringify(name)}:${JSON.stringify(value)}`,
            )
            .join()}}`,
        ),
      ),
  ),
}));

describe('an answer of any kind', () => {
  it('is read, or fails as documented', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            responseCode: fc.oneof(fc.constant('SUCCESS'), any),
            count: fc.oneof(fc.nat(3), any),
            hasMoreRecords: fc.oneof(fc.boolean(), any),
            lastId: any,
            data: fc.oneof(
              any,
              fc.array(
                fc
                  .tuple(
                    fc.constantFrom(
                      'WebApp',
                      'WasScan',
                      'DnsOverride',
                      'Other',
                    ),
                    any,
                  )
                  .map(([name, value]) => ({ [name]: value })),
                { maxLength: 3 },
              ),
            ),
            responseErrorDetails: any,
            responseMessage: any,
          },
          { requiredKeys: [] },
        ),
        any,
        (response, other) => {
          readAll({ ServiceResponse: response });
          readAll(other);
          expect(({} as { id?: unknown }).id).toBeUndefined();
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

const LONG = 1024 * 1024;
const filled = (unit: string, length: number) =>
  unit.repeat(Math.floor(length / unit.length)).slice(0, -1);
const answer = (count: number, data: string) =>
  `{"ServiceResponse":{"responseCode":"SUCCESS","count":${count},"data":${data}}}`;

/** Answers that a careless reader would go through again and again. */
const SHAPES: Array<[string, (length: number) => string]> = [
  [
    'many objects',
    length => {
      const one = '{"WebApp":{"id":1,"tags":{"count":0}}},';
      return answer(
        Math.floor(length / one.length),
        `[${filled(one, length)}]`,
      );
    },
  ],
  [
    'many tags',
    length =>
      answer(
        1,
        `[{"WebApp":{"id":1,"tags":{"list":[${filled(
          '{"Tag":{"id":1}},',
          length,
        )}]}}}]`,
      ),
  ],
  [
    'one long text',
    length =>
      answer(1, `[{"WebApp":{"id":1,"name":"${filled(' x', length)}"}}]`),
  ],
  [
    'white space in a text',
    length =>
      answer(1, `[{"WebApp":{"id":1,"name":"x${filled('  ', length)}x"}}]`),
  ],
  [
    'a long date',
    length =>
      answer(
        1,
        `[{"WebApp":{"id":1,"createdDate":"${filled('1 ', length)}"}}]`,
      ),
  ],
  ['a long number', length => answer(1, filled('11', length))],
  ['lists in each other', length => answer(1, `${filled('[[', length / 2)}`)],
  [
    'lists in each other that end',
    length =>
      answer(
        1,
        `[{"WebApp":{"id":1,"tags":${'['.repeat(length / 2)}${']'.repeat(
          length / 2,
        )}}}]`,
      ),
  ],
  ['quotes', length => answer(1, filled('""', length))],
  ['white space', length => answer(0, `"${filled('  ', length)}"`)],
];

function timeOf(text: string): number {
  const start = performance.now();
  expectDocumented(() =>
    readAll(jsonFormat.parse({ status: 200, type: 'application/json', text })),
  );
  return performance.now() - start;
}

describe('The time for an answer in JSON', () => {
  it.each(SHAPES)('is linear in its length: %s', (_, shape) => {
    const short = shape(LONG / 8);
    const long = shape(LONG);
    // Doubled three times, linear work grows to 8 times and quadratic work to
    // 64; see the time for XML.
    let [least, leastOfLong] = [Infinity, Infinity];
    for (let round = 0; round < 8; round++) {
      least = Math.min(least, timeOf(short));
      leastOfLong = Math.min(leastOfLong, timeOf(long));
      if (leastOfLong < 40 * least) break;
    }
    expect(leastOfLong).toBeLessThan(Math.max(40 * least, 5));
  });
});
