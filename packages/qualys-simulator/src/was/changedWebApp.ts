import type { SimulatorBehaviours } from '../behaviours/behaviours';
import type { ChangeOf, ListChange } from '../qps/description';
import { invalid } from '../qps/problem';
import { changedList } from '../qps/read';
import type { WasStore } from './store';
import type { WEB_APP, WebAppRecord } from './webApp';

type Change = ChangeOf<typeof WEB_APP>;

const MOST_HOURS = 24;

interface Named {
  readonly id: number;
  readonly name: string;
}

// Where id and name are both there, the id counts.
function referenced(
  objects: readonly Named[],
  { id, name }: { id?: number; name?: string },
  where: string,
): number {
  if (id === undefined && name === undefined) {
    throw invalid(`${where} needs an id or a name`);
  }
  const known = objects.find(object =>
    id === undefined ? object.name === name : object.id === id,
  );
  if (!known) throw invalid(`${where}: there is no ${id ?? name}`);
  return known.id;
}

function changedReferences(
  ids: readonly number[],
  change: ListChange<{ id?: number; name?: string }> | undefined,
  objects: readonly Named[],
  where: string,
): number[] {
  if (!change) return [...ids];
  const resolved = (items?: { id?: number; name?: string }[]) =>
    items?.map(item => referenced(objects, item, where));
  return changedList(
    ids,
    {
      set: resolved(change.set),
      add: resolved(change.add),
      remove: resolved(change.remove),
    },
    id => id,
  );
}

function checkedUrl(url: string): string {
  if (!/^https?:\/\/[^\s/]/i.test(url)) {
    throw invalid(`WebApp.url "${url}" must be an address of http or https`);
  }
  return url;
}

function changedCancelling(
  record: WebAppRecord,
  config: NonNullable<Change['config']>,
  behaviours: SimulatorBehaviours,
): Pick<WebAppRecord, 'cancelScansAfterNHours' | 'cancelScansAt'> {
  const { cancelScansAfterNHours: hours, cancelScansAt: time } = config;
  if (hours !== undefined && time !== undefined) {
    throw invalid(
      'WebApp.config takes cancelScansAfterNHours or cancelScansAt, not both',
    );
  }
  if (hours !== undefined && (hours < 1 || hours > MOST_HOURS)) {
    throw invalid(`cancelScansAfterNHours must be 1 to ${MOST_HOURS}`);
  }
  if (time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw invalid(`cancelScansAt must be a time such as 21:30, not "${time}"`);
  }
  const isNamed = hours !== undefined || time !== undefined;
  if (isNamed || behaviours.webAppConfigWithoutCancel === 'cleared') {
    return { cancelScansAfterNHours: hours, cancelScansAt: time };
  }
  const { cancelScansAfterNHours, cancelScansAt } = record;
  return { cancelScansAfterNHours, cancelScansAt };
}

/**
 * A web app after a request.
 *
 * Source: WAS API 3.0, Set a Default DNS Override for Web Application. The
 * default must be one of the records that are assigned to the web app; the
 * sample that creates one assigns none, so the simulator assigns it then.
 *
 * @param isNew - whether the request creates it
 * @throws QpsProblem that names what does not fit
 */
export function changedWebApp(
  record: WebAppRecord,
  change: Change,
  store: WasStore,
  behaviours: SimulatorBehaviours,
  now: string,
  isNew: boolean,
): WebAppRecord {
  const { name = record.name, url = record.url, config } = change;
  if (name.trim() === '') throw invalid('WebApp.name is required');
  if (url === '') throw invalid('WebApp.url is required');
  const overrides = store.dnsOverrides.all();
  const changed: WebAppRecord = {
    ...record,
    name,
    url: checkedUrl(url),
    tagIds: change.tags
      ? store.tags.changed(record.tagIds, change.tags, 'WebApp.tags')
      : record.tagIds,
    dnsOverrideIds: changedReferences(
      record.dnsOverrideIds,
      change.dnsOverrides,
      overrides,
      'WebApp.dnsOverrides',
    ),
    authRecordIds: changedReferences(
      record.authRecordIds,
      change.authRecords,
      store.authRecords.all(),
      'WebApp.authRecords',
    ),
    updatedDate: now,
  };
  if (config) {
    Object.assign(changed, changedCancelling(record, config, behaviours));
    if (config.defaultAuthRecord) {
      changed.defaultAuthRecordId = referenced(
        store.authRecords.all(),
        config.defaultAuthRecord,
        'WebApp.config.defaultAuthRecord',
      );
    }
    if (config.defaultDnsOverride) {
      const id = referenced(
        overrides,
        config.defaultDnsOverride,
        'WebApp.config.defaultDnsOverride',
      );
      if (isNew && !changed.dnsOverrideIds.includes(id)) {
        changed.dnsOverrideIds.push(id);
      }
      changed.defaultDnsOverrideId = id;
    }
  }
  const { defaultDnsOverrideId: standard } = changed;
  if (standard !== undefined && !changed.dnsOverrideIds.includes(standard)) {
    if (config?.defaultDnsOverride) {
      throw invalid(
        `The DNS override ${standard} is not assigned to the web application`,
      );
    }
    // The default was taken away together with its assignment.
    changed.defaultDnsOverrideId = undefined;
  }
  return changed;
}
