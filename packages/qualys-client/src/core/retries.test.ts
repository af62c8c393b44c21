import { setUpCalls } from '../__testUtils__/calls';
import {
  connectorId,
  errorOf,
  FAST,
  json,
  wireConnector,
} from '../__testUtils__/server';
import type { QualysCallRetried } from '../http';

describe('a call that can be tried again', () => {
  const t = setUpCalls();

  it.each([
    ['429', 429],
    ['502', 502],
    ['503', 503],
    ['504', 504],
    ['a connection that is reset', 0],
  ])('heals after %s', async (_, status) => {
    t.handle = (request, response) => {
      if (t.server.received.length > 2) json(response, wireConnector(1));
      else if (status) json(response, {}, status);
      else request.socket.destroy();
    };
    await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
    expect(t.server.received).toHaveLength(3);
  });

  it('heals after an answer that breaks off', async () => {
    t.handle = (_, response) => {
      if (t.server.received.length > 1) {
        json(response, wireConnector(1));
        return;
      }
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': 1000,
      });
      response.write('{"connectorId"', () => response.destroy());
    };
    await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
  });

  it('gives up in the end, and says why', async () => {
    t.handle = request => request.socket.destroy();
    const error = await errorOf(t.get());

    expect(error).toMatchObject({ kind: 'unavailable' });
    expect(error.message).toContain('lost before the answer was complete');
    expect(t.server.received).toHaveLength(1 + FAST.limit);
  });

  it.each([400, 401, 403, 404, 409, 500])(
    'is not tried again after HTTP %i',
    async status => {
      t.handle = (_, response) => json(response, {}, status);
      await errorOf(t.get());
      expect(t.server.received).toHaveLength(1);
    },
  );

  it('waits as long as the server asks', async () => {
    const waits: QualysCallRetried[] = [];
    await t.reopen({
      hooks: { onCallRetried: event => waits.push(event) },
    });
    t.handle = (_, response) => {
      if (t.server.received.length > 1) {
        json(response, wireConnector(1));
      } else {
        response.writeHead(429, { 'retry-after': '1' });
        response.end();
      }
    };
    const before = performance.now();
    await t.get();

    expect(performance.now() - before).toBeGreaterThanOrEqual(990);
    expect(waits).toMatchObject([
      { attempt: 1, status: 429, errorKind: 'limited', waitMs: 1000 },
    ]);
  });

  it.each([429, 503])(
    'does not wait longer than it may (HTTP %i)',
    async status => {
      t.handle = (_, response) => {
        response.writeHead(status, { 'retry-after': '86400' });
        response.end();
      };
      expect(await errorOf(t.get())).toMatchObject({
        kind: 'limited',
        status,
        retryAfter: 86400,
      });
      expect(t.server.received).toHaveLength(1);
    },
  );

  it('says when to come back where it is still limited in the end', async () => {
    await t.reopen({ retries: { limit: 0 } });
    t.handle = (_, response) => {
      response.writeHead(429, {
        'retry-after': new Date(Date.now() + 20_500).toUTCString(),
      });
      response.end();
    };
    const error = await errorOf(t.get());
    expect(error.kind).toBe('limited');
    expect(error.retryAfter).toBeGreaterThan(15);
    expect(error.retryAfter).toBeLessThanOrEqual(21);
  });

  it('does not begin a wait that would take it over its time', async () => {
    await t.reopen({ timeouts: { totalMs: 5_000 } });
    t.handle = (_, response) => {
      response.writeHead(429, { 'retry-after': '20' });
      response.end();
    };
    expect(await errorOf(t.get())).toMatchObject({
      kind: 'limited',
      retryAfter: 20,
    });
    expect(t.server.received).toHaveLength(1);
  });

  describe('that is slow', () => {
    it('fails when the answer does not begin', async () => {
      await t.reopen({
        timeouts: { headersMs: 50 },
        retries: { limit: 0 },
      });
      t.handle = () => {};
      const error = await errorOf(t.get());
      expect(error.kind).toBe('unavailable');
      expect(error.message).toContain('in time (UND_ERR_HEADERS_TIMEOUT)');
      await t.server.noSockets();
    });

    it('fails when the answer stops', async () => {
      await t.reopen({
        timeouts: { bodyMs: 50 },
        retries: { limit: 0 },
      });
      t.handle = (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
      };
      expect((await errorOf(t.get())).message).toContain(
        'UND_ERR_BODY_TIMEOUT',
      );
      await t.server.noSockets();
    });

    it('fails when the whole takes too long, however lively it is', async () => {
      await t.reopen({ timeouts: { totalMs: 200 } });
      t.handle = (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(timer));
      };
      const error = await errorOf(t.get());
      expect(error.kind).toBe('unavailable');
      expect(error.message).toContain('within 0.2 s');
      expect(t.server.received).toHaveLength(1);
      await t.server.noSockets();
    });
  });
});
