import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../api';
import { summary } from '../../__testUtils__/fixtures';
import { entitySummaries } from './entitySummaries';

const CHECKOUT = { kind: 'Component', namespace: 'default', name: 'checkout' };
const LEDGER = { ...CHECKOUT, name: 'ledger' };

/** A backend that answers when it is told to. */
function backend() {
  const asked: {
    signal: AbortSignal;
    answer: (value: EntitySummary) => void;
    fail: (error: Error) => void;
  }[] = [];
  const getEntitySummary = jest.fn<
    Promise<EntitySummary>,
    Parameters<QualysApi['getEntitySummary']>
  >(
    (_, options) =>
      new Promise((answer, fail) => {
        asked.push({ signal: options!.signal!, answer, fail });
      }),
  );
  const api = { getEntitySummary } as Partial<QualysApi> as QualysApi;
  return { asked, getEntitySummary, summaries: entitySummaries(api) };
}

const settled = () => new Promise(process.nextTick);
const NAMED = summary();
const NEWER = summary({ connectors: [] });

describe('entitySummaries', () => {
  it('reads an entity once for all who follow it', async () => {
    const { asked, getEntitySummary, summaries } = backend();
    const heard = [jest.fn(), jest.fn()];
    for (const listener of heard) summaries.follow(CHECKOUT, listener);
    expect(summaries.known(CHECKOUT)).toEqual({ loading: true });
    asked[0].answer(NAMED);
    await settled();
    expect(summaries.known(CHECKOUT)).toMatchObject({
      value: NAMED,
      loading: false,
    });
    for (const listener of heard) expect(listener).toHaveBeenCalled();

    summaries.follow(LEDGER, () => {});
    expect(getEntitySummary.mock.calls.map(([{ name }]) => name)).toEqual([
      'checkout',
      'ledger',
    ]);
  });

  it('ends the request with the last who follows, and reads again for the next', async () => {
    const { asked, summaries } = backend();
    const [first, second] = [
      summaries.follow(CHECKOUT, () => {}),
      summaries.follow(CHECKOUT, () => {}),
    ];
    first();
    expect(asked[0].signal.aborted).toBe(false);
    second();
    expect(asked[0].signal.aborted).toBe(true);

    summaries.follow(CHECKOUT, () => {});
    // Too late: nobody waits for it.
    asked[0].answer(NAMED);
    await settled();
    expect(summaries.known(CHECKOUT)).toEqual({ loading: true });
    asked[1].answer(NEWER);
    await settled();
    expect(summaries.known(CHECKOUT).value).toBe(NEWER);
  });

  it('keeps what is known while it is read again, and where that fails', async () => {
    const { asked, summaries } = backend();
    summaries.follow(CHECKOUT, () => {});
    asked[0].answer(NAMED);
    await settled();

    summaries.readAgain(CHECKOUT);
    expect(summaries.known(CHECKOUT)).toMatchObject({
      value: NAMED,
      loading: true,
    });
    const error = new QualysApiError('No answer.', {
      code: 'unavailable',
      status: 503,
    });
    asked[1].fail(error);
    await settled();
    expect(summaries.known(CHECKOUT)).toMatchObject({
      value: NAMED,
      error,
      loading: false,
    });
  });

  it('asks once for all who ask at the same time, and keeps the answer for those who come because of it', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    try {
      const { asked, getEntitySummary, summaries } = backend();
      const answers = [summaries.ask(CHECKOUT), summaries.ask(CHECKOUT)];
      asked[0].answer(NAMED);
      expect(await Promise.all(answers)).toEqual([NAMED, NAMED]);
      const unfollow = summaries.follow(CHECKOUT, () => {});
      expect(summaries.known(CHECKOUT).value).toBe(NAMED);
      unfollow();
      expect(getEntitySummary).toHaveBeenCalledTimes(1);

      jest.runAllTimers();
      expect(summaries.known(CHECKOUT)).toEqual({ loading: true });
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks again for a later look, and has those who follow hear of it', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    try {
      const { asked, getEntitySummary, summaries } = backend();
      summaries.follow(CHECKOUT, () => {});
      asked[0].answer(NAMED);
      await settled();
      expect(await summaries.ask(CHECKOUT)).toBe(NAMED);
      expect(getEntitySummary).toHaveBeenCalledTimes(1);

      jest.advanceTimersByTime(5_000);
      const answer = summaries.ask(CHECKOUT);
      asked[1].answer(NEWER);
      expect(await answer).toBe(NEWER);
      expect(summaries.known(CHECKOUT).value).toBe(NEWER);
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells whoever asks that it cannot be read', async () => {
    const { asked, summaries } = backend();
    const answer = summaries.ask(CHECKOUT);
    asked[0].fail(new Error('away'));
    await expect(answer).rejects.toThrow('away');
  });
});
