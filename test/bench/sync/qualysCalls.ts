import { createQualysClient } from 'qualys-client';
import type { JournalEntry } from 'qualys-simulator';
import { request } from 'undici';
import { LIMITS, type Platform } from './subscription';

/** A cloud as it stands in the paths of Qualys. */
export type Cloud = 'aws' | 'azure' | 'gcp';

/** What a call asks for: a page of the connectors of one cloud. */
interface ListCall {
  feed: 'assetManagement' | 'cloudView';
  cloud: Cloud;
  pageSize: number;
  /** Whether it is the first page. */
  begins: boolean;
}

const ASSET_MANAGEMENT = /\/search\/am\/(aws|azure|gcp)assetdataconnector$/;
const CLOUD_VIEW = /\/v1\/(aws|azure|gcp)\/connectors$/;

function listCall({ path, query, body }: JournalEntry): ListCall {
  const [, asset] = ASSET_MANAGEMENT.exec(path) ?? [];
  if (asset) {
    const { preferences } = (
      body as {
        ServiceRequest: {
          preferences: { limitResults: number; startFromId?: unknown };
        };
      }
    ).ServiceRequest;
    return {
      feed: 'assetManagement',
      cloud: asset as Cloud,
      pageSize: Number(preferences.limitResults),
      begins: preferences.startFromId === undefined,
    };
  }
  const [, cloud] = CLOUD_VIEW.exec(path) ?? [];
  if (!cloud) throw new Error(`A sync called ${path}`);
  return {
    feed: 'cloudView',
    cloud: cloud as Cloud,
    pageSize: Number(query.pageSize),
    begins: query.pageNo === '0',
  };
}

/** The calls that a simulated Qualys got while something was done. */
export async function callsDuring(
  { control }: Platform,
  action: () => Promise<unknown>,
): Promise<ListCall[]> {
  const journal = `${control}/journal`;
  await (await request(journal, { method: 'DELETE' })).body.dump();
  await action();
  const { body } = await request(journal);
  return ((await body.json()) as JournalEntry[]).map(listCall);
}

/** A list and how many of its pages are read. */
type Reading = ListCall & { pages: number };

function readingsOf(calls: ListCall[]): Reading[] {
  const readings: Reading[] = [];
  for (const call of calls) {
    if (call.begins) {
      readings.push({ ...call, pages: 1 });
      continue;
    }
    const begun = readings.findLast(
      ({ feed, cloud }) => feed === call.feed && cloud === call.cloud,
    );
    if (!begun) throw new Error(`${call.feed} is read from its middle`);
    begun.pages += 1;
  }
  return readings;
}

/**
 * A bare client that makes the calls of a sync again and makes nothing of the
 * answers: the lists side by side, as a sync reads them.
 */
export function bareReader(platform: Platform): {
  read(calls: ListCall[]): Promise<void>;
  close(): Promise<void>;
} {
  const client = createQualysClient({
    urls: platform.urls,
    credentials: platform.credentials,
    limits: LIMITS,
  });
  const read = async ({ feed, cloud, pageSize, pages }: Reading) => {
    const options = { pageSize, priority: 'background' } as const;
    const list =
      feed === 'cloudView'
        ? client.cloudConnectors[cloud].list(options)
        : client.assetDataConnectors[cloud].search(options);
    let came = 0;
    for await (const { last } of list.pages()) {
      came += 1;
      if (came === pages || last) break;
    }
    if (came !== pages) {
      throw new Error(`${feed} gave ${came} pages of ${cloud}, not ${pages}`);
    }
  };
  return {
    async read(calls) {
      const lists = new Map<string, Reading[]>();
      for (const reading of readingsOf(calls)) {
        const list = `${reading.feed} ${reading.cloud}`;
        lists.set(list, [...(lists.get(list) ?? []), reading]);
      }
      await Promise.all(
        [...lists.values()].map(async readings => {
          for (const reading of readings) await read(reading);
        }),
      );
    },
    close: () => client.close(),
  };
}
