import { inspect } from 'node:util';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  clientOf,
  connectorId,
  CREDENTIALS,
  errorOf,
  FAST,
  json,
  startServer,
  wireConnector,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysClient } from '../client';
import type { QualysCallFinished } from '../http';

type Claims = Record<string, unknown>;

function jwt(claims: Claims): string {
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256' })}.${part(claims)}.${'s1gnature'.repeat(5)}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const seconds = () => Math.floor(Date.now() / 1000);

describe('a token of the gateway', () => {
  let server: TestServer;
  let client: QualysClient;
  let logins: Array<{ type?: string; body: string }>;
  let answerLogin: (response: ServerResponse, number: number) => void;
  let answerCall: (response: ServerResponse, token: string) => void;

  const open = async (options: Parameters<typeof clientOf>[1] = {}) => {
    await client?.close();
    client = clientOf(server.url, { cloudViewAccess: 'gateway', ...options });
  };
  const get = (options = {}) =>
    client.cloudConnectors.aws.get(connectorId(1), options);
  const run = (options = {}) =>
    client.cloudConnectors.aws.run(connectorId(1), options);
  const calls = () =>
    server.received.filter(({ url }) => url.pathname !== '/auth');
  const tokensUsed = () =>
    calls().map(({ headers }) => headers.authorization?.slice(7));
  const issue = (response: ServerResponse, token: string) => {
    response.writeHead(201, { 'content-type': 'text/plain' });
    response.end(token);
  };

  beforeAll(async () => {
    server = await startServer(async (request, response) => {
      if (request.url === '/auth') {
        const body = await bodyOf(request);
        logins.push({ type: request.headers['content-type'], body });
        answerLogin(response, logins.length);
      } else {
        const [, token = ''] = request.headers.authorization!.split(' ');
        answerCall(response, token);
      }
    });
  });
  beforeEach(async () => {
    server.received.length = 0;
    logins = [];
    answerLogin = (response, number) =>
      issue(response, jwt({ n: number, exp: seconds() + 14_400 }));
    answerCall = response => json(response, wireConnector(1));
    await open();
  });
  afterEach(() => client.close());
  afterAll(() => server.stop());

  it('is got by a form and carried by every call, without a password', async () => {
    await get();
    await run();
    expect(logins).toHaveLength(1);
    expect(logins[0].type).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(logins[0].body))).toEqual({
      ...CREDENTIALS,
      token: 'true',
    });
    expect(logins[0].body).not.toContain('+w');
    const [login, ...others] = server.received;
    expect(login.method).toBe('POST');
    expect(login.headers.authorization).toBeUndefined();
    for (const { headers } of others) {
      expect(headers.authorization).toMatch(
        /^Bearer ey[\w-]+\.[\w-]+\.[\w-]+$/,
      );
    }
  });

  it.each([
    [
      'with white space',
      201,
      'text/plain',
      (token: string) => `\n ${token}\r\n`,
    ],
    ['as JSON', 200, 'application/json', (token: string) => `"${token}"`],
    [
      'as JSON without quotes',
      200,
      'application/json',
      (token: string) => token,
    ],
    ['without a type', 202, '', (token: string) => token],
  ])('is read %s', async (_, status, type, shape) => {
    const token = jwt({ exp: seconds() + 600 });
    answerLogin = response => {
      response.writeHead(status, type ? { 'content-type': type } : {});
      response.end(shape(token));
    };
    await get();
    expect(tokensUsed()).toEqual([token]);
  });

  it('is got once for all who need it at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get()));
    expect(logins).toHaveLength(1);
    expect(calls()).toHaveLength(20);
  });

  it('is got for the others where the one who asked first gives up', async () => {
    const controller = new AbortController();
    let end: () => void;
    answerLogin = response => {
      end = () => issue(response, jwt({ exp: seconds() + 600 }));
      controller.abort();
    };
    const first = errorOf(run({ signal: controller.signal }));
    const second = get();
    expect(await first).toMatchObject({ kind: 'aborted' });
    end!();
    await expect(second).resolves.toMatchObject({ id: connectorId(1) });
    expect(logins).toHaveLength(1);
  });

  it.each([
    ['that ends soon', () => jwt({ exp: Date.now() / 1000 + 0.2 }), 2],
    [
      'that ends soon by its own clock',
      () => jwt({ iat: 1_000, exp: 1_000.2 }),
      2,
    ],
    ['that ended long ago by a wrong clock', () => jwt({ exp: 5 }), 1],
    ['that is no JWT', () => 'an-opaque-token', 1],
    ['that says nothing of its end', () => jwt({ sub: 'x' }), 1],
    ['that lives on', () => jwt({ exp: seconds() + 3_600 }), 1],
  ])('is renewed before its end: one %s', async (_, token, expected) => {
    answerLogin = response => issue(response, token());
    await get();
    const until = performance.now() + 250;
    while (performance.now() < until) await new Promise(setImmediate);
    await get();
    expect(logins).toHaveLength(expected);
  });

  it.each([
    ['a read', () => get()],
    ['a change', () => run()],
  ])('that is refused is replaced once: %s', async (_, call) => {
    let refusedToken: string | undefined;
    answerCall = (response, token) => {
      refusedToken ??= token;
      if (token === refusedToken) json(response, {}, 401);
      else json(response, wireConnector(1));
    };
    const retried: unknown[] = [];
    await open({ hooks: { onCallRetried: event => retried.push(event) } });
    await call();
    expect(logins).toHaveLength(2);
    expect(new Set(tokensUsed()).size).toBe(2);
    expect(calls()).toHaveLength(2);
    expect(retried).toMatchObject([
      { host: 'gateway', attempt: 1, status: 401, waitMs: 0 },
    ]);
    await call();
    expect(logins).toHaveLength(2);
  });

  it('that is refused again is a matter of the user', async () => {
    answerCall = response => json(response, {}, 401);
    for (const call of [get, run]) {
      server.received.length = 0;
      expect(await errorOf(call())).toMatchObject({
        kind: 'authentication',
        status: 401,
      });
      expect(calls()).toHaveLength(2);
    }
  });

  it('is the writer’s for changes, where there is one', async () => {
    const writeCredentials = { username: 'writer_ab', password: 'other' };
    await open({ writeCredentials });
    await get();
    await run();
    await run();
    expect(
      logins.map(({ body }) => new URLSearchParams(body).get('username')),
    ).toEqual([CREDENTIALS.username, 'writer_ab']);
    const [read, ...written] = tokensUsed();
    expect(new Set(written).size).toBe(1);
    expect(written).not.toContain(read);
  });

  it.each([401, 404, 500])(
    'is not to be had (HTTP %i): the call is not sent, and a change not made',
    async status => {
      answerLogin = response => json(response, { message: 'So it is' }, status);
      for (const call of [get, run]) {
        const error = await errorOf(call());
        expect(error.kind).toBe(
          { 401: 'authentication', 404: 'notFound', 500: 'unavailable' }[
            status
          ],
        );
        expect(error.message).toContain('POST /auth');
        expect(error.message).not.toContain('So it is');
      }
      expect(calls()).toHaveLength(0);
      expect(client.limits()).toMatchObject([{ family: 'gateway', used: 0 }]);
    },
  );

  it('is asked for again where the login fails for a moment', async () => {
    answerLogin = (response, number) => {
      if (number === 1) json(response, {}, 503);
      else if (number === 2) response.destroy();
      else issue(response, jwt({ exp: seconds() + 600 }));
    };
    await run();
    expect(logins).toHaveLength(1 + FAST.limit);
    expect(calls()).toHaveLength(1);
  });

  it.each([
    ['a page', 'text/html', '<html>Sign in, quays_xy</html>'],
    ['nothing', 'text/plain', ''],
    ['two lines', 'text/plain', 'abcdefgh\nijklmnop'],
  ])('is not %s, which is not shown', async (_, type, body) => {
    answerLogin = response => {
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    };
    const error = await errorOf(get());
    expect(error.kind).toBe('unexpectedAnswer');
    expect(error.message).not.toContain('Sign in');
    expect(error.message).not.toContain('abcdefgh');
    expect(calls()).toHaveLength(0);
  });

  it('occurs in no error and no hook, nor does any part of it', async () => {
    const heard: QualysCallFinished[] = [];
    const hear = (event: any) => heard.push(event);
    await open({
      hooks: { onCallStarted: hear, onCallFinished: hear, onCallRetried: hear },
    });
    let known = '';
    answerCall = (response, token) => {
      known = token;
      const [, payload, signature] = token.split('.');
      json(
        response,
        { errorCode: signature, message: `${token} Bearer ${payload}` },
        403,
      );
    };
    const error = await errorOf(get());
    expect(error.kind).toBe('permission');
    const shown = [error, ...heard].map(one =>
      inspect(one, { depth: Infinity, showHidden: true }),
    );
    for (const part of [known, ...known.split('.').slice(1)]) {
      expect(shown.filter(one => one.includes(part))).toEqual([]);
    }
    expect(
      heard.map(({ method, path, host }) => `${method} ${host} ${path}`),
    ).toContain('POST gateway /auth');
  });
});
