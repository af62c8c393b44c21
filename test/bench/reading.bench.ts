/*
 * Reading 10,000 connectors of Asset Management, in JSON and in XML: processor
 * time of this process and the memory of the whole list, against the bare
 * parser on the same bytes, and against bare undici and the bare parser on the
 * same calls. The simulator is in another process.
 */
import { XMLParser } from 'fast-xml-parser';
import { createQualysClient } from 'qualys-client';
import { Agent, request } from 'undici';
import { cpuByTurns, median, type Figure } from './figures';
import { startSimulatorProcess } from './simulatorProcess';

const CONNECTORS = 10_000;
const PAGE_SIZE = 1_000;
const ROUNDS = 3;
const CLOUDS = ['aws', 'azure', 'gcp'] as const;
const MIB = 1024 * 1024;

const DIALECTS = {
  json: {
    type: 'application/json',
    body: (offset: number) =>
      JSON.stringify({
        ServiceRequest: {
          preferences: { limitResults: PAGE_SIZE, startFromOffset: offset },
        },
      }),
    parse: (text: string): unknown => JSON.parse(text),
    hasMore: /"hasMoreRecords":\s*"?true/,
  },
  xml: {
    type: 'text/xml',
    body: (offset: number) =>
      `<ServiceRequest><preferences><limitResults>${PAGE_SIZE}</limitResults><startFromOffset>${offset}</startFromOffset></preferences></ServiceRequest>`,
    parse(text: string): unknown {
      const parser = new XMLParser({ parseTagValue: false });
      return parser.parse(text);
    },
    hasMore: /<hasMoreRecords>true/,
  },
};

type Platform = Awaited<ReturnType<typeof startSimulatorProcess>>;

// The bytes of every page of every cloud, by undici alone.
async function* rawPages(
  platform: Platform,
  dialect: keyof typeof DIALECTS,
  dispatcher: Agent,
): AsyncGenerator<string> {
  const { type, body, hasMore } = DIALECTS[dialect];
  const { username, password } = platform.credentials;
  const headers = {
    accept: type,
    'content-type': type,
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString(
      'base64',
    )}`,
  };
  for (const cloud of CLOUDS) {
    const url = `${platform.urls.api}/qps/rest/3.0/search/am/${cloud}assetdataconnector`;
    for (let offset = 1, more = true; more; offset += PAGE_SIZE) {
      const answer = await request(url, {
        method: 'POST',
        headers,
        body: body(offset),
        dispatcher,
      });
      const text = await answer.body.text();
      more = hasMore.test(text.slice(0, 500)) || hasMore.test(text.slice(-500));
      yield text;
    }
  }
}

async function heapOfOne(make: () => Promise<unknown[]>): Promise<number> {
  global.gc!();
  const before = process.memoryUsage().heapUsed;
  const kept = await make();
  global.gc!();
  const taken = (process.memoryUsage().heapUsed - before) / MIB;
  // Used once more, so that it cannot have been collected before.
  if (kept.length === 0) throw new Error('Nothing was read');
  return taken;
}

async function heapOf(make: () => Promise<unknown[]>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < 3; round++) taken.push(await heapOfOne(make));
  return median(taken);
}

async function inDialect(
  platform: Platform,
  dialect: keyof typeof DIALECTS,
): Promise<Figure[]> {
  const { parse } = DIALECTS[dialect];
  const dispatcher = new Agent({ connections: 10 });
  const client = createQualysClient({
    urls: platform.urls,
    credentials: platform.credentials,
    dialect,
    // So many calls that none has to wait.
    limits: { share: 1, families: { qps: { perHour: 1_000_000 } } },
  });
  const read = async () => {
    const all: unknown[] = [];
    for (const cloud of CLOUDS) {
      const list = client.assetDataConnectors[cloud].search({
        pageSize: PAGE_SIZE,
      });
      for await (const connector of list) all.push(connector);
    }
    return all;
  };
  const pages: string[] = [];
  for await (const page of rawPages(platform, dialect, dispatcher)) {
    pages.push(page);
  }
  const parseAll = async () => pages.map(parse);
  const fetchAndParse = async () => {
    const all: unknown[] = [];
    for await (const page of rawPages(platform, dialect, dispatcher)) {
      all.push(parse(page));
    }
    return all;
  };
  try {
    const count = (await read()).length;
    const size = pages.reduce((sum, page) => sum + page.length, 0) / MIB;
    const what = `${count} connectors, ${pages.length} pages, ${size.toFixed(
      1,
    )} MiB of ${dialect}`;
    return [
      {
        what: `${what}, against the bare parser`,
        unit: 'ms',
        ...(await cpuByTurns(ROUNDS, read, parseAll)),
      },
      {
        what: `${what}, against bare undici and parser`,
        unit: 'ms',
        ...(await cpuByTurns(ROUNDS, read, fetchAndParse)),
      },
      {
        what: `${what}, memory of the list against that of the parsed pages`,
        unit: 'MiB',
        value: await heapOf(read),
        baseline: await heapOf(parseAll),
      },
    ];
  } finally {
    await client.close();
    await dispatcher.destroy();
  }
}

/** The benchmark. */
export async function* run(): AsyncGenerator<Figure[]> {
  const platform = await startSimulatorProcess([
    '--connectors',
    String(CONNECTORS),
  ]);
  try {
    yield [
      ...(await inDialect(platform, 'json')),
      ...(await inDialect(platform, 'xml')),
    ];
  } finally {
    await platform.stop();
  }
}
