import type { RequestResource } from 'backstage-plugin-qualys-node';
import type { RequestRecord, RequestStore } from './store';

/** What permissions go by of a request. */
export function resourceOf({
  requester,
  settings: { owner },
}: Pick<RequestRecord, 'requester' | 'settings'>): RequestResource {
  return { requester, ...(owner !== undefined && { owner }) };
}

/** Makes what reads it of several requests, in the order of their ids. */
export function createResourceReader(
  store: Pick<RequestStore, 'getMany'>,
): (ids: string[]) => Promise<(RequestResource | undefined)[]> {
  return async ids => {
    const records = await store.getMany(ids);
    return ids.map(id => {
      const record = records.find(each => each.id === id);
      return record && resourceOf(record);
    });
  };
}
