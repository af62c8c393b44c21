import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { type Knex } from 'knex';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import {
  APPROVER,
  ASKER,
  AZURE_KEY,
  AZURE_SETTINGS,
  ENCRYPTION_KEY,
  GCP_KEY_FILE,
  GCP_SETTINGS,
  startRequestsBackend,
  type RequestsBackend,
} from '../__testUtils__/requests';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(120_000);

const simulator = useSimulator(0);
const NEWER_KEY = Buffer.alloc(32, 8).toString('base64');
const MINUTE = 60_000;

/** What must be found nowhere: the key of Azure, and what is secret in the key file of GCP. */
const SECRETS = [AZURE_KEY, 'nobody-may-see-this'];

let directory: string;
let knex: Knex;
let of: RequestsBackend;

const start = async (keys: { id: string; secret: string }[]) => {
  knex = createKnex({
    client: 'better-sqlite3',
    connection: join(directory, 'qualys.sqlite'),
    useNullAsDefault: true,
  });
  of = await startRequestsBackend({
    knex,
    simulator: simulator.current,
    config: { qualys: { requests: { encryption: { keys } } } },
  });
};
const stop = async () => {
  await of.stop();
  await knex.destroy();
};
const OLD = [{ id: 'k1', secret: ENCRYPTION_KEY }];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'qualys-secrets-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const PROVIDERS = {
  AZURE: {
    settings: AZURE_SETTINGS,
    access: { authenticationKey: AZURE_KEY },
  },
  GCP: { settings: GCP_SETTINGS, access: { keyFile: GCP_KEY_FILE } },
} as const;

const holding = async (provider: keyof typeof PROVIDERS) => {
  const { settings, access } = PROVIDERS[provider];
  const draft = await of.draft(provider, settings);
  return of.act(await of.act(draft, 'access', { body: access }), 'submit');
};
const approve = (request: ConnectorRequestDetails) =>
  of.act(request, 'approve', { as: APPROVER });

/** Waits until a request has come into a state, while time goes by in Qualys. */
async function until(id: string, state: string) {
  for (let nth = 0; nth < 200; nth++) {
    const request = await of.read(id);
    if (request.state === state) return request;
    simulator.current.control.advanceClock(MINUTE);
    await knex('connector_requests')
      .where({ id })
      .whereNotNull('next_look_at')
      .update({ next_look_at: new Date().toISOString() });
    await of.scheduler.triggerTask('qualys-requests-provisioning');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`It is ${(await of.read(id)).state}, and not ${state}`);
}

/** All that is in the files of the database. */
async function databaseFiles(): Promise<string> {
  const files = await readdir(directory);
  const all = await Promise.all(
    files.map(name => readFile(join(directory, name), 'latin1')),
  );
  return all.join('\n');
}

/** What base64 makes of a text, wherever in another one it stands. */
function base64Forms(text: string): string[] {
  return [0, 2, 3].flatMap((changed, before) =>
    (['base64', 'base64url'] as const).map(encoding =>
      Buffer.from(' '.repeat(before) + text)
        .toString(encoding)
        .replace(/=+$/, '')
        // At its edges it depends on what stands there.
        .slice(changed, -2),
    ),
  );
}

function secretsIn(text: string): string[] {
  return SECRETS.filter(secret =>
    [secret, Buffer.from(secret).toString('hex'), ...base64Forms(secret)].some(
      form => text.includes(form),
    ),
  );
}

it('a secret is found in whatever form it stands somewhere', () => {
  const [secret] = SECRETS;
  for (const before of ['', 'a', 'ab', 'abc']) {
    const text = `${before}${secret}and more`;
    for (const encoding of ['utf8', 'hex', 'base64', 'base64url'] as const) {
      expect(secretsIn(Buffer.from(text).toString(encoding))).toEqual([secret]);
    }
  }
});

it.each(['AZURE', 'GCP'] as const)(
  'the key of a request for %s stands nowhere, from its beginning to its end',
  async provider => {
    await start(OLD);
    const answers: unknown[] = [];
    const request = await holding(provider);
    answers.push(request, await approve(request));
    expect(secretsIn(await databaseFiles())).toEqual([]);
    const active = await until(request.id, 'active');
    answers.push(active);
    for (const person of [ASKER, APPROVER] as const) {
      answers.push((await of.call('get', '/requests', { as: person })).body);
    }
    answers.push((await of.call('get', '/history', { as: APPROVER })).body);
    expect(active.access).toEqual({ keyHeld: false });
    const [{ secret }] = await knex('connector_requests').select('secret');
    expect(secret).toBeNull();
    const sent = JSON.stringify(simulator.current.control.journal());
    // That it did reach Qualys is what all of this is for.
    expect(sent).toContain('/create/am/');
    expect(
      secretsIn(
        [await databaseFiles(), of.told(), JSON.stringify(answers)].join('\n'),
      ),
    ).toEqual([]);
    await stop();
  },
);

it('a held key is encrypted anew when another encryption key comes first', async () => {
  await start(OLD);
  const { id } = await holding('AZURE');
  await stop();

  await start([{ id: 'k2', secret: NEWER_KEY }, ...OLD]);
  await of.scheduler.triggerTask('qualys-requests-upkeep');
  const [{ secret }] = await knex('connector_requests').select('secret');
  expect(secret).toMatch(/^v1\.k2\./);
  await stop();

  await start([{ id: 'k2', secret: NEWER_KEY }]);
  await approve(await of.read(id));
  expect((await until(id, 'active')).access.keyHeld).toBe(false);
  await stop();
});

it('a key that was tampered with is an error that names the request, and can be given again', async () => {
  await start(OLD);
  const one = await holding('AZURE');
  const other = await holding('GCP');
  const [{ secret }] = await knex('connector_requests')
    .where({ id: one.id })
    .select('secret');
  const tampered = `${secret.slice(0, -2)}${
    secret.endsWith('AA') ? 'BB' : 'AA'
  }`;
  await knex('connector_requests')
    .where({ id: one.id })
    .update({ secret: tampered });
  await approve(one);
  await approve(other);

  const failed = await until(one.id, 'failed');
  expect(failed.problem).toMatchObject({ code: 'secretUnreadable' });
  expect(of.logs.map(({ text }) => text).join('\n')).toContain(one.id);
  // Nothing else is held up by it.
  await until(other.id, 'active');

  const given = await of.act(failed, 'access', {
    body: PROVIDERS.AZURE.access,
  });
  await of.act(given, 'retry');
  await until(one.id, 'active');
  await stop();
});
