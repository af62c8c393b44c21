import {
  DNS_OVERRIDE_FIELDS,
  dnsOverrideChangesSchema,
  dnsOverrideSettingsSchema,
  type DnsOverride,
  type DnsOverrideChanges,
  type DnsOverrideSettings,
} from 'qualys-model';
import type { CallOptions } from '../http';
import { checkedBy } from '../input';
import type { Paged } from '../paging';
import {
  checkedQpsId,
  qpsCreate,
  qpsGet,
  qpsSearch,
  qpsWriteOne,
  wireId,
  type Qps,
  type SearchOptions,
} from '../qps';
import { dnsOverrideObject } from './wire';
import { dnsOverrideData } from './write';

/**
 * The DNS overrides of Web Application Scanning.
 *
 * Source: Qualys WAS API 3.0, `/qps/rest/3.0/<verb>/was/dnsoverride`.
 *
 * @public
 */
export interface DnsOverrides {
  /**
   * The DNS overrides that fulfil all conditions, in the order of their ids.
   *
   * @param options - conditions, page size, and a signal to give it up
   */
  search(options?: SearchOptions): Paged<DnsOverride>;

  /**
   * One DNS override.
   *
   * @param id - its id
   * @param options - who waits for it, and a signal to give it up
   * @throws QualysError `notFound` where there is none, or it is out of the user's scope
   */
  get(id: string, options?: CallOptions): Promise<DnsOverride>;

  /**
   * Creates a DNS override.
   *
   * @param settings - what it is to be
   * @param options - who waits for it, and a signal to give it up
   * @returns its id
   */
  create(
    settings: DnsOverrideSettings,
    options?: CallOptions,
  ): Promise<{ id: string }>;

  /**
   * Changes a DNS override. Only what is given changes.
   *
   * @param id - its id
   * @param changes - what changes
   * @param options - who waits for it, and a signal to give it up
   * @returns its id, as Qualys names it
   */
  update(
    id: string,
    changes: DnsOverrideChanges,
    options?: CallOptions,
  ): Promise<{ id: string }>;

  /**
   * Deletes a DNS override.
   *
   * @param id - its id
   * @param options - who waits for it, and a signal to give it up
   */
  delete(id: string, options?: CallOptions): Promise<void>;
}

const BASE = '/qps/rest/3.0';
const WHAT = 'A DNS override';

/** The DNS overrides, on the `qps` dialect. */
export function dnsOverrideResource(qps: Qps): DnsOverrides {
  return {
    search: options =>
      qpsSearch(
        qps,
        {
          path: `${BASE}/search/was/dnsoverride`,
          object: dnsOverrideObject,
          identity: record => record.id,
          fields: DNS_OVERRIDE_FIELDS,
          what: 'A search for DNS overrides',
          pageSize: 100,
        },
        options,
      ),

    get: async (id, options) =>
      qpsGet(
        qps,
        dnsOverrideObject,
        {
          path: `${BASE}/get/was/dnsoverride/{id}`,
          params: checkedQpsId(id, WHAT),
        },
        options,
      ),

    async create(settings, options) {
      const { mappings, ...rest } = checkedBy(
        dnsOverrideSettingsSchema,
        settings,
        'The settings of a DNS override',
      );
      return qpsCreate(
        qps,
        dnsOverrideObject,
        {
          path: `${BASE}/create/was/dnsoverride`,
          request: {
            data: {
              DnsOverride: dnsOverrideData({
                ...rest,
                mappings: { set: mappings },
              }),
            },
          },
        },
        options,
      );
    },

    // These two take the id in what they carry, and not in their path.
    async update(id, changes, options) {
      const checked = checkedQpsId(id, WHAT);
      const data = dnsOverrideData(
        checkedBy(
          dnsOverrideChangesSchema,
          changes,
          'The changes to a DNS override',
        ),
      );
      return qpsWriteOne(
        qps,
        dnsOverrideObject,
        id,
        {
          path: `${BASE}/update/was/dnsoverride`,
          request: {
            data: { DnsOverride: { id: wireId(checked.id), ...data } },
          },
        },
        options,
      );
    },

    async delete(id, options) {
      const checked = checkedQpsId(id, WHAT);
      await qpsWriteOne(
        qps,
        dnsOverrideObject,
        id,
        {
          path: `${BASE}/delete/was/dnsoverride`,
          request: {
            filters: [{ field: 'id', operator: 'EQUALS', value: checked.id }],
          },
        },
        options,
      );
    },
  };
}
