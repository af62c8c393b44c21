import {
  WEB_APP_FIELDS,
  webAppChangesSchema,
  webAppSettingsSchema,
  type QpsCriterion,
  type WebApp,
  type WebAppChanges,
  type WebAppSettings,
} from 'qualys-model';
import { QualysError } from '../errors';
import type { CallOptions } from '../http';
import { checkedBy } from '../input';
import type { Paged } from '../paging';
import {
  checkedQpsId,
  qpsCount,
  qpsCreate,
  qpsGet,
  qpsSearch,
  qpsWriteOne,
  type Qps,
  type SearchOptions,
} from '../qps';
import { webAppObject } from './wire';
import { saysWhenToCancel, touchesConfig, webAppData } from './write';

/**
 * How to change a web app.
 *
 * @public
 */
export interface WebAppUpdateOptions extends CallOptions {
  /**
   * Whether a change to the defaults of scans keeps the stored time at which
   * they are canceled; true by default. Qualys is said to forget it where a
   * change to `config` leaves it out, so that it is read first and sent along.
   * False sends what is given and nothing else, in one call.
   */
  keepCancelSettings?: boolean;
}

/**
 * How to delete a web app.
 *
 * @public
 */
export interface WebAppDeleteOptions extends CallOptions {
  /**
   * Whether it is taken out of the subscription too, and not out of Web
   * Application Scanning alone. False by default.
   */
  removeFromSubscription?: boolean;
}

/**
 * The web applications of Web Application Scanning.
 *
 * Source: Qualys WAS API 3.0, `/qps/rest/3.0/<verb>/was/webapp`.
 *
 * @public
 */
export interface WebApps {
  /**
   * The web apps that fulfil all conditions, in the order of their ids. Qualys
   * may leave out of them what `get` tells.
   *
   * @param options - conditions, page size, and a signal to give it up
   */
  search(options?: SearchOptions): Paged<WebApp>;

  /**
   * How many web apps fulfil all conditions.
   *
   * @param filters - the conditions; all web apps without any
   * @param options - who waits for it, and a signal to give it up
   */
  count(
    filters?: readonly QpsCriterion[],
    options?: CallOptions,
  ): Promise<number>;

  /**
   * One web app.
   *
   * @param id - its id
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `notFound` where there is none, or it is out of the user's scope
   */
  get(id: string, options?: CallOptions): Promise<WebApp>;

  /**
   * Creates a web app.
   *
   * @param settings - what it is to be
   * @param options - who waits for it, and a signal to give it up
   * @returns its id
   */
  create(
    settings: WebAppSettings,
    options?: CallOptions,
  ): Promise<{ id: string }>;

  /**
   * Changes a web app. Only what is given changes. A change to the defaults of
   * scans that does not say when they are canceled costs a read first: see
   * `keepCancelSettings`. What somebody else stores between that read and the
   * change is overwritten.
   *
   * @param id - its id
   * @param changes - what changes
   * @param options - who waits for it, and a signal to give it up
   * @returns its id, as Qualys names it
   */
  update(
    id: string,
    changes: WebAppChanges,
    options?: WebAppUpdateOptions,
  ): Promise<{ id: string }>;

  /**
   * Deletes a web app, with the results of its scans.
   *
   * @param id - its id
   * @param options - whether it leaves the subscription too, and a signal to give it up
   */
  delete(id: string, options?: WebAppDeleteOptions): Promise<void>;
}

const BASE = '/qps/rest/3.0';
const WHAT = 'A web app';
const SEARCHED = {
  object: webAppObject,
  fields: WEB_APP_FIELDS,
  what: 'A search for web apps',
};

/** The web apps, on the `qps` dialect. */
export function webAppResource(qps: Qps): WebApps {
  const get = async (id: string, options?: CallOptions) =>
    qpsGet(
      qps,
      webAppObject,
      { path: `${BASE}/get/was/webapp/{id}`, params: checkedQpsId(id, WHAT) },
      options,
    );

  return {
    search: options =>
      qpsSearch(
        qps,
        {
          ...SEARCHED,
          path: `${BASE}/search/was/webapp`,
          identity: webApp => webApp.id,
          pageSize: 100,
        },
        options,
      ),

    count: (filters, options) =>
      qpsCount(
        qps,
        { ...SEARCHED, path: `${BASE}/count/was/webapp` },
        filters,
        options,
      ),

    get,

    create: async (settings, options) =>
      qpsCreate(
        qps,
        webAppObject,
        {
          path: `${BASE}/create/was/webapp`,
          request: {
            data: {
              WebApp: webAppData(
                checkedBy(
                  webAppSettingsSchema,
                  settings,
                  'The settings of a web app',
                ),
              ),
            },
          },
        },
        options,
      ),

    async update(id, changes, { keepCancelSettings = true, ...options } = {}) {
      const params = checkedQpsId(id, WHAT);
      const checked = checkedBy(
        webAppChangesSchema,
        changes,
        'The changes to a web app',
      );
      const atRisk = touchesConfig(checked) && !saysWhenToCancel(checked);
      const stored =
        atRisk && keepCancelSettings ? await get(id, options) : undefined;
      if (stored && stored.id !== id) {
        throw new QualysError(
          'unexpectedAnswer',
          'Qualys answered with another web app than was asked for. Nothing was changed.',
        );
      }
      return qpsWriteOne(
        qps,
        webAppObject,
        id,
        {
          path: `${BASE}/update/was/webapp/{id}`,
          params,
          request: { data: { WebApp: webAppData(checked, stored?.config) } },
        },
        options,
      );
    },

    async delete(id, { removeFromSubscription = false, ...options } = {}) {
      await qpsWriteOne(
        qps,
        webAppObject,
        id,
        {
          path: `${BASE}/delete/was/webapp/{id}`,
          params: checkedQpsId(id, WHAT),
          ...(removeFromSubscription && {
            request: { data: { WebApp: { removeFromSubscription: true } } },
          }),
        },
        options,
      );
    },
  };
}
