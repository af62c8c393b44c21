import type { Request, RequestBody } from '../../contractCase';

type Cloud = 'aws' | 'azure' | 'gcp';

const connectors = (cloud: Cloud) =>
  `/cloudview-api/rest/v1/${cloud}/connectors`;

/** The list, as the sample in the documents asks for it. */
export const listRequest = (cloud: Cloud, pageNo = 0): Request => ({
  host: 'cloudView',
  method: 'GET',
  path: connectors(cloud),
  query: {
    pageNo: String(pageNo),
    pageSize: '50',
    sort: 'lastSyncedOn:desc',
  },
});

/** One connector. */
export const getRequest = (cloud: Cloud, id: string): Request => ({
  host: 'cloudView',
  method: 'GET',
  path: `${connectors(cloud)}/${id}`,
});

/** The errors of one connector. */
export const errorsRequest = (cloud: Cloud, id: string): Request => ({
  host: 'cloudView',
  method: 'GET',
  path: `${connectors(cloud)}/${id}/errors`,
  query: { pageNo: '0', pageSize: '50' },
});

/** The creation of a connector. */
export const createRequest = (cloud: Cloud, body: RequestBody): Request => ({
  host: 'cloudView',
  method: 'POST',
  path: connectors(cloud),
  body,
});

/** The update of a connector. */
export const updateRequest = (
  cloud: Cloud,
  id: string,
  body: RequestBody,
): Request => ({
  host: 'cloudView',
  method: 'PUT',
  path: `${connectors(cloud)}/${id}`,
  body,
});

/** What is done to several connectors at once. */
export const idsRequest = (
  cloud: Cloud,
  method: Request['method'],
  rest: string,
  ids: string[],
): Request => ({
  host: 'cloudView',
  method,
  path: `${connectors(cloud)}${rest}`,
  body: { json: ids },
});

/** What an iteration gives, as an array. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const result: T[] = [];
  for await (const item of items) result.push(item);
  return result;
}
