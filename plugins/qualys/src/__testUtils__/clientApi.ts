import { mockApis, registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { QualysClientApi } from '../api';

const BASE = 'http://portal.example/api/qualys/v1';

/** A request that the backend got. */
export interface GotRequest {
  method: string;
  /** The path with the query, below that of the API. */
  url: string;
  body: string;
  /** Missing where the request names no state that it is made from. */
  ifMatch?: string;
}

/** The API over HTTP, for the tests of a file, which calls this outside of them. */
export function setupClientApi() {
  const server = setupServer();
  registerMswTestHooks(server);

  const api = new QualysClientApi({
    fetchApi: mockApis.fetch({
      resolvePluginProtocol: {
        discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.example' }),
      },
    }),
  });

  /** Has the backend answer all requests; answers those that it got. */
  function backend(answer: () => Response | Promise<Response>): GotRequest[] {
    const requests: GotRequest[] = [];
    server.use(
      http.all(`${BASE}/*`, async ({ request }) => {
        const ifMatch = request.headers.get('If-Match');
        requests.push({
          method: request.method,
          url: request.url.slice(BASE.length),
          body: await request.text(),
          ...(ifMatch !== null && { ifMatch }),
        });
        return answer();
      }),
    );
    return requests;
  }

  return { api, backend };
}

/** Requests in a line each: what is asked for, and the state that it is made from. */
export function linesOfRequests(requests: readonly GotRequest[]): string[] {
  return requests.map(({ method, url, ifMatch }) =>
    [method, url, ifMatch].filter(Boolean).join(' '),
  );
}
