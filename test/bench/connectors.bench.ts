/*
 * A page of 50 out of 10,000 mirrored connectors, against a bare route that
 * makes the same authentication and authorisation: what the list itself costs.
 * Both routes stand in one backend and are asked by turns.
 */
import {
  qualysConnectorReadPermission,
  type ConnectorList,
  type Status,
} from 'backstage-plugin-qualys-common';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from 'qualys-simulator';
import { byTurns, type Figure } from './figures';
import {
  bareRoute,
  onEachDatabase,
  simulated,
  startPortal,
  type BenchDatabase,
  type Portal,
} from './portal';

const CONNECTORS = 10_000;
const ROUNDS = 300;
const PAGE = '/qualys/v1/connectors?limit=50';
const LISTS = {
  'by name': `${PAGE}&sort=name`,
  'newest sync first': `${PAGE}&sort=-lastSyncedOn`,
  'in error, found by text': `${PAGE}&state=error&q=prod`,
};

async function untilMirrored(portal: Portal) {
  for (;;) {
    const { subscriptions } = await portal.get<Status>('/qualys/v1/status');
    const [latest] = subscriptions[0].runs;
    if (latest?.outcome === 'complete') return;
    if (latest && latest.outcome !== 'running') {
      throw new Error(`The sync ended as ${latest.outcome}`);
    }
    await pause(250);
  }
}

async function inDatabase(database: BenchDatabase): Promise<Figure[]> {
  const simulator = await startSimulator({ connectors: CONNECTORS, seed: 1 });
  const portal = await startPortal({
    database: database.config,
    config: {
      qualys: {
        subscriptions: {
          main: {
            ...simulated(simulator, { seconds: 0 }),
            limits: {
              share: 1,
              families: { cloudView: { perHour: 10_000, concurrency: 10 } },
            },
          },
        },
      },
    },
    features: [
      import('backstage-plugin-qualys-backend'),
      bareRoute(qualysConnectorReadPermission),
    ],
  });
  try {
    await untilMirrored(portal);
    simulator.control.clearJournal();
    const figures: Figure[] = [];
    for (const [list, path] of Object.entries(LISTS)) {
      const { items } = await portal.get<ConnectorList>(path);
      if (items.length !== 50) throw new Error(`${path} gave ${items.length}`);
      figures.push({
        what: `50 of 10,000 connectors ${list}, ${database.name}`,
        unit: 'ms',
        ...(await byTurns(
          ROUNDS,
          () => portal.touch(path),
          () => portal.touch('/bare/'),
        )),
      });
    }
    const calls = simulator.control.journal().length;
    if (calls) throw new Error(`The lists cost ${calls} calls to Qualys`);
    return figures;
  } finally {
    await portal.stop();
    await simulator.stop();
  }
}

export const run = () => onEachDatabase(inDatabase);
