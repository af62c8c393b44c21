import {
  connectorListSchema,
  CONNECTOR_SORT_FIELDS,
  snapshotPageSchema,
  type ConnectorListQuery,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { awsScan, freshMirror } from '../__testUtils__/mirror';
import type { MirrorStore } from './store';

jest.setTimeout(120_000);

const STATES = ['SUCCESS', 'ERROR', 'PENDING', 'SOMETHING_NEW'];

// 500 connectors with many ties, and with nothing where Qualys may say nothing.
const CONNECTORS = Array.from({ length: 500 }, (_, n) =>
  awsConnector({
    id: `id-${String((n * 7919) % 500).padStart(3, '0')}`,
    name: ['Alpha', 'alpha', 'Beta', 'ümlaut', '100%_prod', ''][n % 6],
    account: String(n % 20).padStart(12, '0'),
    reportedState: STATES[n % STATES.length],
    disabled: n % 11 === 0,
    ...(n % 3 === 0 && { totalAssets: n % 9 }),
    ...(n % 4 !== 0 && {
      lastSyncedOn: new Date(1e12 + (n % 13) * 1000).toISOString(),
    }),
  }),
);

type Key = (item: MirroredConnector) => string | number;

const KEYS: Record<(typeof CONNECTOR_SORT_FIELDS)[number], Key> = {
  name: item => Buffer.from(item.name.toLowerCase()).toString('hex'),
  account: item => item.account,
  provider: item => item.provider,
  state: item => item.state,
  lastSyncedOn: item => item.lastSyncedOn ?? '',
  totalAssets: item => item.totalAssets ?? -1,
};

async function walk(
  mirror: MirrorStore,
  query: ConnectorListQuery,
): Promise<MirroredConnector[]> {
  const found: MirroredConnector[] = [];
  let cursor: string | undefined;
  do {
    const page = await mirror.list({ ...query, cursor });
    connectorListSchema.parse(page);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

describe('the list of connectors', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let mirror: MirrorStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      mirror = await freshMirror(knex, {
        describe: ({ id }) => ({
          entityRef: `resource:default/${id}`,
          ...(id < 'id-100' && { owner: 'group:default/payments' }),
        }),
      });
      await mirror.applyScan(awsScan(CONNECTORS));
    });

    it.each(
      CONNECTOR_SORT_FIELDS.flatMap(field => [
        { field, sort: field },
        { field, sort: `-${field}` },
      ]),
    )('gives each once in the order of $sort', async ({ field, sort }) => {
      const items = await walk(mirror, { sort, limit: 37 });
      expect(items).toHaveLength(500);
      expect(new Set(items.map(({ id }) => id)).size).toBe(500);

      const key = KEYS[field];
      const place = (item: MirroredConnector) => [key(item), item.id] as const;
      const sorted = [...items].sort((a, b) => {
        const [x, y] = [place(a), place(b)];
        if (x[0] !== y[0]) return x[0] < y[0] ? -1 : 1;
        return x[1] < y[1] ? -1 : 1;
      });
      if (sort.startsWith('-')) sorted.reverse();
      expect(items.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
    });

    it.each<
      [string, Partial<ConnectorListQuery>, (c: MirroredConnector) => boolean]
    >([
      ['state', { state: 'error' }, c => c.state === 'error'],
      ['provider', { provider: 'AZURE' }, () => false],
      ['subscription', { subscription: 'other' }, () => false],
      ['owner', { owner: 'Group:default/Payments' }, c => c.id < 'id-100'],
      ['no owner', { owner: 'none' }, c => c.id >= 'id-100'],
      ['text', { q: 'ALPHA' }, c => c.name.toLowerCase() === 'alpha'],
      ['text with wildcards', { q: '%_' }, c => c.name === '100%_prod'],
      ['a backslash', { q: '\\' }, () => false],
      ['a NUL', { q: 'alp\0ha' }, c => c.name.toLowerCase() === 'alpha'],
      [
        'two words',
        { q: ' 000000000004  beta ' },
        c => c.name === 'Beta' && c.account === '000000000004',
      ],
      ['an umlaut', { q: 'ÜML' }, c => c.name === 'ümlaut'],
      [
        'several filters',
        { state: 'disabled', q: 'alpha' },
        c => c.disabled && c.name.toLowerCase() === 'alpha',
      ],
    ])('filters by %s', async (_name, filter, fits) => {
      const all = await walk(mirror, { sort: 'name', limit: 200 });
      const query = { sort: 'account', limit: 50, ...filter };
      const found = await walk(mirror, query);
      expect(found.map(({ id }) => id).sort()).toEqual(
        all
          .filter(fits)
          .map(({ id }) => id)
          .sort(),
      );
      const { totalItems } = await mirror.list(query);
      expect(totalItems).toBe(found.length);
    });

    it('takes a single query for a page, whichever it is', async () => {
      const first = await mirror.list({ sort: 'name', limit: 50 });
      const queries: string[] = [];
      const listen = ({ sql }: { sql: string }) => queries.push(sql);
      knex.on('query', listen);
      await mirror.list({ sort: 'name', limit: 50, cursor: first.nextCursor });
      await mirror.list({ sort: 'name', limit: 50, q: 'nothing is like this' });
      knex.removeListener('query', listen);
      expect(queries).toHaveLength(2);
    });

    it('tells the total also beyond the end', async () => {
      const all = await walk(mirror, { sort: 'name', limit: 200 });
      const { nextCursor } = await mirror.list({ sort: 'name', limit: 200 });
      // A cursor at the very last one, made of one that is good.
      const content = JSON.parse(
        Buffer.from(nextCursor ?? '', 'base64url').toString(),
      );
      const last = all[all.length - 1];
      content.after = [last.name.toLowerCase(), 'main', last.id];
      const cursor = Buffer.from(JSON.stringify(content)).toString('base64url');
      await expect(
        mirror.list({ sort: 'name', limit: 200, cursor }),
      ).resolves.toEqual({ items: [], totalItems: 500 });
    });

    it('refuses a cursor of another list, or of nobody', async () => {
      const { nextCursor = '' } = await mirror.list({ sort: 'name', limit: 5 });
      const forged = (content: unknown) =>
        Buffer.from(JSON.stringify(content)).toString('base64url');
      const good = JSON.parse(Buffer.from(nextCursor, 'base64url').toString());
      const query = { sort: 'name', limit: 5 };
      for (const wrong of [
        { ...query, sort: '-name', cursor: nextCursor },
        { ...query, sort: 'totalAssets', cursor: nextCursor },
        { ...query, q: 'alpha', cursor: nextCursor },
        { ...query, cursor: 'nonsense' },
        { ...query, cursor: '' },
        { ...query, cursor: forged(null) },
        { ...query, cursor: forged({ ...good, after: [1, 2, 3] }) },
        { ...query, cursor: forged({ ...good, after: [] }) },
        { ...query, cursor: forged({ ...good, more: true }) },
      ]) {
        await expect(mirror.list(wrong)).rejects.toThrow(
          expect.objectContaining({ name: 'InputError' }),
        );
      }
      // Another size of page is no other list.
      await expect(
        mirror.list({ ...query, limit: 10, cursor: nextCursor }),
      ).resolves.toMatchObject({ totalItems: 500 });
    });

    it('gives many by their keys at once', async () => {
      const keys = CONNECTORS.slice(0, 200).map(({ id }) => ({
        subscription: 'main',
        id,
      }));
      const found = await mirror.getMany([
        ...keys,
        { subscription: 'other', id: keys[0].id },
        { subscription: 'main', id: 'nobody' },
      ]);
      expect(found.map(({ id }) => id).sort()).toEqual(
        keys.map(({ id }) => id).sort(),
      );
    });

    it('gives a snapshot of each once, at one revision', async () => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await mirror.snapshot({ limit: 60, cursor });
        snapshotPageSchema.parse({ ...page, subscriptions: [] });
        expect(page.revision).toBe(2);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(ids).toEqual(CONNECTORS.map(({ id }) => id).sort());
    });

    it('refuses to go on with a snapshot once the mirror has moved on', async () => {
      const { nextCursor, revision } = await mirror.snapshot({ limit: 60 });
      await mirror.applyScan(awsScan([awsConnector({ id: 'later' })], 'part'));
      const conflict = expect.objectContaining({ name: 'ConflictError' });
      await expect(
        mirror.snapshot({ limit: 60, cursor: nextCursor }),
      ).rejects.toThrow(conflict);
      await expect(mirror.snapshot({ limit: 60, revision })).rejects.toThrow(
        conflict,
      );
      await expect(
        mirror.snapshot({ limit: 60, cursor: 'nonsense' }),
      ).rejects.toThrow(expect.objectContaining({ name: 'InputError' }));
    });
  });
});
