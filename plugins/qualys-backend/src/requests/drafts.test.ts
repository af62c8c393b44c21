import { randomUUID } from 'node:crypto';
import {
  ASKER,
  AWS_SETTINGS,
  COLLEAGUE,
  refusalOf,
  useRequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

const WANTED = {
  subscription: 'main',
  provider: 'AWS',
  settings: AWS_SETTINGS,
};

describe('drafts of requests', () => {
  it('are so many for each person, and not more', async () => {
    const of = await start();
    const one = await of.draft('AWS', AWS_SETTINGS);
    const row = await of.knex('connector_requests').first();
    await of
      .knex('connector_requests')
      .insert(Array.from({ length: 99 }, () => ({ ...row, id: randomUUID() })));

    expect(
      refusalOf(await of.call('post', '/requests', { body: WANTED })),
    ).toMatchObject({
      status: 409,
      message: expect.stringContaining('You have 100 drafts'),
    });

    // Others have their own, and those that are over do not count.
    await of.draft('AWS', AWS_SETTINGS, COLLEAGUE);
    await of.act(one, 'cancel');
    await of.draft('AWS', AWS_SETTINGS, ASKER);
  });

  it('tell nobody of each pause in writing', async () => {
    const of = await start();
    let draft = await of.draft('AWS', AWS_SETTINGS);
    for (const purpose of ['To', 'To see', 'To see it']) {
      const saved = await of.call('put', `/requests/${draft.id}`, {
        version: draft.version,
        body: { settings: { ...AWS_SETTINGS, purpose } },
      });
      draft = of.details(saved);
    }
    expect(draft.settings.purpose).toBe('To see it');
    expect(draft.events.map(({ action }) => action)).toEqual(['save']);
    expect(of.signals.publish).not.toHaveBeenCalled();
    expect(of.events.publish).not.toHaveBeenCalledWith(
      expect.objectContaining({ topic: 'qualys.requests' }),
    );
  });

  it('that were taken back are not submitted by who files them again', async () => {
    const of = await start();
    const file = async () =>
      of.details(
        await of.call('post', '/requests/file', {
          body: { ...WANTED, idempotencyKey: 'sandbox-1' },
        }),
      );
    const filed = await file();
    expect(filed.state).toBe('submitted');
    const back = await of.act(filed, 'withdraw');

    expect(await file()).toMatchObject({
      id: filed.id,
      state: 'draft',
      version: back.version,
    });
  });
});
