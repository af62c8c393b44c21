import { inspect } from 'node:util';
import {
  all,
  clientOf,
  connectorId,
  CREDENTIALS,
  errorOf,
  FAST,
  json,
  springPage,
  startServer,
  wireConnector,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysClient } from '../client';
import type { QualysCallFinished, QualysCallRetried } from './hooks';

type Handler = Parameters<typeof startServer>[0];

const PATH = '/cloudview-api/rest/v1/aws/connectors/{connectorId}';

describe('a call', () => {
  let server: TestServer;
  let client: QualysClient;
  let handle: Handler;

  beforeAll(async () => {
    server = await startServer((request, response) =>
      handle(request, response),
    );
  });
  beforeEach(() => {
    server.received.length = 0;
    client = clientOf(server.url);
    handle = (_, response) => json(response, wireConnector(1));
  });
  afterEach(() => client.close());
  afterAll(() => server.stop());

  const get = (options = {}) =>
    client.cloudConnectors.aws.get(connectorId(1), options);

  it('carries the credentials and says who calls', async () => {
    await get();

    const { method, url, headers } = server.received[0];
    expect(`${method} ${url.pathname}${url.search}`).toBe(
      `GET /cloudview-api/rest/v1/aws/connectors/${connectorId(1)}`,
    );
    expect(headers).toMatchObject({
      accept: 'application/json',
      'x-requested-with': 'qualys-client',
    });
    expect(headers['user-agent']).toMatch(/^qualys-client\/\d+\.\d+\.\d+/);
    const [scheme, token] = headers.authorization!.split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(token, 'base64').toString()).toBe(
      `${CREDENTIALS.username}:${CREDENTIALS.password}`,
    );
  });

  it('reuses connections', async () => {
    const before = server.connections();
    for (let count = 0; count < 10; count++) await get();
    expect(server.received).toHaveLength(10);
    expect(server.connections() - before).toBeLessThan(3);
  });

  it.each([
    [400, 'invalid'],
    [401, 'authentication'],
    [403, 'permission'],
    [404, 'notFound'],
    [405, 'invalid'],
    [409, 'conflict'],
    [410, 'notFound'],
    [415, 'invalid'],
    [429, 'limited'],
    [500, 'unavailable'],
    [501, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
  ])(
    'reads HTTP %i as %s, with what Qualys says of it',
    async (status, kind) => {
      handle = (_, response) =>
        json(
          response,
          { errorCode: '2002', message: 'So it is', timestamp: 1 },
          status,
        );
      const error = await errorOf(get());

      expect(error).toMatchObject({
        name: 'QualysError',
        kind,
        status,
        code: '2002',
      });
      expect(error.message).toContain('So it is');
      expect(error.message).toContain(
        `GET ${PATH} on 127.0.0.1:${server.port}`,
      );
      expect(error.message).not.toContain(connectorId(1));
    },
  );

  it('reads the errors of the Spring framework', async () => {
    handle = (_, response) =>
      json(
        response,
        {
          timestamp: '2021-01-13T05:17:58.000+0000',
          status: 404,
          error: 'Not Found',
          message: 'No message available',
          path: '/x',
        },
        404,
      );
    const error = await errorOf(get());

    expect(error).toMatchObject({ kind: 'notFound', code: 'Not Found' });
    expect(error.message).toContain('No message available');
    expect(error.message).toContain('out of the user’s scope');
  });

  it('says of a path that always exists that the host may be wrong', async () => {
    handle = (_, response) => json(response, {}, 404);
    for (const call of [
      client.cloudConnectors.aws.baseAccount(),
      all(client.cloudConnectors.gcp.list()),
    ]) {
      const error = await errorOf(call);
      expect(error.kind).toBe('notFound');
      expect(error.message).toContain('urls.cloudView');
    }
  });

  it.each([
    ['200', 200],
    ['401', 401],
  ])('is not confused by HTML with HTTP %s', async (_, status) => {
    handle = (__, response) => {
      response.writeHead(status, { 'content-type': 'text/html;charset=utf-8' });
      response.end(
        `<html>\n<title>Sign   in</title>${'x'.repeat(5000)}</html>`,
      );
    };
    const error = await errorOf(get());

    expect(error.kind).toBe(
      status === 200 ? 'unexpectedAnswer' : 'authentication',
    );
    expect(error.message.includes('<title>Sign in</title>')).toBe(
      status === 200,
    );
    expect(error.message.length).toBeLessThan(700);
  });

  it.each([
    ['broken JSON', '{"connectorId": "1"', 'broken JSON'],
    ['nothing', '', 'with nothing'],
    ['JSON of another kind', '[]', 'essential part'],
  ])('does not read %s as anything', async (_, body, says) => {
    handle = (__, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    };
    const error = await errorOf(get());
    expect(error).toMatchObject({ kind: 'unexpectedAnswer', status: 200 });
    expect(error.message).toContain(says);
  });

  it('takes JSON under other names and under none', async () => {
    const types = ['application/vnd.qualys+json', undefined];
    handle = (_, response) => {
      const type = types.shift();
      response.writeHead(200, type ? { 'content-type': type } : {});
      response.end(JSON.stringify(wireConnector(1)));
    };
    await get();
    await expect(get()).resolves.toMatchObject({ id: connectorId(1) });
  });

  it.each([301, 302, 307, 308])(
    'does not follow a redirect (%i), and says where it leads without secrets',
    async status => {
      handle = (_, response) => {
        response.writeHead(status, {
          location: `http://me:secret@127.0.0.1:${server.port}/login?token=secret#secret`,
        });
        response.end();
      };
      const error = await errorOf(get());

      expect(error).toMatchObject({ kind: 'unexpectedAnswer', status });
      expect(error.message).toContain(`http://127.0.0.1:${server.port}/login.`);
      expect(error.message).not.toContain('secret');
      expect(server.received).toHaveLength(1);
    },
  );

  it('does not swallow more than it was told to, and lets go of the connection', async () => {
    await client.close();
    client = clientOf(server.url, { maxAnswerBytes: 10_000 });
    handle = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (response.write(' '.repeat(5_000)));
        response.once('drain', more);
      };
      more();
    };
    const error = await errorOf(get());

    expect(error).toMatchObject({ kind: 'unexpectedAnswer', status: 200 });
    expect(error.message).toContain('10000 bytes');
    await server.noSockets();
  });

  it('reads an answer that is just small enough', async () => {
    const body = JSON.stringify(wireConnector(1));
    await client.close();
    client = clientOf(server.url, { maxAnswerBytes: body.length });
    await expect(get()).resolves.toMatchObject({ id: connectorId(1) });
  });

  it('reads no more than the beginning of an endless failure', async () => {
    handle = (_, response) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      const more = () => {
        while (response.write(' '.repeat(5_000)));
        response.once('drain', more);
      };
      more();
    };
    expect(await errorOf(get())).toMatchObject({ kind: 'permission' });
    await server.noSockets();
  });

  it.each(['../../groups', '', '1', connectorId(1).slice(1), null])(
    'refuses the id %p before anything is sent',
    async id => {
      const { aws } = client.cloudConnectors;
      for (const call of [
        aws.get(id as string),
        all(aws.errors(id as string)),
      ]) {
        expect(await errorOf(call)).toMatchObject({ kind: 'invalid' });
      }
      expect(server.received).toHaveLength(0);
    },
  );

  describe('that can be tried again', () => {
    it.each([
      ['429', 429],
      ['502', 502],
      ['503', 503],
      ['504', 504],
      ['a connection that is reset', 0],
    ])('heals after %s', async (_, status) => {
      handle = (request, response) => {
        if (server.received.length > 2) json(response, wireConnector(1));
        else if (status) json(response, {}, status);
        else request.socket.destroy();
      };
      await expect(get()).resolves.toMatchObject({ id: connectorId(1) });
      expect(server.received).toHaveLength(3);
    });

    it('heals after an answer that breaks off', async () => {
      handle = (_, response) => {
        if (server.received.length > 1) {
          json(response, wireConnector(1));
          return;
        }
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': 1000,
        });
        response.write('{"connectorId"', () => response.destroy());
      };
      await expect(get()).resolves.toMatchObject({ id: connectorId(1) });
    });

    it('gives up in the end, and says why', async () => {
      handle = request => request.socket.destroy();
      const error = await errorOf(get());

      expect(error).toMatchObject({ kind: 'unavailable' });
      expect(error.message).toContain('lost before the answer was complete');
      expect(server.received).toHaveLength(1 + FAST.limit);
    });

    it.each([400, 401, 403, 404, 409, 500])(
      'is not tried again after HTTP %i',
      async status => {
        handle = (_, response) => json(response, {}, status);
        await errorOf(get());
        expect(server.received).toHaveLength(1);
      },
    );

    it('waits as long as the server asks', async () => {
      const waits: QualysCallRetried[] = [];
      await client.close();
      client = clientOf(server.url, {
        hooks: { onCallRetried: event => waits.push(event) },
      });
      handle = (_, response) => {
        if (server.received.length > 1) {
          json(response, wireConnector(1));
        } else {
          response.writeHead(429, { 'retry-after': '1' });
          response.end();
        }
      };
      const before = performance.now();
      await get();

      expect(performance.now() - before).toBeGreaterThanOrEqual(990);
      expect(waits).toMatchObject([
        { attempt: 1, status: 429, errorKind: 'limited', waitMs: 1000 },
      ]);
    });

    it.each([429, 503])(
      'does not wait longer than it may (HTTP %i)',
      async status => {
        handle = (_, response) => {
          response.writeHead(status, { 'retry-after': '86400' });
          response.end();
        };
        expect(await errorOf(get())).toMatchObject({
          kind: 'limited',
          status,
          retryAfter: 86400,
        });
        expect(server.received).toHaveLength(1);
      },
    );

    it('says when to come back where it is still limited in the end', async () => {
      await client.close();
      client = clientOf(server.url, { retries: { limit: 0 } });
      handle = (_, response) => {
        response.writeHead(429, {
          'retry-after': new Date(Date.now() + 20_500).toUTCString(),
        });
        response.end();
      };
      const error = await errorOf(get());
      expect(error.kind).toBe('limited');
      expect(error.retryAfter).toBeGreaterThan(15);
      expect(error.retryAfter).toBeLessThanOrEqual(21);
    });

    it('does not begin a wait that would take it over its time', async () => {
      await client.close();
      client = clientOf(server.url, { timeouts: { totalMs: 5_000 } });
      handle = (_, response) => {
        response.writeHead(429, { 'retry-after': '20' });
        response.end();
      };
      expect(await errorOf(get())).toMatchObject({
        kind: 'limited',
        retryAfter: 20,
      });
      expect(server.received).toHaveLength(1);
    });
  });

  describe('that is slow', () => {
    it('fails when the answer does not begin', async () => {
      await client.close();
      client = clientOf(server.url, {
        timeouts: { headersMs: 50 },
        retries: { limit: 0 },
      });
      handle = () => {};
      const error = await errorOf(get());
      expect(error.kind).toBe('unavailable');
      expect(error.message).toContain('in time (UND_ERR_HEADERS_TIMEOUT)');
      await server.noSockets();
    });

    it('fails when the answer stops', async () => {
      await client.close();
      client = clientOf(server.url, {
        timeouts: { bodyMs: 50 },
        retries: { limit: 0 },
      });
      handle = (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
      };
      expect((await errorOf(get())).message).toContain('UND_ERR_BODY_TIMEOUT');
      await server.noSockets();
    });

    it('fails when the whole takes too long, however lively it is', async () => {
      await client.close();
      client = clientOf(server.url, { timeouts: { totalMs: 200 } });
      handle = (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(timer));
      };
      const error = await errorOf(get());
      expect(error.kind).toBe('unavailable');
      expect(error.message).toContain('within 0.2 s');
      expect(server.received).toHaveLength(1);
      await server.noSockets();
    });
  });

  describe('that is given up', () => {
    it('is not sent when that was before', async () => {
      expect(await errorOf(get({ signal: AbortSignal.abort() }))).toMatchObject(
        {
          kind: 'aborted',
        },
      );
      expect(server.received).toHaveLength(0);
    });

    it.each([
      ['before the answer begins', false],
      ['in the middle of the answer', true],
    ])('leaves no socket behind: %s', async (_, begins) => {
      const controller = new AbortController();
      handle = (__, response) => {
        if (begins) {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write('{', () => setImmediate(() => controller.abort()));
        } else {
          controller.abort();
        }
      };
      const error = await errorOf(get({ signal: controller.signal }));
      expect(error).toMatchObject({ name: 'QualysError', kind: 'aborted' });
      expect(server.received).toHaveLength(1);
      await server.noSockets();
    });

    it('does not wait for its next attempt', async () => {
      const controller = new AbortController();
      handle = (_, response) => {
        response.writeHead(503, { 'retry-after': '20' });
        response.end(() => setImmediate(() => controller.abort()));
      };
      const before = performance.now();
      expect(await errorOf(get({ signal: controller.signal }))).toMatchObject({
        kind: 'aborted',
      });
      expect(performance.now() - before).toBeLessThan(5_000);
    });

    it('ends a list between two pages', async () => {
      const controller = new AbortController();
      const every = [1, 2, 3, 4].map(n => wireConnector(n));
      handle = (request, response) =>
        json(response, springPage(every, request.received.url));
      const pages = client.cloudConnectors.aws
        .list({ pageSize: 2, signal: controller.signal })
        .pages();

      const error = await errorOf(
        (async () => {
          for await (const page of pages) {
            expect(page.number).toBe(0);
            controller.abort();
          }
        })(),
      );
      expect(error.kind).toBe('aborted');
      expect(server.received).toHaveLength(1);
    });

    it('leaves no listener on the signal', async () => {
      const { signal } = new AbortController();
      const listeners = new Set<unknown>();
      const add = signal.addEventListener.bind(signal);
      const remove = signal.removeEventListener.bind(signal);
      signal.addEventListener = (type: string, listener: any, how?: any) => {
        listeners.add(listener);
        add(type, listener, how);
      };
      signal.removeEventListener = (type: string, listener: any, how?: any) => {
        listeners.delete(listener);
        remove(type, listener, how);
      };
      handle = (_, response) => {
        expect(listeners.size).toBe(1);
        json(
          response,
          wireConnector(1),
          server.received.length > 1 ? 200 : 503,
        );
      };

      await get({ signal });
      expect(server.received).toHaveLength(2);
      expect(listeners.size).toBe(0);
    });
  });

  it('ends when the client is closed, and so does every later one', async () => {
    const arrived = new Promise<void>(resolve => {
      handle = () => resolve();
    });
    const error = errorOf(get());
    await arrived;
    await client.close();

    expect(await error).toMatchObject({ kind: 'aborted' });
    expect(await errorOf(get())).toMatchObject({ kind: 'aborted' });
    await server.noSockets();
    await client.close();
  });

  describe('is watched by hooks', () => {
    it('that hear of every attempt', async () => {
      const heard: Array<[string, any]> = [];
      await client.close();
      client = clientOf(server.url, {
        hooks: {
          onCallStarted: event => heard.push(['started', event]),
          onCallFinished: event => heard.push(['finished', event]),
          onCallRetried: event => heard.push(['retried', event]),
        },
      });
      handle = (_, response) =>
        json(
          response,
          wireConnector(1),
          server.received.length > 1 ? 200 : 502,
        );
      await get();

      const call = { host: 'cloudView', method: 'GET', path: PATH };
      expect(heard).toMatchObject([
        ['started', { ...call, attempt: 1 }],
        [
          'finished',
          { ...call, attempt: 1, status: 502, errorKind: 'unavailable' },
        ],
        [
          'retried',
          { ...call, attempt: 1, status: 502, errorKind: 'unavailable' },
        ],
        ['started', { ...call, attempt: 2 }],
        ['finished', { ...call, attempt: 2, status: 200 }],
      ]);
      expect(new Set(heard.map(([, { id }]) => id)).size).toBe(1);
      expect(heard[1][1].durationMs).toBeGreaterThan(0);
    });

    it('that hear of what ended without an answer', async () => {
      const finished: QualysCallFinished[] = [];
      await client.close();
      client = clientOf(server.url, {
        hooks: { onCallFinished: event => finished.push(event) },
        retries: { limit: 0 },
      });
      handle = request => request.socket.destroy();
      await errorOf(get());
      expect(finished).toMatchObject([
        { status: undefined, errorKind: 'unavailable' },
      ]);
    });

    it('that cannot break it', async () => {
      await client.close();
      client = clientOf(server.url, {
        hooks: {
          onCallStarted() {
            throw new Error('hook');
          },
          onCallFinished() {
            throw new Error('hook');
          },
        },
      });
      await expect(get()).resolves.toMatchObject({ id: connectorId(1) });
    });
  });

  it('never shows credentials on the client itself', () => {
    const shown = inspect(client, { depth: Infinity, showHidden: true });
    expect(shown).not.toContain(CREDENTIALS.password);
    expect(JSON.stringify(client)).not.toContain(CREDENTIALS.password);
    const reached = new Set<unknown>();
    const reach = (value: unknown) => {
      if (reached.has(value)) return;
      reached.add(value);
      if (value === null || !['object', 'function'].includes(typeof value)) {
        return;
      }
      for (const key of Reflect.ownKeys(value as object)) {
        // Functions have these, and throw where they are read.
        if (key === 'caller' || key === 'arguments') continue;
        reach(Reflect.get(value as object, key));
      }
    };
    reach(client);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].map(String)).not.toEqual(
      expect.arrayContaining([expect.stringContaining(CREDENTIALS.password)]),
    );
  });
});
