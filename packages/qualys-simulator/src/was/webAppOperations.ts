import type { Behaviours } from '../behaviours/behaviours';
import { success } from '../qps/answer';
import {
  named,
  onlyIds,
  pathOf,
  picked,
  readOperations,
  schemaOf,
  type Collection,
} from '../qps/collection';
import type { Criterion } from '../qps/criteria';
import { isoDate } from '../qps/isoDate';
import { readBoolean } from '../qps/read';
import type { QpsRequest } from '../qps/request';
import type { Operation } from '../qps/router';
import { changedWebApp } from './changedWebApp';
import { lastScanStatusAt, shownWebApp } from './shownWebApp';
import type { WasStore } from './store';
import { tagFields } from './tagFields';
import { WEB_APP, WEB_APP_REMOVAL, type WebAppRecord } from './webApp';

const ELEMENT = 'WebApp';
const REMOVAL = 'removeFromSubscription';

function collectionOf(
  store: WasStore,
): Collection<WebAppRecord, typeof WEB_APP> {
  const { webApps, tags } = store;
  return {
    version: '3.0',
    module: 'was',
    noun: 'webapp',
    element: ELEMENT,
    field: WEB_APP,
    all: () => webApps.all(),
    get: id => webApps.get(id),
    idOf: ({ id }) => id,
    searchFields: {
      id: { type: 'integer', of: webApp => webApp.id },
      name: { type: 'text', of: webApp => webApp.name },
      url: { type: 'text', of: webApp => webApp.url },
      ...tagFields(tags),
      createdDate: { type: 'date', of: webApp => webApp.createdDate },
      updatedDate: { type: 'date', of: webApp => webApp.updatedDate },
      isScheduled: { type: 'boolean', of: webApp => webApp.isScheduled },
      isScanned: {
        type: 'boolean',
        of: webApp => store.lastScanOf(webApp.id) !== undefined,
      },
      'lastScan.status': {
        type: 'keyword',
        of: webApp => {
          const scan = store.lastScanOf(webApp.id);
          return scan && lastScanStatusAt(scan, store.now());
        },
      },
      'lastScan.date': {
        type: 'date',
        of: webApp => {
          const scan = store.lastScanOf(webApp.id);
          return scan && isoDate(scan.launchedAt);
        },
      },
    },
    show: (webApp, isWhole) => shownWebApp(webApp, isWhole, store),
  };
}

// The documents call it a filter and show no request with it.
function removal(request: QpsRequest): {
  criteria: Criterion[];
  isRemoved: boolean;
} {
  const flags = request.criteria.filter(({ field }) => field === REMOVAL);
  const inData = request.hasData
    ? request.data(ELEMENT, WEB_APP_REMOVAL)[REMOVAL]
    : undefined;
  return {
    criteria: request.criteria.filter(({ field }) => field !== REMOVAL),
    isRemoved: inData ?? flags.some(({ value }) => readBoolean(value, REMOVAL)),
  };
}

/**
 * The verbs on web apps.
 *
 * Source: WAS API 3.0, Web Applications; Set a Default DNS Override for Web
 * Application.
 */
export function webAppOperations(
  store: WasStore,
  behaviours: Behaviours,
): Operation[] {
  const collection = collectionOf(store);
  const schema = schemaOf(collection);
  const { webApps } = store;

  function remove(
    pick: (criteria: Criterion[], request: QpsRequest) => WebAppRecord[],
  ): Operation['answer'] {
    return request => {
      const { criteria, isRemoved } = removal(request);
      const ids = pick(criteria, request).map(({ id }) => id);
      for (const id of ids) store.removeWebApp(id, isRemoved);
      return onlyIds(ELEMENT, ids);
    };
  }

  return [
    ...readOperations(collection, behaviours),
    {
      path: pathOf(collection, 'create'),
      methods: ['POST'],
      schema,
      answer: request => {
        const now = isoDate(store.now());
        const webApp = changedWebApp(
          {
            id: webApps.newId(),
            name: '',
            url: '',
            tagIds: [],
            dnsOverrideIds: [],
            authRecordIds: [],
            isScheduled: false,
            createdDate: now,
            updatedDate: now,
          },
          request.data(ELEMENT, WEB_APP),
          store,
          behaviours.current,
          now,
          true,
        );
        webApps.put(webApp);
        return success(ELEMENT, WEB_APP, [shownWebApp(webApp, true, store)]);
      },
    },
    {
      path: `${pathOf(collection, 'update')}/:id`,
      methods: ['POST'],
      schema,
      answer: request => {
        const webApp = changedWebApp(
          named(collection, request),
          request.data(ELEMENT, WEB_APP),
          store,
          behaviours.current,
          isoDate(store.now()),
          false,
        );
        webApps.put(webApp);
        return onlyIds(ELEMENT, [webApp.id]);
      },
    },
    {
      path: `${pathOf(collection, 'delete')}/:id`,
      methods: ['POST'],
      schema,
      answer: remove((_, request) => [named(collection, request)]),
    },
    {
      path: pathOf(collection, 'delete'),
      methods: ['POST'],
      schema,
      answer: remove(criteria => picked(collection, criteria)),
    },
  ];
}
