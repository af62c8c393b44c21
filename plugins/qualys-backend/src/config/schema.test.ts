import { join } from 'node:path';
import { loadConfigSchema } from '@backstage/config-loader';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

jest.setTimeout(60_000);

const credentials = { username: 'corp_xy1', password: 'hunter2' };
const qualys = {
  subscriptions: {
    shared: { platform: 'US2', title: 'Corp', credentials },
    own: {
      urls: {
        api: 'https://a.example.com',
        gateway: 'https://g.example.com',
        cloudView: 'https://c.example.com',
      },
      credentials,
      schedule: { frequency: { minutes: 30 }, timeout: 'PT10M' },
    },
  },
  ownership: {
    rules: [
      {
        match: { account: '123456789012', tag: ['a', 'b'] },
        owner: 'group:default/payments',
        labels: { tier: 'one' },
      },
    ],
    default: 'group:default/platform',
  },
  bindings: { accept: [{ entity: 'component:default/*', objects: 'main/*' }] },
};

// What Backstage itself wants of any configuration.
const REQUIRED = {
  app: { baseUrl: 'http://localhost:3000' },
  backend: {
    baseUrl: 'http://localhost:7007',
    listen: ':7007',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};

describe('the configuration schema', () => {
  const load = () =>
    loadConfigSchema({
      dependencies: [],
      packagePaths: [
        join(
          resolvePackagePath('backstage-plugin-qualys-backend'),
          'package.json',
        ),
      ],
    });
  const process = async (data: object, visibility?: 'frontend' | 'secret') => {
    const [{ data: visible }] = (await load()).process(
      [
        {
          context: 'test',
          data: JSON.parse(JSON.stringify({ ...REQUIRED, ...data })),
        },
      ],
      visibility && { visibility: [visibility] },
    );
    return visible.qualys;
  };

  it('shows the browser nothing', async () => {
    await expect(process({ qualys }, 'frontend')).resolves.toBeUndefined();
  });

  it('knows every secret, in every branch', async () => {
    await expect(process({ qualys }, 'secret')).resolves.toEqual({
      subscriptions: { shared: { credentials }, own: { credentials } },
    });
  });

  it('refuses what is of another kind', async () => {
    await expect(
      process({
        qualys: {
          subscriptions: { main: { platform: { name: 'US2' }, credentials } },
        },
      }),
    ).rejects.toThrow(/qualys\/subscriptions\/main/);
  });
});
