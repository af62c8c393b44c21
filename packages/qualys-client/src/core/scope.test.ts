import { setUpCalls } from '../__testUtils__/calls';
import {
  errorOf,
  json,
  springPage,
  wireConnector,
} from '../__testUtils__/server';

describe('a call that is given up', () => {
  const t = setUpCalls();

  it('is not sent when that was before', async () => {
    expect(await errorOf(t.get({ signal: AbortSignal.abort() }))).toMatchObject(
      {
        kind: 'aborted',
      },
    );
    expect(t.server.received).toHaveLength(0);
  });

  it.each([
    ['before the answer begins', false],
    ['in the middle of the answer', true],
  ])('leaves no socket behind: %s', async (_, begins) => {
    const controller = new AbortController();
    t.handle = (__, response) => {
      if (begins) {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{', () => setImmediate(() => controller.abort()));
      } else {
        controller.abort();
      }
    };
    const error = await errorOf(t.get({ signal: controller.signal }));
    expect(error).toMatchObject({ name: 'QualysError', kind: 'aborted' });
    expect(t.server.received).toHaveLength(1);
    await t.server.noSockets();
  });

  it('does not wait for its next attempt', async () => {
    const controller = new AbortController();
    t.handle = (_, response) => {
      response.writeHead(503, { 'retry-after': '20' });
      response.end(() => setImmediate(() => controller.abort()));
    };
    const before = performance.now();
    expect(await errorOf(t.get({ signal: controller.signal }))).toMatchObject({
      kind: 'aborted',
    });
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('ends a list between two pages', async () => {
    const controller = new AbortController();
    const every = [1, 2, 3, 4].map(n => wireConnector(n));
    t.handle = (request, response) =>
      json(response, springPage(every, request.received.url));
    const pages = t.client.cloudConnectors.aws
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
    expect(t.server.received).toHaveLength(1);
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
    t.handle = (_, response) => {
      expect(listeners.size).toBe(1);
      json(
        response,
        wireConnector(1),
        t.server.received.length > 1 ? 200 : 503,
      );
    };

    await t.get({ signal });
    expect(t.server.received).toHaveLength(2);
    expect(listeners.size).toBe(0);
  });

  it('ends when the client is closed, and so does every later one', async () => {
    const arrived = new Promise<void>(resolve => {
      t.handle = () => resolve();
    });
    const error = errorOf(t.get());
    await arrived;
    await t.client.close();

    expect(await error).toMatchObject({ kind: 'aborted' });
    expect(await errorOf(t.get())).toMatchObject({ kind: 'aborted' });
    await t.server.noSockets();
    await t.client.close();
  });
});
