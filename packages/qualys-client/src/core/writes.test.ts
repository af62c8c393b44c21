import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CERTIFICATE, KEY } from '../__testUtils__/certificate';
import { setUpCalls } from '../__testUtils__/calls';
import { clientOf, connectorId, errorOf, json } from '../__testUtils__/server';
import type { QualysCallFinished } from '../http';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('a change', () => {
  const t = setUpCalls();
  const run = (options = {}) =>
    t.client.cloudConnectors.aws.run(connectorId(1), options);

  const html: Handler = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html>Sign in</html>');
  };
  const broken: Handler = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('[{"connectorId"');
  };
  const cut =
    (status: number): Handler =>
    (_, response) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': 1000,
      });
      response.write('[{"connectorId"', () => response.destroy());
    };
  const headersOnly: Handler = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('[');
  };
  const status =
    (code: number): Handler =>
    (_, response) =>
      json(response, { message: 'So it is' }, code);
  const redirect =
    (code: number): Handler =>
    (_, response) => {
      response.writeHead(code, { location: '/login' });
      response.end();
    };

  it.each<[string, string, Handler]>([
    [
      'reset before any answer',
      'outcomeUnknown',
      r => r.socket.resetAndDestroy(),
    ],
    ['closed before any answer', 'outcomeUnknown', r => r.socket.destroy()],
    ['no answer in time', 'outcomeUnknown', () => {}],
    ['an answer that stops', 'outcomeUnknown', headersOnly],
    ['an answer that breaks off', 'outcomeUnknown', cut(200)],
    ['a failure that breaks off', 'outcomeUnknown', cut(500)],
    ['a refusal that breaks off', 'outcomeUnknown', cut(403)],
    ['HTML', 'outcomeUnknown', html],
    ['broken JSON', 'outcomeUnknown', broken],
    ['300', 'outcomeUnknown', redirect(300)],
    ['301', 'unexpectedAnswer', redirect(301)],
    ['302', 'outcomeUnknown', redirect(302)],
    ['303', 'outcomeUnknown', redirect(303)],
    ['307', 'unexpectedAnswer', redirect(307)],
    ['308', 'unexpectedAnswer', redirect(308)],
    ['400', 'invalid', status(400)],
    ['401', 'authentication', status(401)],
    ['403', 'permission', status(403)],
    ['404', 'notFound', status(404)],
    ['405', 'invalid', status(405)],
    ['407', 'unavailable', status(407)],
    ['408', 'outcomeUnknown', status(408)],
    ['409', 'conflict', status(409)],
    ['410', 'notFound', status(410)],
    ['415', 'invalid', status(415)],
    ['422', 'invalid', status(422)],
    ['429', 'limited', status(429)],
    ['500', 'outcomeUnknown', status(500)],
    ['501', 'outcomeUnknown', status(501)],
    ['502', 'outcomeUnknown', status(502)],
    ['503', 'outcomeUnknown', status(503)],
    ['504', 'outcomeUnknown', status(504)],
  ])('that meets %s is %s, and is sent once', async (_, kind, handler) => {
    const heard: QualysCallFinished[] = [];
    await t.reopen({
      timeouts: { headersMs: 100, bodyMs: 100 },
      hooks: { onCallFinished: event => heard.push(event) },
    });
    t.handle = handler;
    const error = await errorOf(run());

    expect(error).toMatchObject({ name: 'QualysError', kind });
    expect(error.message).toContain('/connectors/run');
    expect(error.message.includes('Read the state back')).toBe(
      kind === 'outcomeUnknown',
    );
    expect(heard).toMatchObject([{ method: 'POST', errorKind: kind }]);
    expect(t.server.received).toHaveLength(1);
  });

  it('is sent once, too, where an answer that says success holds a 401', async () => {
    await t.reopen({ cloudViewAccess: 'gateway' });
    const tokens = jest.fn();
    t.handle = (request, response) => {
      if (request.url === '/auth') {
        tokens();
        response.writeHead(201).end('header.claims.signature');
        return;
      }
      json(response, { status: 401, error: 'Unauthorized', message: 'No' });
    };
    expect(await errorOf(run())).toMatchObject({
      kind: 'authentication',
      status: 200,
    });
    expect(tokens).toHaveBeenCalledTimes(1);
    expect(t.server.received).toHaveLength(2);
  });

  it('that meets a mere message may have been made', async () => {
    t.handle = (_, response) => json(response, { message: 'It is created.' });
    const error = await errorOf(
      t.client.cloudConnectors.aws.create({
        name: 'New',
        arn: 'arn:aws:iam::123456789012:role/Qualys',
        externalId: 'USPOD01-4765-9011278609223',
      }),
    );
    expect(error).toMatchObject({ kind: 'outcomeUnknown', status: 200 });
    expect(error.message).toContain('It is created.');
    expect(t.server.received).toHaveLength(1);
  });

  it('whose connection ends with an alert about a certificate may have been made', async () => {
    // With TLS 1.3, a client has sent its request before it hears of this.
    const server = createHttpsServer({
      cert: CERTIFICATE,
      key: KEY,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: true,
    });
    server.on('tlsClientError', () => {});
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = clientOf(`https://127.0.0.1:${port}`, { ca: CERTIFICATE });
    try {
      expect(
        await errorOf(client.cloudConnectors.aws.run(connectorId(1))),
      ).toMatchObject({ kind: 'outcomeUnknown' });
    } finally {
      await client.close();
      server.close();
    }
  });

  it('to a host that is not there was not made', async () => {
    const gone = createServer();
    gone.listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');

    for (const url of [`http://127.0.0.1:${port}`, 'https://q.invalid']) {
      const client = clientOf(url);
      const error = await errorOf(
        client.cloudConnectors.aws.run(connectorId(1)),
      );
      expect(error.kind).toBe('unavailable');
      expect(client.limits()).toMatchObject([{ used: 0 }]);
      await client.close();
    }
  });

  it('that takes longer than all the time it has may have been made', async () => {
    await t.reopen({ timeouts: { totalMs: 100 } });
    t.handle = () => {};
    const error = await errorOf(run());
    expect(error.kind).toBe('outcomeUnknown');
    expect(error.message).toContain('within 0.1 s');
    expect(t.server.received).toHaveLength(1);
    await t.server.noSockets();
  });

  it('that is given up before it is sent was not made', async () => {
    expect(await errorOf(run({ signal: AbortSignal.abort() }))).toMatchObject({
      kind: 'aborted',
    });
    expect(t.server.received).toHaveLength(0);
  });

  it.each<[string, (controller: AbortController) => Handler]>([
    ['before the answer begins', c => () => c.abort()],
    [
      'in the middle of the answer',
      c => (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('[', () => setImmediate(() => c.abort()));
      },
    ],
  ])('that is given up %s may have been made', async (_, handler) => {
    const controller = new AbortController();
    t.handle = handler(controller);
    const error = await errorOf(run({ signal: controller.signal }));
    expect(error.kind).toBe('outcomeUnknown');
    expect(error.message).toContain('given up');
    expect(t.server.received).toHaveLength(1);
    await t.server.noSockets();
  });

  it('that is given up after it was made is made', async () => {
    const controller = new AbortController();
    await run({ signal: controller.signal });
    controller.abort();
    expect(t.server.received).toHaveLength(1);
  });

  it('under way when the client is closed may have been made', async () => {
    const arrived = new Promise<void>(resolve => {
      t.handle = () => resolve();
    });
    const error = errorOf(run());
    await arrived;
    await t.client.close();
    expect(await error).toMatchObject({ kind: 'outcomeUnknown' });
    await t.server.noSockets();
  });

  it('is made by the writer, and read back by the reader', async () => {
    await t.reopen({
      writeCredentials: { username: 'writer_ab', password: 'wr1te-it' },
    });
    await run();
    await t.get();
    const users = t.server.received.map(
      ({ headers }) =>
        Buffer.from(headers.authorization!.slice(6), 'base64')
          .toString()
          .split(':')[0],
    );
    expect(users).toEqual(['writer_ab', 'quays_xy']);
  });

  it('shows neither the writer nor the reader in its errors', async () => {
    await t.reopen({
      writeCredentials: { username: 'writer_ab', password: 'wr1te-it' },
    });
    t.handle = (_, response) =>
      json(response, { message: 'writer_ab wr1te-it quays_xy' }, 403);
    for (const error of [await errorOf(run()), await errorOf(t.get())]) {
      expect(error.message).not.toMatch(/writer_ab|wr1te-it|quays_xy/);
    }
  });

  it.each(['username', 'password'] as const)(
    'needs the %s of the writer where there is one',
    async missing => {
      const writeCredentials = { username: 'w', password: 'p', [missing]: '' };
      const error = await errorOf(t.reopen({ writeCredentials }));
      expect(error.field).toBe(`writeCredentials.${missing}`);
    },
  );
});
