import type { SettingsHistoryQuery } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { MIGRATIONS_DIRECTORY } from '../database';
import { toCsv } from './csv';
import { createSettingsHistory, type SettingsHistoryStore } from './history';
import { createOneAtATime } from './oneAtATime';

jest.setTimeout(60_000);

const object = {
  type: 's3Integration',
  subscription: 'main',
  objectId: '1001',
} as const;

const deed = (values: object = {}) => ({
  actor: 'user:default/jo',
  entityRef: 'component:default/checkout',
  object,
  action: 'update' as const,
  changes: [
    {
      setting: 'minSeverity',
      effect: 'weakening' as const,
      before: 3,
      after: 4,
    },
  ],
  ...values,
});

describe('the history', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let history: SettingsHistoryStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
      history = createSettingsHistory(knex);
    });

    const list = async (query: Partial<SettingsHistoryQuery> = {}) =>
      history.list({ limit: 25, ...query });

    it('knows what was begun, and that its end is unknown until it is told', async () => {
      const id = await history.begin(
        deed({ reason: 'Too many', settings: { minSeverity: 4 } }),
      );
      const [begun] = (await list()).items;
      expect(begun).toEqual({
        id,
        at: expect.any(String),
        actor: 'user:default/jo',
        entityRef: 'component:default/checkout',
        ...object,
        action: 'update',
        outcome: 'unknown',
        changes: deed().changes,
        reason: 'Too many',
        settings: { minSeverity: 4 },
      });
      await history.end(id, 'done');
      expect((await list()).items).toEqual([{ ...begun, outcome: 'done' }]);
    });

    it('is read page by page, newest first, by whatever is asked for', async () => {
      for (let n = 0; n < 5; n++) {
        await history.begin(deed({ actor: `user:default/u${n % 2}` }));
      }
      await history.begin(
        deed({ entityRef: 'component:default/other', reason: 'a\0b' }),
      );
      const first = await list({ limit: 2, actor: 'user:default/u0' });
      const second = await list({
        limit: 2,
        actor: 'user:default/u0',
        cursor: first.nextCursor,
      });
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([
        '5',
        '3',
        '1',
      ]);
      expect(second.nextCursor).toBeUndefined();
      await expect(
        list({ limit: 2, actor: 'user:default/u1', cursor: first.nextCursor }),
      ).rejects.toThrow(/cursor/);

      const [other] = (await list({ entityRef: 'component:default/other' }))
        .items;
      expect(other.reason).toBe('ab');
      expect((await list({ to: other.at })).items.length).toBeLessThan(6);
      expect((await list({ from: '2999-01-01T00:00:00Z' })).items).toEqual([]);
      expect((await list({ objectId: "1001' or 1=1" })).items).toEqual([]);
    });

    it('lets one at a time change an object, and forgets who died in it', async () => {
      const oneAtATime = createOneAtATime(knex);
      let release = () => {};
      let entered = () => {};
      const inside = new Promise<void>(resolve => {
        entered = resolve;
      });
      const first = oneAtATime(object, async () => {
        entered();
        await new Promise<void>(resolve => {
          release = resolve;
        });
        return 'first';
      });
      await inside;
      await expect(oneAtATime(object, async () => 'second')).rejects.toThrow(
        /Somebody else/,
      );
      await expect(
        oneAtATime({ ...object, objectId: '1002' }, async () => 'another'),
      ).resolves.toBe('another');
      release();
      await expect(first).resolves.toBe('first');
      await expect(
        oneAtATime(object, async () => {
          throw new Error('it fails');
        }),
      ).rejects.toThrow('it fails');

      await knex('settings_writes').insert({
        object: 's3Integration:main/1001',
        holder: 'dead',
        since: '2020-01-01T00:00:00.000Z',
      });
      await expect(oneAtATime(object, async () => 'after')).resolves.toBe(
        'after',
      );
    });

    it('leaves an object to who holds it, however long that takes', async () => {
      const oneAtATime = createOneAtATime(knex);
      const row = () => knex('settings_writes').first();
      const began = '2020-01-01T00:00:00.000Z';
      const setInterval = jest.spyOn(global, 'setInterval');
      try {
        await oneAtATime(object, async () => {
          const [beat, period] = setInterval.mock.lastCall!;
          expect(period).toBeLessThanOrEqual(60_000);
          await knex('settings_writes').update({ since: began });
          beat();
          while ((await row()).since === began);
          await expect(oneAtATime(object, async () => 0)).rejects.toThrow(
            /Somebody else/,
          );
        });
      } finally {
        setInterval.mockRestore();
      }
      expect(await row()).toBeUndefined();
    });
  });
});

describe('the history as CSV', () => {
  it('has a line for each setting, and nothing that a spreadsheet would carry out', () => {
    const entry = {
      id: '1',
      at: '2026-01-01T00:00:00.000Z',
      actor: 'user:default/jo',
      entityRef: 'component:default/checkout',
      ...object,
      action: 'update',
      outcome: 'done',
      reason: '=cmd|calc, "quoted"',
      settings: { secret: 'not in here' },
    } as const;
    const csv = toCsv([
      {
        ...entry,
        changes: [
          ...deed().changes,
          {
            setting: 'errorEmails',
            effect: 'neutral',
            before: [],
            after: ['+a@example.com'],
          },
        ],
      },
      { ...entry, changes: [] },
    ]);
    expect(csv.split('\r\n')).toEqual([
      'at,actor,entityRef,type,subscription,objectId,action,outcome,setting,effect,before,after,reason',
      `2026-01-01T00:00:00.000Z,user:default/jo,component:default/checkout,s3Integration,main,1001,update,done,minSeverity,weakening,3,4,"'=cmd|calc, ""quoted"""`,
      `2026-01-01T00:00:00.000Z,user:default/jo,component:default/checkout,s3Integration,main,1001,update,done,errorEmails,neutral,[],"[""+a@example.com""]","'=cmd|calc, ""quoted"""`,
      `2026-01-01T00:00:00.000Z,user:default/jo,component:default/checkout,s3Integration,main,1001,update,done,,,,,"'=cmd|calc, ""quoted"""`,
      '',
    ]);
  });
});
