import type { ServerResponse } from 'node:http';
import { connectorState, connectorWarning } from 'qualys-model';
import { connectorId, errorOf, wireConnector } from '../__testUtils__/server';
import {
  answering,
  KEY_FILE,
  SETTINGS,
  setUpWrites,
} from './__testUtils__/writes';

const test = setUpWrites();
const BASE = '/cloudview-api/rest/v1';
const ID = connectorId(1);

const connector = (more: object = {}, status = 200) =>
  answering(status, JSON.stringify(wireConnector(1, more)));

/** Every write of one connector, by cloud and verb. */
const WRITES: Record<string, () => Promise<unknown>> = {
  'aws create': () => test.client.cloudConnectors.aws.create(SETTINGS.aws),
  'aws update': () => test.client.cloudConnectors.aws.update(ID, SETTINGS.aws),
  'azure create': () =>
    test.client.cloudConnectors.azure.create(SETTINGS.azure),
  'azure update': () =>
    test.client.cloudConnectors.azure.update(ID, SETTINGS.azure),
  'gcp create': () => test.client.cloudConnectors.gcp.create(SETTINGS.gcp),
  'gcp update': () =>
    test.client.cloudConnectors.gcp.update(ID, { configFile: KEY_FILE }),
};
const writes = Object.entries(WRITES);

beforeEach(() => {
  test.answer = connector();
});

describe('a connector that is written', () => {
  it.each(writes)(
    '%s: is what Qualys says it is, with 200 or 201',
    async (_, write) => {
      test.answer = connector({ state: 'PENDING', error: '50004' });
      const first = await write();
      test.answer = connector({ state: 'PENDING', error: '50004' }, 201);
      expect(await write()).toEqual(first);

      expect(first).toMatchObject({ id: ID, name: 'Connector 1' });
      const seen = first as Parameters<typeof connectorWarning>[0];
      expect(connectorState(seen)).toBe('pending');
      expect(connectorWarning(seen)).toBe('50004');
    },
  );

  it.each(writes)('%s: may be refused inside a 200', async (_, write) => {
    for (const answer of [
      { errorCode: 'CV-1', message: 'No', timestamp: 1 },
      { connectorId: null, error: 'CV-1', message: 'No' },
    ]) {
      test.answer = answering(200, JSON.stringify(answer));
      expect(await errorOf(write())).toMatchObject({
        kind: 'invalid',
        status: 200,
        code: 'CV-1',
      });
    }
    expect(test.sent).toHaveLength(2);
  });

  it.each([
    ['nothing', answering(201)],
    ['a login page', answering(200, '<html></html>', 'text/html')],
    ['half an answer', answering(200, '{"connectorId":')],
    ['no id', answering(200, '{"name":"ABC","state":"PENDING"}')],
    ['a reset', (response: ServerResponse) => response.destroy()],
    ['a 500', answering(500, '{}')],
  ])('is of unknown outcome after %s, and sent once', async (_, answer) => {
    test.answer = answer;
    for (const [, write] of writes) {
      expect(await errorOf(write())).toMatchObject({ kind: 'outcomeUnknown' });
    }
    expect(test.sent).toHaveLength(writes.length);
  });

  it.each([405, 415])(
    'is refused with %s, and never sent in another way',
    async status => {
      test.answer = answering(status, `{"status":${status},"error":"No"}`);
      for (const [, write] of writes) {
        expect(await errorOf(write())).toMatchObject({
          kind: 'invalid',
          status,
        });
      }
      expect(test.sent).toHaveLength(writes.length);
    },
  );

  it('is not sent where its id is none', async () => {
    const { aws, azure, gcp } = test.client.cloudConnectors;
    for (const update of [
      aws.update('../groups', SETTINGS.aws),
      azure.update('', SETTINGS.azure),
      gcp.update(`${ID}\n`, { name: 'x' }),
    ]) {
      expect(await errorOf(update)).toMatchObject({ kind: 'invalid' });
    }
    expect(test.sent).toEqual([]);
  });
});

describe('an AWS connector', () => {
  it('goes as JSON, with what was given and no more', async () => {
    const { aws } = test.client.cloudConnectors;
    const all = {
      ...SETTINGS.aws,
      description: 'Sample External ID',
      govCloud: true,
      chinaRegion: true,
      portalConnector: true,
      pollingFrequency: { hours: 1, minutes: 1 },
      remediationEnabled: true,
    };
    const { govCloud, chinaRegion, portalConnector, ...same } = all;
    const sent = {
      ...same,
      isGovCloud: true,
      isChinaRegion: true,
      isPortalConnector: true,
    };

    await aws.create(SETTINGS.aws);
    await aws.create(all, { allowGovAndChina: true });
    await aws.update(ID, all, { allowGovAndChina: true });

    expect(test.sent).toMatchObject([
      { method: 'POST', path: `${BASE}/aws/connectors` },
      { method: 'POST', path: `${BASE}/aws/connectors` },
      { method: 'PUT', path: `${BASE}/aws/connectors/${ID}` },
    ]);
    expect(test.sent.map(({ body }) => body)).toEqual([
      { json: SETTINGS.aws },
      { json: sent },
      { json: sent },
    ]);
  });

  it.each([
    [true, { remediationEnabled: true }],
    [false, { remediationEnabled: false }],
    ['unchanged' as const, {}],
    [undefined, {}],
  ])('is updated with remediation %j', async (remediationEnabled, member) => {
    await test.client.cloudConnectors.aws.update(ID, {
      ...SETTINGS.aws,
      remediationEnabled,
    });
    expect(test.sent[0].body).toEqual({ json: { ...SETTINGS.aws, ...member } });
  });

  it('is refused before it is sent, by the name of the setting', async () => {
    const { aws } = test.client.cloudConnectors;
    const legacy = { ...SETTINGS.aws, externalId: 'EU2-2792719' };
    const error = await errorOf(aws.update(ID, legacy));
    expect(error).toMatchObject({ kind: 'invalid', path: 'externalId' });
    expect(error.message).toMatch(
      /^The settings of an AWS connector: externalId: must have three parts .*trust policy of its role too\. Nothing was sent\.$/,
    );

    const both = { ...SETTINGS.aws, govCloud: true, chinaRegion: true };
    expect(await errorOf(aws.create(both))).toMatchObject({
      kind: 'invalid',
      path: 'chinaRegion',
    });
    const unknown = { ...SETTINGS.aws, qualysAccountId: '1' };
    expect(await errorOf(aws.create(unknown))).toMatchObject({
      kind: 'invalid',
      path: 'qualysAccountId',
    });
    expect(test.sent).toEqual([]);
  });

  it('may have an odd role where that rule is lifted', async () => {
    const arn = 'arn:aws:iam::XXXXXXXXXXXX:role/Sample CV_role';
    await test.client.cloudConnectors.aws.create(
      { ...SETTINGS.aws, arn },
      { allowNonStandardArn: true },
    );
    expect(test.sent[0].body).toMatchObject({ json: { arn } });
  });
});

describe('an Azure connector', () => {
  const { subscriptionId, ...updated } = SETTINGS.azure;

  it('is created with its subscription, and updated without', async () => {
    const { azure } = test.client.cloudConnectors;
    await azure.create({ ...SETTINGS.azure, govCloud: false });
    await azure.update(ID, SETTINGS.azure);
    await azure.update(ID, SETTINGS.azure, { sendSubscriptionId: true });

    expect(test.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST ${BASE}/azure/connectors`,
      `PUT ${BASE}/azure/connectors/${ID}`,
      `PUT ${BASE}/azure/connectors/${ID}`,
    ]);
    expect(test.sent.map(({ body }) => body)).toEqual([
      { json: { ...SETTINGS.azure, isGovCloud: false } },
      { json: updated },
      { json: SETTINGS.azure },
    ]);
  });

  it('needs the subscription that shall be sent', async () => {
    const update = test.client.cloudConnectors.azure.update(ID, updated, {
      sendSubscriptionId: true,
    });
    expect(await errorOf(update)).toMatchObject({
      kind: 'invalid',
      path: 'subscriptionId',
    });
    expect(test.sent).toEqual([]);
  });
});

describe('a GCP connector', () => {
  const configFile = {
    name: 'my-project-1513669048551.json',
    type: 'application/json',
    text: KEY_FILE,
  };

  it('goes as a form with a file, everything else as text', async () => {
    const { gcp } = test.client.cloudConnectors;
    await gcp.create({
      ...SETTINGS.gcp,
      description: 'Desc”ription',
      pollingFrequency: { hours: 4, minutes: 0 },
      remediationEnabled: true,
    });
    await gcp.update(ID, { description: 'Sample Description update' });
    await gcp.update(ID, { configFile: KEY_FILE, remediationEnabled: false });

    expect(test.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST ${BASE}/gcp/connectors`,
      `PUT ${BASE}/gcp/connectors/${ID}`,
      `PUT ${BASE}/gcp/connectors/${ID}`,
    ]);
    expect(test.sent.map(({ body }) => body)).toEqual([
      {
        form: {
          configFile,
          name: 'API Connector',
          description: 'Desc”ription',
          projectId: 'my-project-1513669048551',
          pollingFrequencyInHrs: '4',
          pollingFrequencyInMinutes: '0',
          remediationEnabled: 'true',
        },
      },
      { form: { description: 'Sample Description update' } },
      { form: { configFile, remediationEnabled: 'false' } },
    ]);
  });

  it('names the file so that nothing in the key can break the form', async () => {
    const key = { ...JSON.parse(KEY_FILE), project_id: 'a"\r\nb/../c' };
    await test.client.cloudConnectors.gcp.update(ID, {
      configFile: JSON.stringify(key),
    });
    expect(test.sent[0].body).toMatchObject({
      form: { configFile: { name: 'a---b-..-c.json' } },
    });
  });
});

describe('the secrets of a connector', () => {
  const { private_key: privateKey, private_key_id: keyId } =
    JSON.parse(KEY_FILE);
  const lines = (privateKey as string).split('\n').slice(1, 4);
  const SECRETS: Record<string, string[]> = {
    aws: [SETTINGS.aws.externalId],
    azure: [SETTINGS.azure.authenticationKey],
    gcp: [...lines, keyId],
  };

  it.each([
    ['as it was sent', (raw: string) => raw],
    ['in JSON', (raw: string) => JSON.stringify(raw)],
    ['in a URL', (raw: string) => encodeURIComponent(raw)],
    ['cut off', (raw: string) => raw.slice(raw.indexOf(lines[0]))],
    [
      'cut short',
      (raw: string) =>
        raw.slice(raw.indexOf(lines[0]), raw.indexOf(lines[1]) + 9),
    ],
  ])('stand in no error, however they are echoed: %s', async (_, echo) => {
    for (const [name, write] of writes) {
      test.answer = (response, { raw }) =>
        answering(
          400,
          JSON.stringify({ errorCode: 'CV-1', message: echo(raw) }),
        )(response);
      const error = await errorOf(write());
      expect(error).toMatchObject({ kind: 'invalid', code: 'CV-1' });
      for (const secret of SECRETS[name.split(' ')[0]]) {
        expect(error.message).not.toContain(secret);
        expect(error.message).not.toContain(encodeURIComponent(secret));
      }
    }
  });

  it('stand in no error where the client itself refuses them', async () => {
    const { azure, gcp } = test.client.cloudConnectors;
    const authenticationKey = 'Zq8secret with spaces';
    const refused = [
      azure.create({ ...SETTINGS.azure, authenticationKey }),
      gcp.create({ ...SETTINGS.gcp, configFile: 'Zq8secret' }),
      gcp.update(ID, { configFile: `${KEY_FILE}Zq8secret` }),
    ];
    for (const write of refused) {
      const error = await errorOf(write);
      expect(error.kind).toBe('invalid');
      expect(JSON.stringify(error) + error.stack).not.toMatch(/Zq8secret|MII/);
    }
    expect(test.sent).toEqual([]);
  });
});
