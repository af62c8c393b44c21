/*
 * A simulated Qualys whose time stands still and whose connectors are all of
 * one cloud, in a process that stays.
 */
import { createQualysClient } from 'qualys-client';
import { startSimulator } from 'qualys-simulator';
import { LIMITS, type Platform } from '../subscription';

export interface OneCloudInput {
  /** How many connectors of AWS there are to be. */
  connectors: number;
}

// So many of all clouds that there are enough of AWS.
const OF_ALL = 2.5;
const SETTLE_SECONDS = 60;

interface Listed {
  id: string;
  cloudviewUuid?: string;
}

async function collect(list: AsyncIterable<Listed>): Promise<Listed[]> {
  const all: Listed[] = [];
  for await (const each of list) all.push(each);
  return all;
}

export async function run({ connectors }: OneCloudInput): Promise<Platform> {
  const start = new Date('2026-01-01T00:00:00.000Z');
  const { urls, credentials, control } = await startSimulator({
    connectors: connectors * OF_ALL,
    settleSeconds: SETTLE_SECONDS,
    now: () => start,
  });
  const { control: controlUrl, ...hosts } = urls;
  const client = createQualysClient({
    urls: hosts,
    credentials,
    limits: LIMITS,
  });
  const { cloudConnectors, assetDataConnectors } = client;

  for (const cloud of ['azure', 'gcp'] as const) {
    for (const { id } of await collect(cloudConnectors[cloud].list())) {
      control.removeConnector(id);
    }
    // What is left is in Asset Management alone.
    for (const { id } of await collect(assetDataConnectors[cloud].search())) {
      await assetDataConnectors[cloud].delete(id);
    }
  }
  const shown = await collect(cloudConnectors.aws.list());
  const ids = new Set(shown.map(({ id }) => id));
  const inAssetManagement = await collect(assetDataConnectors.aws.search());
  const alone = inAssetManagement.filter(
    ({ cloudviewUuid }) => !cloudviewUuid || !ids.has(cloudviewUuid),
  ).length;
  if (shown.length + alone < connectors) {
    throw new Error(`There are only ${shown.length + alone} connectors of AWS`);
  }
  for (const { id } of shown.slice(connectors - alone)) {
    control.removeConnector(id);
  }
  await client.close();

  // Whatever was pending has settled, and the poller ran a while ago: what
  // syncs from now on is the newest.
  control.advanceClock((SETTLE_SECONDS + 90) * 1000);
  return { urls: hosts, control: controlUrl, credentials };
}
