import { inspect } from 'node:util';
import { GET_PATH, setUpCalls } from '../__testUtils__/calls';
import {
  connectorId,
  CREDENTIALS,
  errorOf,
  json,
  wireConnector,
} from '../__testUtils__/server';
import type { QualysCallFinished } from './hooks';

describe('a call is watched by hooks', () => {
  const t = setUpCalls();

  it('that hear of every attempt', async () => {
    const heard: Array<[string, any]> = [];
    await t.reopen({
      hooks: {
        onCallStarted: event => heard.push(['started', event]),
        onCallFinished: event => heard.push(['finished', event]),
        onCallRetried: event => heard.push(['retried', event]),
      },
    });
    t.handle = (_, response) =>
      json(
        response,
        wireConnector(1),
        t.server.received.length > 1 ? 200 : 502,
      );
    await t.get();

    const call = {
      family: 'cloudView',
      host: 'cloudView',
      method: 'GET',
      path: GET_PATH,
      priority: 'user',
    };
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
    await t.reopen({
      hooks: { onCallFinished: event => finished.push(event) },
      retries: { limit: 0 },
    });
    t.handle = request => request.socket.destroy();
    await errorOf(t.get());
    expect(finished).toMatchObject([
      { status: undefined, errorKind: 'unavailable' },
    ]);
  });

  it('that hear nothing of the customer, whom Qualys names in a header', async () => {
    const heard: unknown[] = [];
    const hear = (event: unknown) => heard.push(event);
    await t.reopen({
      hooks: { onCallStarted: hear, onCallFinished: hear, onCallRetried: hear },
    });
    const poweredBy = 'Qualys:USPOD03:7c1e4ad8:0b5f7a9c';
    t.handle = (_, response) => {
      response.setHeader('x-powered-by', poweredBy);
      json(
        response,
        t.server.received.length > 1 ? wireConnector(1) : {},
        [503, 200, 403][t.server.received.length - 1],
      );
    };
    const shown = [await t.get(), await errorOf(t.get()), ...heard];
    expect(t.server.received).toHaveLength(3);
    expect(inspect(shown, { depth: Infinity, showHidden: true })).not.toMatch(
      /USPOD03|7c1e4ad8|0b5f7a9c|powered/i,
    );
  });

  it('that cannot break it', async () => {
    await t.reopen({
      hooks: {
        onCallStarted() {
          throw new Error('hook');
        },
        onCallFinished() {
          throw new Error('hook');
        },
      },
    });
    await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
  });

  it('whose promises are rejected in vain', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const refuse = async () => {
      throw new Error('out of order');
    };
    await t.reopen({
      hooks: {
        onCallStarted: refuse,
        onCallFinished: refuse,
        onCallRetried: refuse,
        onCallWaited: refuse,
      },
    });
    t.handle = (_, response) =>
      json(
        response,
        wireConnector(1),
        t.server.received.length > 1 ? 200 : 502,
      );
    await expect(t.get()).resolves.toMatchObject({ id: connectorId(1) });
    // Rejections are told of once the queue of promises is empty.
    await new Promise(resolve => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('never shows credentials on the client itself', () => {
    const shown = inspect(t.client, { depth: Infinity, showHidden: true });
    expect(shown).not.toContain(CREDENTIALS.password);
    expect(JSON.stringify(t.client)).not.toContain(CREDENTIALS.password);
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
    reach(t.client);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].map(String)).not.toEqual(
      expect.arrayContaining([expect.stringContaining(CREDENTIALS.password)]),
    );
  });
});
