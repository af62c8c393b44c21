import {
  SCAN_FIELDS,
  scanSettingsSchema,
  type QpsCriterion,
  type Scan,
  type ScanSettings,
  type ScanStatus,
} from 'qualys-model';
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
import { scanObject, scanStatusObject } from './wire';
import { scanData } from './write';

/**
 * How to cancel a scan.
 *
 * @public
 */
export interface ScanCancelOptions extends CallOptions {
  /** Whether what it found so far is kept. False by default. */
  withResults?: boolean;
}

/**
 * The scans of Web Application Scanning.
 *
 * Source: Qualys WAS API 3.0, `/qps/rest/3.0/<verb>/was/wasscan`.
 *
 * @public
 */
export interface Scans {
  /**
   * The scans that fulfil all conditions, in the order of their ids. Qualys may
   * leave out of them what `get` tells.
   *
   * @param options - conditions, page size, and a signal to give it up
   */
  search(options?: SearchOptions): Paged<Scan>;

  /**
   * How many scans fulfil all conditions.
   *
   * @param filters - the conditions; all scans without any
   * @param options - who waits for it, and a signal to give it up
   */
  count(
    filters?: readonly QpsCriterion[],
    options?: CallOptions,
  ): Promise<number>;

  /**
   * One scan.
   *
   * @param id - its id
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `notFound` where there is none, or it is out of the user's scope
   */
  get(id: string, options?: CallOptions): Promise<Scan>;

  /**
   * How far a scan is, in one light call. `isScanEnd` and `scanOutcome` of
   * qualys-model say what the words mean: `PROCESSING` is no end, and `FINISHED`
   * alone is not good.
   *
   * @param id - its id
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `notFound` where there is none, or it is out of the user's scope
   */
  status(id: string, options?: CallOptions): Promise<ScanStatus>;

  /**
   * Launches a scan.
   *
   * @param settings - what is scanned, and how
   * @param options - who waits for it, and a signal to give it up
   * @returns its id
   */
  launch(
    settings: ScanSettings,
    options?: CallOptions,
  ): Promise<{ id: string }>;

  /**
   * Cancels a scan. Qualys refuses where it has come to an end.
   *
   * @param id - its id
   * @param options - whether what it found is kept, and a signal to give it up
   */
  cancel(id: string, options?: ScanCancelOptions): Promise<void>;
}

const BASE = '/qps/rest/3.0';
const WHAT = 'A scan';
const SEARCHED = {
  object: scanObject,
  fields: SCAN_FIELDS,
  what: 'A search for scans',
};

/** The scans, on the `qps` dialect. */
export function scanResource(qps: Qps): Scans {
  return {
    search: options =>
      qpsSearch(
        qps,
        {
          ...SEARCHED,
          path: `${BASE}/search/was/wasscan`,
          identity: scan => scan.id,
          pageSize: 100,
        },
        options,
      ),

    count: (filters, options) =>
      qpsCount(
        qps,
        { ...SEARCHED, path: `${BASE}/count/was/wasscan` },
        filters,
        options,
      ),

    get: async (id, options) =>
      qpsGet(
        qps,
        scanObject,
        {
          path: `${BASE}/get/was/wasscan/{id}`,
          params: checkedQpsId(id, WHAT),
        },
        options,
      ),

    status: async (id, options) =>
      qpsGet(
        qps,
        scanStatusObject,
        {
          path: `${BASE}/status/was/wasscan/{id}`,
          params: checkedQpsId(id, WHAT),
        },
        options,
      ),

    launch: async (settings, options) =>
      qpsCreate(
        qps,
        scanObject,
        {
          path: `${BASE}/launch/was/wasscan`,
          request: {
            data: {
              WasScan: scanData(
                checkedBy(
                  scanSettingsSchema,
                  settings,
                  'The settings of a scan',
                ),
              ),
            },
          },
        },
        options,
      ),

    async cancel(id, { withResults = false, ...options } = {}) {
      await qpsWriteOne(
        qps,
        scanObject,
        id,
        {
          path: `${BASE}/cancel/was/wasscan/{id}`,
          params: checkedQpsId(id, WHAT),
          ...(withResults && {
            request: { data: { WasScan: { cancelWithResults: true } } },
          }),
        },
        options,
      );
    },
  };
}
