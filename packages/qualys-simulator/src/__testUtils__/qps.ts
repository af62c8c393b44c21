import { XMLParser } from 'fast-xml-parser';
import { basic, type Answer, type TestPlatform } from './platform';

/** What stands in `ServiceResponse`, in the shape that JSON has. */
export interface ServiceResponse {
  responseCode: string;
  count?: number;
  hasMoreRecords?: string;
  lastId?: number;
  data?: any;
  responseErrorDetails?: { errorMessage: string; errorResolution?: string };
}

/** Calls the `qps` APIs of a platform, signed in. */
export interface QpsCaller {
  /** Calls in JSON, whatever comes of it. */
  call(method: string, path: string, request?: object): Promise<Answer>;
  /** Calls in JSON and expects status 200; POST where there is a request. */
  json(path: string, request?: object): Promise<ServiceResponse>;
  /** Posts XML and expects status 200; the answer as it stands there. */
  xml(path: string, request?: string): Promise<string>;
  /** Searches, and returns the objects of the one page that comes. */
  search(
    path: string,
    criteria?: readonly [field: string, operator: string, value: string][],
    preferences?: object,
  ): Promise<any[]>;
}

/** Calls the `qps` APIs of a platform, below `/qps/rest/`. */
export function qpsCaller(platform: () => TestPlatform): QpsCaller {
  const address = (path: string) => `${platform().urls.api}/qps/rest/${path}`;

  const call: QpsCaller['call'] = (method, path, request) =>
    platform().call(address(path), {
      method: method as 'GET',
      headers: {
        ...basic(platform().credentials),
        accept: 'application/json',
        ...(request ? { 'content-type': 'application/json' } : {}),
      },
      body: request && JSON.stringify({ ServiceRequest: request }),
    });

  const ok = (path: string, answer: Answer) => {
    if (answer.status === 200) return answer;
    throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  };

  const json: QpsCaller['json'] = async (path, request) => {
    const answer = await call(request ? 'POST' : 'GET', path, request);
    return ok(path, answer).json().ServiceResponse;
  };

  return {
    call,
    json,
    xml: async (path, request) => {
      const answer = await platform().call(address(path), {
        method: 'POST',
        headers: {
          ...basic(platform().credentials),
          ...(request ? { 'content-type': 'text/xml' } : {}),
        },
        body: request,
      });
      return ok(path, answer).text;
    },
    search: async (path, criteria = [], preferences = {}) => {
      const answer = await json(path, {
        filters: {
          Criteria: criteria.map(([field, operator, value]) => ({
            field,
            operator,
            value,
          })),
        },
        preferences,
      });
      if (answer.responseCode !== 'SUCCESS') {
        throw new Error(JSON.stringify(answer));
      }
      return (answer.data ?? []).flatMap((item: object) => Object.values(item));
    },
  };
}

/** XML as a tree of texts. */
export function treeOf(xml: string): any {
  return new XMLParser({ parseTagValue: false }).parse(xml);
}
