import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { CERTIFICATE, KEY } from '../__testUtils__/certificate';
import {
  clientOf,
  connectorId,
  CREDENTIALS,
  errorOf,
  json,
  wireConnector,
} from '../__testUtils__/server';
import type { QualysClientOptions } from '../client';
import { QualysConfigurationError } from '../errors';

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a connection', () => {
  const servers: Server[] = [];
  const started = async (server: Server) => {
    servers.push(server);
    return portOf(server);
  };
  const get = async (
    url: string,
    options: Partial<Omit<QualysClientOptions, 'platform' | 'urls'>> = {},
  ) => {
    const client = clientOf(url, options);
    try {
      return await client.cloudConnectors.aws.get(connectorId(1));
    } finally {
      await client.close();
    }
  };
  const PROXY_SETTINGS = ['http_proxy', 'https_proxy', 'no_proxy'].flatMap(
    name => [name, name.toUpperCase()],
  );
  const environment = { ...process.env };

  beforeEach(() => {
    for (const name of PROXY_SETTINGS) delete process.env[name];
  });
  afterEach(async () => {
    for (const name of PROXY_SETTINGS) {
      if (environment[name] === undefined) delete process.env[name];
      else process.env[name] = environment[name];
    }
    await Promise.all(
      servers.splice(0).map(server => new Promise(done => server.close(done))),
    );
  });

  it('that is refused says which host to look at', async () => {
    const server = createServer();
    const port = await portOf(server);
    server.close();
    await once(server, 'close');

    const error = await errorOf(get(`http://127.0.0.1:${port}`));
    expect(error).toMatchObject({ name: 'QualysError', kind: 'unavailable' });
    expect(error.message).toContain('refused the connection (ECONNREFUSED)');
    expect(error.message).toContain(`127.0.0.1:${port}`);
  });

  it('to a host that does not exist says that the name is wrong', async () => {
    const error = await errorOf(get('https://qualysguard.invalid'));
    expect(error.kind).toBe('unavailable');
    expect(error.message).toMatch(/DNS.*\((ENOTFOUND|EAI_AGAIN)\)/);
    expect(error.message).toContain('qualysguard.invalid');
  });

  it('that is not trusted says so, and works with the extra CA', async () => {
    const port = await started(
      createHttpsServer({ key: KEY, cert: CERTIFICATE }, (_, response) =>
        json(response, wireConnector(1)),
      ),
    );
    const url = `https://127.0.0.1:${port}`;

    const error = await errorOf(get(url));
    expect(error.kind).toBe('unavailable');
    expect(error.message).toContain('TLS');
    expect(error.message).toContain('CA');
    for (const ca of [CERTIFICATE, [CERTIFICATE]]) {
      await expect(get(url, { ca })).resolves.toMatchObject({
        id: connectorId(1),
      });
    }
  });

  it('to something that does not speak HTTP is no answer', async () => {
    const port = await started(
      createServer(socket => {
        socket.on('error', () => {});
        socket.once('data', () => socket.end('220 mail.example.com ESMTP\r\n'));
      }),
    );
    const error = await errorOf(get(`http://127.0.0.1:${port}`));
    expect(error.kind).toBe('unexpectedAnswer');
    expect(error.message).toContain('not HTTP');
  });

  describe('by the proxy of the environment', () => {
    const asked: string[] = [];
    let target: number;
    let proxy: number;
    let refuse: boolean;

    beforeEach(async () => {
      asked.length = 0;
      refuse = false;
      target = await started(
        createHttpsServer({ key: KEY, cert: CERTIFICATE }, (_, response) =>
          json(response, wireConnector(1)),
        ),
      );
      const server = createHttpServer();
      server.on('connect', (request, socket) => {
        asked.push(request.url ?? '');
        socket.on('error', () => {});
        if (refuse) {
          socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
          return;
        }
        const onward = connect(target, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          onward.pipe(socket).pipe(onward);
        });
        onward.on('error', () => socket.destroy());
        socket.on('close', () => onward.destroy());
      });
      proxy = await started(server);
      process.env.HTTPS_PROXY = `http://me:proxy-secret@127.0.0.1:${proxy}`;
    });

    it('reaches hosts outside', async () => {
      // The certificate is for 127.0.0.1: only TLS is left to complain.
      const error = await errorOf(
        get('https://qualysguard.invalid', { ca: CERTIFICATE }),
      );
      expect(asked).toContain('qualysguard.invalid:443');
      expect(error.message).toContain('TLS');
    });

    it('leaves loopback addresses alone', async () => {
      await get(`https://127.0.0.1:${target}`, { ca: CERTIFICATE });
      expect(asked).toEqual([]);
    });

    it('leaves those alone that NO_PROXY names', async () => {
      process.env.NO_PROXY = '.invalid';
      const error = await errorOf(get('https://qualysguard.invalid'));
      expect(error.message).toContain('DNS');
      expect(asked).toEqual([]);
    });

    it('says when it is the proxy that refuses, without its secret', async () => {
      refuse = true;
      const error = await errorOf(get('https://qualysguard.invalid'));
      expect(error.kind).toBe('unavailable');
      expect(error.message).toContain('proxy');
      expect(error.message).not.toContain('proxy-secret');
    });

    it('says when the proxy is no URL, without its secret', async () => {
      process.env.HTTPS_PROXY = 'http://me:proxy-secret@:::';
      const error = await errorOf(get('https://qualysguard.invalid'));
      expect(error).toBeInstanceOf(QualysConfigurationError);
      expect(error.field).toBe('HTTPS_PROXY');
      expect(error.message).not.toContain('proxy-secret');
    });
  });

  it('is given up while it is being made', async () => {
    const open = new Set<{ destroy(): void }>();
    // Accepts, and never says a word of TLS.
    const port = await started(
      createServer(socket => {
        open.add(socket);
        socket.on('error', () => {});
      }),
    );
    const controller = new AbortController();
    const client = clientOf(`https://127.0.0.1:${port}`, {
      hooks: { onCallStarted: () => setImmediate(() => controller.abort()) },
    });
    const before = performance.now();
    const error = await errorOf(
      client.cloudConnectors.aws.get(connectorId(1), {
        signal: controller.signal,
      }),
    );
    expect(error.kind).toBe('aborted');
    expect(performance.now() - before).toBeLessThan(5_000);
    await client.close();
    for (const socket of open) socket.destroy();
  });

  it('never carries credentials in what is thrown', async () => {
    const error = await errorOf(get('https://qualysguard.invalid'));
    expect(JSON.stringify(error) + error.stack).not.toContain(
      CREDENTIALS.password,
    );
  });
});
