import { GET_PATH, setUpCalls } from '../__testUtils__/calls';
import {
  all,
  connectorId,
  CREDENTIALS,
  errorOf,
  json,
  wireConnector,
} from '../__testUtils__/server';

describe('a call', () => {
  const t = setUpCalls();

  it('carries the credentials and says who calls', async () => {
    await t.get();

    const { method, url, headers } = t.server.received[0];
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
    const before = t.server.connections();
    for (let count = 0; count < 10; count++) await t.get();
    expect(t.server.received).toHaveLength(10);
    expect(t.server.connections() - before).toBeLessThan(3);
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
      t.handle = (_, response) =>
        json(
          response,
          { errorCode: '2002', message: 'So it is', timestamp: 1 },
          status,
        );
      const error = await errorOf(t.get());

      expect(error).toMatchObject({
        name: 'QualysError',
        kind,
        status,
        code: '2002',
      });
      expect(error.message).toContain('So it is');
      expect(error.message).toContain(
        `GET ${GET_PATH} on 127.0.0.1:${t.server.port}`,
      );
      expect(error.message).not.toContain(connectorId(1));
    },
  );

  it('reads the errors of the Spring framework', async () => {
    t.handle = (_, response) =>
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
    const error = await errorOf(t.get());

    expect(error).toMatchObject({ kind: 'notFound', code: 'Not Found' });
    expect(error.message).toContain('No message available');
    expect(error.message).toContain('out of the user’s scope');
  });

  it('says of a path that always exists that the host may be wrong', async () => {
    t.handle = (_, response) => json(response, {}, 404);
    for (const call of [
      t.client.cloudConnectors.aws.baseAccount(),
      all(t.client.cloudConnectors.gcp.list()),
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
    t.handle = (__, response) => {
      response.writeHead(status, { 'content-type': 'text/html;charset=utf-8' });
      response.end(
        `<html>\n<title>Sign   in</title>${'x'.repeat(5000)}</html>`,
      );
    };
    const error = await errorOf(t.get());

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
    t.handle = (__, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    };
    const error = await errorOf(t.get());
    expect(error).toMatchObject({ kind: 'unexpectedAnswer', status: 200 });
    expect(error.message).toContain(says);
  });

  it('takes JSON under other names and under none', async () => {
    const types = ['application/vnd.qualys+json', undefined];
    t.handle = (_, response) => {
      const type = types.shift();
      response.writeHead(200, type ? { 'content-type': type } : {});
      response.end(JSON.stringify(wireConnector(1)));
    };
    await t.get();
    await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
  });

  it.each([301, 302, 307, 308])(
    'does not follow a redirect (%i), and says where it leads without secrets',
    async status => {
      t.handle = (_, response) => {
        response.writeHead(status, {
          location: `http://me:secret@127.0.0.1:${t.server.port}/login?token=secret#secret`,
        });
        response.end();
      };
      const error = await errorOf(t.get());

      expect(error).toMatchObject({ kind: 'unexpectedAnswer', status });
      expect(error.message).toContain(
        `http://127.0.0.1:${t.server.port}/login.`,
      );
      expect(error.message).not.toContain('secret');
      expect(t.server.received).toHaveLength(1);
    },
  );

  it.each([
    ['application/json;charset=ISO-8859-1', 'latin1', ''],
    ['application/json; charset="utf-16le"', 'utf16le', ''],
    ['application/json', 'utf8', '\uFEFF'],
    ['application/json;charset=nobody-knows-it', 'utf8', ''],
  ] as const)('reads %s in its own letters', async (type, encoding, mark) => {
    t.handle = (_, response) => {
      const text = JSON.stringify(wireConnector(1, { name: 'Ünïted' }));
      response.writeHead(200, { 'content-type': type });
      response.end(Buffer.from(mark + text, encoding));
    };
    expect(await t.get()).toMatchObject({ name: 'Ünïted' });
  });

  it('does not swallow more than it was told to, and lets go of the connection', async () => {
    await t.reopen({ maxAnswerBytes: 10_000 });
    t.handle = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (response.write(' '.repeat(5_000)));
        response.once('drain', more);
      };
      more();
    };
    const error = await errorOf(t.get());

    expect(error).toMatchObject({ kind: 'unexpectedAnswer', status: 200 });
    expect(error.message).toContain('10000 bytes');
    await t.server.noSockets();
  });

  it('reads an answer that is just small enough', async () => {
    const body = JSON.stringify(wireConnector(1));
    await t.reopen({ maxAnswerBytes: body.length });
    await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
  });

  it('reads no more than the beginning of an endless failure', async () => {
    t.handle = (_, response) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      const more = () => {
        while (response.write(' '.repeat(5_000)));
        response.once('drain', more);
      };
      more();
    };
    expect(await errorOf(t.get())).toMatchObject({ kind: 'permission' });
    await t.server.noSockets();
  });

  it.each(['../../groups', '', '1', connectorId(1).slice(1), null])(
    'refuses the id %p before anything is sent',
    async id => {
      const { aws } = t.client.cloudConnectors;
      for (const call of [
        aws.get(id as string),
        all(aws.errors(id as string)),
      ]) {
        expect(await errorOf(call)).toMatchObject({ kind: 'invalid' });
      }
      expect(t.server.received).toHaveLength(0);
    },
  );
});
