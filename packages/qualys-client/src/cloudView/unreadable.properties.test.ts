import fc from 'fast-check';
import {
  CANARY,
  hostileText,
  junk,
  pagesOf,
  recordsOf,
  type MadeRecord,
} from '../__testUtils__/hostileRecords';
import {
  all,
  clientOf,
  connectorId,
  errorOf,
  json,
  startServer,
  wireConnector,
  type TestServer,
} from '../__testUtils__/server';
import { awsConnectorOf } from './transform';
import { awsConnectorWire } from './wire';

const RUNS = 40;
const RECORDS = 100;

// Of their own kind, whatever they say.
const settings = fc.record(
  {
    description: hostileText,
    error: hostileText,
    arn: hostileText,
    externalId: fc.oneof(hostileText, fc.nat()),
    awsAccountId: fc.oneof(hostileText, fc.nat()),
    isDisabled: fc.constantFrom(true, false, 'true', 'false', null),
    groups: fc.array(fc.record({ uuid: hostileText, name: hostileText })),
    pollingFrequency: fc.record({ hours: fc.integer(), minutes: fc.nat() }),
  },
  { requiredKeys: [] },
);

// Of any kind.
const findings = fc.record(
  {
    totalAssets: junk,
    lastSyncedOn: junk,
    nextSyncedOn: junk,
    accountAlias: junk,
    baseAccountId: junk,
  },
  { requiredKeys: [] },
);

const extras = fc
  .array(fc.tuple(fc.constantFrom('__proto__', 'constructor', 'x', ''), junk), {
    maxLength: 3,
  })
  .map(pairs => Object.fromEntries(pairs) as object);

const validRecord = (number: number): fc.Arbitrary<MadeRecord> =>
  fc
    .tuple(settings, findings, extras, hostileText, hostileText)
    .map(([set, found, extra, name, state]) => ({
      wire: {
        ...extra,
        ...set,
        ...found,
        ...wireConnector(number, { name, state }),
      },
      valid: true,
      id: connectorId(number),
    }));

const noText = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  [],
  [CANARY],
  {},
  { [CANARY]: CANARY },
);

/** What makes a connector one that cannot be read, and whether its id can be. */
const flaw: fc.Arbitrary<{ flaw: object; idStays: boolean }> = fc.oneof(
  fc.oneof(noText, fc.constantFrom('', '  ', '\n')).map(connectorId_ => ({
    flaw: { connectorId: connectorId_ },
    idStays: false,
  })),
  noText.map(name => ({ flaw: { name }, idStays: true })),
  noText.map(state => ({ flaw: { state }, idStays: true })),
  fc
    .constantFrom<object>(
      { groups: [CANARY] },
      { pollingFrequency: { hours: CANARY } },
      { isDisabled: CANARY },
      { awsAccountId: [CANARY] },
      { error: { [CANARY]: true } },
    )
    .map(setting => ({ flaw: setting, idStays: true })),
);

const brokenRecord = (number: number): fc.Arbitrary<MadeRecord> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(validRecord(number), flaw).map(([valid, broken]) => ({
        wire: {
          ...(valid.wire as object),
          canary: CANARY,
          ...broken.flaw,
        },
        valid: false,
        ...(broken.idStays && { id: valid.id }),
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom<unknown>(null, true, 0, CANARY, [], [CANARY], {})
        .map(wire => ({ wire, valid: false })),
    },
  );

const record = (number: number) =>
  fc.oneof(
    { weight: 3, arbitrary: validRecord(number) },
    { weight: 1, arbitrary: brokenRecord(number) },
  );

/** What a connector is read as that stands for itself. */
const readAlone = ({ wire }: MadeRecord) =>
  awsConnectorOf(awsConnectorWire.parse(JSON.parse(JSON.stringify(wire))));

describe('a list of connectors of any kind', () => {
  let server: TestServer;
  let pages: MadeRecord[][];
  let bare: boolean;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      const number = Number(request.received.url.searchParams.get('pageNo'));
      const content = pages[number].map(({ wire }) => wire);
      const totalPages = pages.length;
      json(response, bare ? content : { content, number, totalPages });
    });
  });
  afterAll(() => server.stop());

  it('gives each that can be read once and as it is, and tells of each other once', async () => {
    const client = clientOf(server.url, {
      limits: { families: { cloudView: { perHour: 1_000_000 } } },
    });
    const { aws } = client.cloudConnectors;
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        recordsOf(RECORDS, record),
        fc.integer({ min: 2, max: 49 }),
        fc.boolean(),
        async (records, pageSize, isBare) => {
          pages = pagesOf(records, pageSize, number => ({
            wire: wireConnector(number),
            valid: true,
            id: connectorId(number),
          }));
          // A bare array ends the list by being short.
          bare = isBare && records.length % pageSize > 0;
          const valid = pages.flat().filter(made => made.valid);
          const broken = pages.flat().filter(made => !made.valid);

          const read = await all(
            aws.list({ pageSize, unreadable: 'report' }).pages(),
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
            expect(message).toMatch(/^An essential part .{1,150}\.$/);
          }

          const refusals = await Promise.all(
            broken.slice(0, 1).map(() => errorOf(all(aws.list({ pageSize })))),
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
    await client.close();
    expect(seen).toBeGreaterThanOrEqual(RUNS * RECORDS);
  }, 120_000);
});
