import { XMLBuilder } from 'fast-xml-parser';
import fc from 'fast-check';
import {
  CANARY,
  hostileText,
  junk,
  pagesOf,
  recordsOf,
  type MadeRecord,
} from '../__testUtils__/hostileRecords';
import { all, errorOf } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';
import { parseXml } from '../xml';
import { awsConnectorOf } from './read';
import { awsWire } from './wire';

const NOUN = 'AwsAssetDataConnector';
const RUNS = 30;
const RECORDS = 100;

const builder = new XMLBuilder();

// XML has neither all names nor all characters that JSON has, and no lists in
// lists.
function forXml(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(
      /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      '',
    );
  }
  if (Array.isArray(value)) return value.flat(Infinity).map(forXml);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name]) =>
          /^[a-z]\w*$/i.test(name) &&
          // The parser refuses answers with elements of these names.
          !['constructor', 'prototype'].includes(name),
      )
      .map(([name, one]) => [name, forXml(one)]),
  );
}

const xmlOf = (wire: unknown): string =>
  builder.build({ [NOUN]: forXml(wire) });

// Of any kind: what cannot be understood is nothing.
const settings = fc.record(
  {
    description: junk,
    connectorState: junk,
    disabled: junk,
    isDeleted: junk,
    lastError: junk,
    lastSync: junk,
    runFrequency: junk,
    activation: junk,
    endpoints: junk,
    connectorAppInfos: junk,
    cloudviewUuid: junk,
    awsAccountId: junk,
    arn: junk,
  },
  { requiredKeys: [] },
);

const extras = fc
  .array(fc.tuple(fc.constantFrom('__proto__', 'constructor', 'x', ''), junk), {
    maxLength: 3,
  })
  .map(pairs => Object.fromEntries(pairs) as object);

const validRecord = (id: number): fc.Arbitrary<MadeRecord> =>
  fc
    .tuple(settings, extras, hostileText, fc.constantFrom(id, ` ${id}\n`))
    .map(([set, extra, text, wireId]) => ({
      wire: { ...extra, ...set, id: wireId, name: `n${text}` },
      valid: true,
      id: String(id),
    }));

const noText = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  ' \n',
  { [CANARY]: CANARY },
  ['7', CANARY],
);

/** What makes a connector one that cannot be read, and whether its id can be. */
const flaw: fc.Arbitrary<{ flaw: object; idStays: boolean }> = fc.oneof(
  noText.map(id => ({ flaw: { id }, idStays: false })),
  noText.map(name => ({ flaw: { name }, idStays: true })),
  fc
    .constantFrom<object>(
      { defaultTags: { list: [{ TagSimple: { name: CANARY } }] } },
      { connectorScanConfig: { ConnectorScanConfiguration: CANARY } },
      { connectorScanSetting: CANARY },
    )
    .map(setting => ({ flaw: setting, idStays: true })),
);

const brokenRecord = (id: number): fc.Arbitrary<MadeRecord> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(validRecord(id), flaw).map(([valid, broken]) => ({
        wire: { ...(valid.wire as object), canary: CANARY, ...broken.flaw },
        valid: false,
        ...(broken.idStays && { id: valid.id }),
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom<unknown>(null, true, 0, CANARY, {})
        .map(wire => ({ wire, valid: false })),
    },
  );

const record = (number: number) =>
  fc.oneof(
    { weight: 3, arbitrary: validRecord(number + 1) },
    { weight: 1, arbitrary: brokenRecord(number + 1) },
  );

describe.each(['json', 'xml'] as const)(
  'a search in %s for connectors of any kind',
  dialect => {
    const t = setUpQps(dialect, {
      limits: { families: { qps: { perHour: 1_000_000 } } },
    });
    /** What a connector is read as that stands for itself. */
    function readAlone({ wire }: MadeRecord) {
      const { [NOUN]: alone } =
        dialect === 'xml'
          ? parseXml(xmlOf(wire))
          : JSON.parse(JSON.stringify({ [NOUN]: wire }));
      return awsConnectorOf(awsWire.parse(alone));
    }

    /** Serves pages; their last object begins the next one too, where it may. */
    function serve(pages: readonly MadeRecord[][], comesAgain: boolean) {
      const ends = pages.reduce<number[]>(
        (sums, { length }) => [...sums, (sums.at(-1) ?? 0) + length],
        [],
      );
      t.answer = ({ body }, response) => {
        const from = Number(body.preferences.startFromId ?? 0);
        const number = ends.indexOf(from) + 1;
        const before = pages[number - 1]?.at(-1);
        const again = comesAgain && before?.id !== undefined ? [before] : [];
        const found = [...again, ...pages[number]];
        const more = number + 1 < pages.length;
        const says = {
          responseCode: 'SUCCESS',
          count: found.length,
          hasMoreRecords: String(more),
          ...(more && { lastId: ends[number] }),
        };
        if (dialect === 'json') {
          return {
            ...says,
            data: found.map(({ wire }) => ({ [NOUN]: wire })),
          };
        }
        response.writeHead(200, { 'content-type': 'text/xml' });
        // Each for itself: the builder puts texts before objects.
        const data = found.map(({ wire }) => xmlOf(wire)).join('');
        response.end(
          `<ServiceResponse>${builder.build(
            says,
          )}<data>${data}</data></ServiceResponse>`,
        );
        return undefined;
      };
    }

    it('gives each that can be read once and as it is, and tells of each other once', async () => {
      const { aws } = t.client.assetDataConnectors;
      let seen = 0;
      await fc.assert(
        fc.asyncProperty(
          recordsOf(RECORDS, record),
          fc.integer({ min: 1, max: 60 }),
          fc.boolean(),
          async (records, size, comesAgain) => {
            const pages = pagesOf(records, size, number => ({
              wire: { id: number + 1, name: 'x' },
              valid: true,
              id: String(number + 1),
            }));
            serve(pages, comesAgain);
            const valid = pages.flat().filter(made => made.valid);
            const broken = pages.flat().filter(made => !made.valid);

            const read = await all(
              aws.search({ unreadable: 'report' }).pages(),
            );
            expect(read.flatMap(({ items }) => items)).toEqual(
              valid.map(readAlone),
            );
            expect(
              read.map(({ unreadable }) => unreadable.map(({ id }) => id)),
            ).toEqual(
              pages.map(page =>
                page.filter(made => !made.valid).map(({ id }) => id),
              ),
            );
            const told = read.flatMap(({ unreadable }) => unreadable);
            expect(JSON.stringify(told)).not.toContain(CANARY);
            for (const { message } of told) {
              expect(message).toMatch(/^An essential part .{1,200}\.$/);
            }

            const refusals = await Promise.all(
              broken.slice(0, 1).map(() => errorOf(all(aws.search()))),
            );
            for (const refusal of refusals) {
              expect(refusal).toMatchObject({ kind: 'unexpectedAnswer' });
            }
            expect(({} as { canary?: unknown }).canary).toBeUndefined();
            seen += records.length;
          },
        ),
        // A smaller example would take long to find, and the seed is enough.
        { numRuns: RUNS, endOnFailure: true },
      );
      expect(seen).toBeGreaterThanOrEqual(RUNS * RECORDS);
    }, 120_000);
  },
);
