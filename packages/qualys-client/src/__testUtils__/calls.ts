import type { QualysClient } from '../client';
import {
  clientOf,
  connectorId,
  json,
  startServer,
  wireConnector,
  type TestServer,
} from './server';

/** The path of the call that the tests make, as hooks and errors name it. */
export const GET_PATH = '/cloudview-api/rest/v1/aws/connectors/{connectorId}';

/**
 * A server and a client of it for the tests of a file: the server answers as
 * `handle` says, with a connector unless a test sets another one.
 */
export function setUpCalls() {
  const setUp = {
    server: undefined as unknown as TestServer,
    client: undefined as unknown as QualysClient,
    handle: (() => {}) as Parameters<typeof startServer>[0],
    /** The call that the tests make. */
    get: (options = {}) =>
      setUp.client.cloudConnectors.aws.get(connectorId(1), options),
    /** Goes on with a client that has other settings. */
    async reopen(options: Parameters<typeof clientOf>[1]) {
      await setUp.client.close();
      setUp.client = clientOf(setUp.server.url, options);
    },
  };
  beforeAll(async () => {
    setUp.server = await startServer((request, response) =>
      setUp.handle(request, response),
    );
  });
  beforeEach(() => {
    setUp.server.received.length = 0;
    setUp.client = clientOf(setUp.server.url);
    setUp.handle = (_, response) => json(response, wireConnector(1));
  });
  afterEach(() => setUp.client.close());
  afterAll(() => setUp.server.stop());
  return setUp;
}
