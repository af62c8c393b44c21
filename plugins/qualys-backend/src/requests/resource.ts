import type { RequestResource } from 'backstage-plugin-qualys-node';
import type { RequestRecord } from './store';

/** What permissions go by of a request. */
export function resourceOf({
  requester,
  settings: { owner },
}: Pick<RequestRecord, 'requester' | 'settings'>): RequestResource {
  return { requester, ...(owner !== undefined && { owner }) };
}
