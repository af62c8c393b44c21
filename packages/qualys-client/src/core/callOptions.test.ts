import { setUpCalls } from '../__testUtils__/calls';
import {
  connectorId,
  errorOf,
  json,
  wireConnector,
} from '../__testUtils__/server';

const HOUR_SECONDS = 3_600;

describe('a call that may wait for less than others', () => {
  const t = setUpCalls();
  const ofThree = {
    share: 1,
    reserve: 0,
    families: { cloudView: { perHour: 3 } },
  };
  const useUp = async () => {
    for (let call = 0; call < 3; call++) await t.get();
  };

  it('fails at once where its turn comes later, and says when', async () => {
    await t.reopen({ limits: ofThree });
    await useUp();
    const error = await errorOf(
      t.get({ priority: 'background', maxWaitMs: 10_000 }),
    );
    expect(error.kind).toBe('limited');
    expect(error.retryAfter).toBeGreaterThan(HOUR_SECONDS - 60);
    expect(error.retryAfter).toBeLessThanOrEqual(HOUR_SECONDS);
    expect(t.server.received).toHaveLength(3);
  });

  it('waits no longer than all of them may', async () => {
    await t.reopen({
      limits: { ...ofThree, maxWaitMs: { background: 1_000 } },
    });
    await useUp();
    const error = await errorOf(
      t.get({ priority: 'background', maxWaitMs: 2 * HOUR_SECONDS * 1000 }),
    );
    expect(error.kind).toBe('limited');
  });

  it.each([-1, NaN])(
    'is refused unsent with %s milliseconds',
    async maxWaitMs => {
      const error = await errorOf(t.get({ maxWaitMs }));
      expect(error).toMatchObject({ kind: 'invalid', path: 'maxWaitMs' });
      expect(error.message).toContain('maxWaitMs: must be');
      expect(t.server.received).toHaveLength(0);
    },
  );
});

describe('a guarded call', () => {
  const t = setUpCalls();
  const run = (guard: () => void) =>
    t.client.cloudConnectors.aws.run(connectorId(1), { guard });

  it('asks its guard once its turn has come, and is sent', async () => {
    await t.reopen({ limits: { families: { cloudView: { concurrency: 1 } } } });
    const answers: (() => void)[] = [];
    t.handle = (request, response) => {
      if (request.method === 'GET') {
        answers.push(() => json(response, wireConnector(1)));
      } else {
        json(response, []);
      }
    };
    const first = t.get();
    const guard = jest.fn();
    const guarded = run(guard);
    while (answers.length === 0) await new Promise(setImmediate);
    expect(guard).not.toHaveBeenCalled();
    answers[0]();
    await first;
    await guarded;
    expect(guard).toHaveBeenCalledTimes(1);
    expect(t.server.received).toHaveLength(2);
  });

  it.each(['a change', 'a read'])(
    'fails with what its guard throws, unsent: %s',
    async what => {
      const error = new Error('not any more');
      const guard = () => {
        throw error;
      };
      await expect(
        what === 'a read' ? t.get({ guard }) : run(guard),
      ).rejects.toBe(error);
      expect(t.server.received).toHaveLength(0);
      expect(t.client.limits()[0].used).toBe(0);
    },
  );

  it('asks it again before it is sent again', async () => {
    await t.reopen({ retries: { minDelayMs: 1 } });
    const error = new Error('not any more');
    let asked = 0;
    t.handle = request => request.socket.destroy();
    const call = t.get({
      guard() {
        asked += 1;
        if (asked > 1) throw error;
      },
    });
    await expect(call).rejects.toBe(error);
    expect(t.server.received).toHaveLength(1);
  });
});
