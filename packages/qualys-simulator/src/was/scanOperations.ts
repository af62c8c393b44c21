import type { Behaviours } from '../behaviours/behaviours';
import { success } from '../qps/answer';
import {
  named,
  oneOrPicked,
  onlyIds,
  pathOf,
  readOperations,
  schemaOf,
  type Collection,
} from '../qps/collection';
import { object } from '../qps/description';
import { isoDate } from '../qps/isoDate';
import { invalid } from '../qps/problem';
import type { Operation } from '../qps/router';
import type { ScanLauncher } from './launch';
import {
  authStatusAt,
  hasEnded,
  resultsStatusAt,
  SCAN,
  SCAN_CANCELLATION,
  scanStatusAt,
  shownScan,
  type ScanRecord,
} from './scan';
import type { WasStore } from './store';

const ELEMENT = 'WasScan';

const STATUS = object({
  id: SCAN.shape.id,
  status: SCAN.shape.status,
  summary: object({
    resultsStatus: SCAN.shape.summary.shape.resultsStatus,
    authStatus: SCAN.shape.summary.shape.authStatus,
  }),
});

function collectionOf(store: WasStore): Collection<ScanRecord, typeof SCAN> {
  const { scans, webApps } = store;
  const tagsOf = (scan: ScanRecord) =>
    webApps.get(scan.webApp.id)?.tagIds ?? [];
  return {
    version: '3.0',
    module: 'was',
    noun: 'wasscan',
    element: ELEMENT,
    field: SCAN,
    all: () => scans.all(),
    get: id => scans.get(id),
    idOf: ({ id }) => id,
    searchFields: {
      id: { type: 'integer', of: scan => scan.id },
      name: { type: 'text', of: scan => scan.name },
      'webApp.id': { type: 'integer', of: scan => scan.webApp.id },
      'webApp.name': { type: 'text', of: scan => scan.webApp.name },
      'webApp.tags': { type: 'collection', of: tagsOf },
      'webApp.tags.id': { type: 'integer', of: tagsOf },
      reference: {
        type: 'text',
        of: scan => shownScan(scan, store.now(), false).reference,
      },
      launchedDate: { type: 'date', of: scan => isoDate(scan.launchedAt) },
      type: { type: 'keyword', of: scan => scan.type },
      mode: { type: 'keyword', of: scan => scan.mode },
      status: { type: 'keyword', of: scan => scanStatusAt(scan, store.now()) },
      authStatus: {
        type: 'keyword',
        of: scan => authStatusAt(scan, store.now()),
      },
      resultsStatus: {
        type: 'keyword',
        of: scan => resultsStatusAt(scan, store.now()),
      },
    },
    show: (scan, isWhole) => shownScan(scan, store.now(), isWhole),
  };
}

function cancelled(
  scan: ScanRecord,
  withResults: boolean,
  now: number,
): ScanRecord {
  // Results are processed as long as they would have been otherwise.
  const processing = withResults ? scan.endsAt - scan.processingAt : 0;
  return {
    ...scan,
    runningAt: Math.min(scan.runningAt, now),
    processingAt: now,
    endsAt: now + processing,
    status: withResults ? 'FINISHED' : 'CANCELED',
    resultsStatus: withResults ? 'CANCELED_WITH_RESULTS' : 'CANCELED',
  };
}

/**
 * The verbs on scans.
 *
 * Source: WAS API 3.0, Scans; Added a New Scan Status "PROCESSING" for WAS Scans.
 */
export function scanOperations(
  store: WasStore,
  launcher: ScanLauncher,
  behaviours: Behaviours,
): Operation[] {
  const collection = collectionOf(store);
  const schema = schemaOf(collection);
  const { scans } = store;

  function remove(records: readonly ScanRecord[]) {
    const running = records.find(scan => !hasEnded(scan, store.now()));
    if (running) {
      throw invalid(`The scan ${running.id} is running and cannot be deleted`);
    }
    for (const { id } of records) scans.remove(id);
    return onlyIds(
      ELEMENT,
      records.map(({ id }) => id),
    );
  }

  return [
    ...readOperations(collection, behaviours),
    {
      path: `${pathOf(collection, 'status')}/:id`,
      methods: ['GET', 'POST'],
      schema,
      answer: request => {
        const scan = named(collection, request);
        const now = store.now();
        const summary = hasEnded(scan, now)
          ? {
              resultsStatus: scan.resultsStatus,
              authStatus: scan.authStatus,
            }
          : undefined;
        const status = scanStatusAt(scan, now);
        return success(ELEMENT, STATUS, [{ id: scan.id, status, summary }]);
      },
    },
    {
      path: pathOf(collection, 'launch'),
      methods: ['POST'],
      schema,
      answer: request => {
        const scan = launcher.launch(request.data(ELEMENT, SCAN));
        return onlyIds(ELEMENT, [scan.id]);
      },
    },
    {
      path: `${pathOf(collection, 'cancel')}/:id`,
      methods: ['POST'],
      schema,
      answer: request => {
        const scan = named(collection, request);
        const now = store.now();
        const status = scanStatusAt(scan, now);
        const withResults =
          request.hasData &&
          request.data(ELEMENT, SCAN_CANCELLATION).cancelWithResults === true;
        if (status !== 'SUBMITTED' && status !== 'RUNNING') {
          throw invalid(
            `Scan is not in a running state. Scan status: ${status}`,
          );
        }
        scans.put(cancelled(scan, withResults, now));
        return onlyIds(ELEMENT, [scan.id]);
      },
    },
    ...oneOrPicked(collection, 'delete', remove),
  ];
}
