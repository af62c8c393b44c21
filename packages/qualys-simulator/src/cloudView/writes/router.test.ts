import { demoConnectors } from '../..';
import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../../__testUtils__/platform';

const SETTLE_MS = 60_000;

// The request of "Unique Secure External ID for AWS connectors".
const AWS = {
  arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
  description: 'Sample External ID',
  externalId: 'USPOD01-4765-9011278609223',
  isChinaRegion: true,
  isGovCloud: true,
  isPortalConnector: true,
  name: 'ABC',
  pollingFrequency: { hours: 1, minutes: 1 },
};

// The request of "Enable Remediation through API".
const AZURE = {
  applicationId: '5a7b2c14-9d0e-4f63-8a21-3c5d7e9f1b20',
  authenticationKey: 'hush',
  description: 'This is test description',
  directoryId: '0c1d2e3f-4a5b-4c6d-8e9f-a0b1c2d3e4f5',
  isGovCloud: true,
  name: 'My Azure Connector',
  remediationEnabled: true,
  subscriptionId: '9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a',
  pollingFrequency: { hours: 4, minutes: 0 },
};

const KEY_FILE = new File(['{"type":"service_account"}'], 'my-project.json', {
  type: 'application/json',
});

const GCP = {
  configFile: KEY_FILE,
  description: 'Description',
  name: 'API Connector',
  projectId: 'my-project-1513669048551',
  remediationEnabled: 'true',
};

function formOf(fields: Record<string, string | File | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.set(name, value);
  }
  return form;
}

describe('writes of CloudView', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 20 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const send = (method: string, path: string, body?: unknown) =>
    platform.send(
      method,
      `${platform.urls.cloudView}/cloudview-api/rest/v1${path}`,
      body,
    );
  const done = async (method: string, path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    return answer.text && answer.json();
  };
  const get = (cloud: string, id: string) =>
    platform.get(`/${cloud}/connectors/${id}`);
  const createAws = async (change = {}) =>
    done('POST', '/aws/connectors', { ...AWS, ...change });

  describe('creating', () => {
    it('makes an AWS connector that is pending with a code', async () => {
      const created = await createAws();
      expect(created).toEqual({
        connectorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: 'ABC',
        description: 'Sample External ID',
        provider: 'AWS',
        state: 'PENDING',
        error: '50004',
        totalAssets: 0,
        lastSyncedOn: 'Wed Mar 04 10:30:00 UTC 2026',
        nextSyncedOn: 'Wed Mar 04 11:31:00 UTC 2026',
        isGovCloud: true,
        isChinaRegion: true,
        awsAccountId: '123456789012',
        isDisabled: false,
        groups: [],
        pollingFrequency: { hours: 1, minutes: 1 },
        baseAccountId: expect.stringMatching(/^\d{12}$/),
        externalId: 'USPOD01-4765-9011278609223',
        arn: AWS.arn,
        // Whatever was asked for.
        isPortalConnector: false,
        remediationEnabled: false,
      });
      expect(await get('aws', created.connectorId)).toEqual(created);

      platform.control.advanceClock(SETTLE_MS);
      expect(await get('aws', created.connectorId)).toMatchObject({
        state: 'SUCCESS',
        error: '',
      });
    });

    it('makes another connector each time', async () => {
      const ids = [await createAws(), await createAws()].map(
        ({ connectorId }) => connectorId,
      );
      expect(new Set(ids).size).toBe(2);
      expect(platform.control.health().connectors).toBe(22);

      platform.control.reset();
      expect((await createAws()).connectorId).toBe(ids[0]);
    });

    it('makes an Azure connector and never shows its key', async () => {
      const created = await done('POST', '/azure/connectors', AZURE);
      const { authenticationKey: _, ...settings } = AZURE;
      expect(created).toMatchObject({
        ...settings,
        state: 'PENDING',
        error: '',
        totalAssets: 0,
      });
      expect(
        JSON.stringify(await get('azure', created.connectorId)),
      ).not.toMatch(/hush|authenticationKey/);
    });

    it('makes a GCP connector from a form', async () => {
      const created = await done('POST', '/gcp/connectors', formOf(GCP));
      expect(created).toMatchObject({
        name: 'API Connector',
        description: 'Description',
        provider: 'GCP',
        state: 'PENDING',
        remediationEnabled: true,
        isDisabled: false,
        projectId: 'my-project-1513669048551',
        groups: [],
        pollingFrequency: { hours: 4, minutes: 0 },
      });
      const often = formOf({ ...GCP, pollingFrequencyInMinutes: '30' });
      expect(await done('POST', '/gcp/connectors', often)).toMatchObject({
        pollingFrequency: { hours: 0, minutes: 30 },
      });
    });

    it('syncs every four hours and leaves remediation off unless told otherwise', async () => {
      const { arn, externalId, name } = AWS;
      expect(
        await done('POST', '/aws/connectors', { arn, externalId, name }),
      ).toMatchObject({
        description: '',
        isGovCloud: false,
        isChinaRegion: false,
        remediationEnabled: false,
        pollingFrequency: { hours: 4, minutes: 0 },
      });
    });

    it.each<[string, string, Record<string, unknown>]>([
      ['externalId', 'aws', { ...AWS, externalId: 'USPOD01-4765-9011' }],
      ['externalId', 'aws', { ...AWS, externalId: '1658443190235' }],
      ['externalId', 'aws', { ...AWS, externalId: 'USPOD01-47x-90112786' }],
      ['externalId', 'aws', { ...AWS, externalId: undefined }],
      ['arn', 'aws', { ...AWS, arn: 'arn:aws:iam::12345:role/Short' }],
      ['name', 'aws', { ...AWS, name: ' ' }],
      ['isGovCloud', 'aws', { ...AWS, isGovCloud: 'yes' }],
      [
        'pollingFrequency.minutes',
        'aws',
        { ...AWS, pollingFrequency: { hours: 0, minutes: 60 } },
      ],
      [
        'authenticationKey',
        'azure',
        { ...AZURE, authenticationKey: undefined },
      ],
      ['subscriptionId', 'azure', { ...AZURE, subscriptionId: undefined }],
    ])('refuses a wrong %s of %s', async (field, cloud, body) => {
      const answer = await send('POST', `/${cloud}/connectors`, body);
      expect(answer.status).toBe(400);
      expect(answer.json()).toEqual({
        errorCode: '400',
        message: expect.stringMatching(new RegExp(`^${field}: `)),
        timestamp: expect.any(Number),
      });
      expect(platform.control.health().connectors).toBe(20);
    });

    it.each([
      ['configFile', { ...GCP, configFile: undefined }],
      ['configFile', { ...GCP, configFile: '{"type":"service_account"}' }],
      ['configFile', { ...GCP, configFile: new File(['not json'], 'a.json') }],
      ['projectId', { ...GCP, projectId: undefined }],
      ['remediationEnabled', { ...GCP, remediationEnabled: 'maybe' }],
      [
        'pollingFrequencyInMinutes',
        { ...GCP, pollingFrequencyInMinutes: '60' },
      ],
    ])('refuses a form with a wrong %s', async (field, fields) => {
      const answer = await send('POST', '/gcp/connectors', formOf(fields));
      expect(answer.status).toBe(400);
      expect(answer.json().message).toMatch(new RegExp(`^${field}: `));
    });

    it('refuses what is of another type', async () => {
      expect((await send('POST', '/gcp/connectors', AZURE)).status).toBe(415);
      expect((await send('POST', '/aws/connectors', formOf(GCP))).status).toBe(
        415,
      );
      const broken = await platform.call(
        `${platform.urls.cloudView}/cloudview-api/rest/v1/gcp/connectors`,
        {
          method: 'POST',
          headers: {
            ...basic(platform.credentials),
            'content-type': 'multipart/form-data',
          },
          body: '{"description":"Sample Description update"}',
        },
      );
      expect(broken.status).toBe(400);
    });
  });

  describe('updating', () => {
    it('replaces the settings of an AWS connector', async () => {
      const { connectorId } = await createAws();
      platform.control.advanceClock(SETTLE_MS);
      const { pollingFrequency: _, description: __, ...rest } = AWS;
      const updated = await done('PUT', `/aws/connectors/${connectorId}`, {
        ...rest,
        name: 'DEF',
      });
      expect(updated).toMatchObject({
        connectorId,
        name: 'DEF',
        description: '',
        pollingFrequency: { hours: 4, minutes: 0 },
        state: 'SUCCESS',
      });
      expect(platform.control.health().connectors).toBe(21);
    });

    it('begins anew where Qualys signs in in another way', async () => {
      const [well] = demoConnectors();
      const path = `/aws/connectors/${well.id}`;
      const { arn, externalId, name } = await platform.get(path);
      const kept = await done('PUT', path, { arn, externalId, name });
      expect(kept).toMatchObject({ state: 'SUCCESS', error: '' });
      const changed = { arn: `${arn}2`, externalId, name };
      expect(await done('PUT', path, changed)).toMatchObject({
        state: 'PENDING',
        error: '50004',
      });
    });

    it.each(['aws', 'azure', 'gcp'])(
      'keeps the remediation of %s that it does not name',
      async cloud => {
        const bodies: Record<string, (remediation?: boolean) => unknown> = {
          aws: remediationEnabled => ({ ...AWS, remediationEnabled }),
          azure: remediationEnabled => ({ ...AZURE, remediationEnabled }),
          gcp: remediation =>
            formOf({ ...GCP, remediationEnabled: remediation?.toString() }),
        };
        const body = bodies[cloud];
        const { connectorId } = await done(
          'POST',
          `/${cloud}/connectors`,
          body(true),
        );
        const update = async (remediation?: boolean) =>
          (
            await done(
              'PUT',
              `/${cloud}/connectors/${connectorId}`,
              body(remediation),
            )
          ).remediationEnabled;
        expect(await update()).toBe(true);
        expect(await update(false)).toBe(false);
        expect(await update()).toBe(false);
        expect(await update(true)).toBe(true);
      },
    );

    it('bears a subscriptionId of Azure, without effect', async () => {
      const { connectorId } = await done('POST', '/azure/connectors', AZURE);
      const path = `/azure/connectors/${connectorId}`;
      const moved = { ...AZURE, subscriptionId: 'another' };
      expect(await done('PUT', path, moved)).toMatchObject({
        subscriptionId: AZURE.subscriptionId,
      });
    });

    it('keeps an Azure key that is left out, or refuses to', async () => {
      const { connectorId } = await done('POST', '/azure/connectors', AZURE);
      const path = `/azure/connectors/${connectorId}`;
      const { authenticationKey: _, ...keyless } = AZURE;
      expect((await send('PUT', path, keyless)).status).toBe(200);

      platform.control.setBehaviours({ azureUpdateWithoutKey: 'refused' });
      const refused = await send('PUT', path, keyless);
      expect(refused.status).toBe(400);
      expect(refused.json().message).toMatch(/^authenticationKey/);
      expect((await send('PUT', path, AZURE)).status).toBe(200);
    });

    it('changes of a GCP connector what the form names', async () => {
      const { connectorId } = await done(
        'POST',
        '/gcp/connectors',
        formOf(GCP),
      );
      platform.control.advanceClock(SETTLE_MS);
      const path = `/gcp/connectors/${connectorId}`;
      const description = 'Sample Description update';
      expect(await done('PUT', path, formOf({ description }))).toMatchObject({
        name: 'API Connector',
        description,
        state: 'SUCCESS',
        remediationEnabled: true,
        pollingFrequency: { hours: 4, minutes: 0 },
      });
      const key = formOf({ configFile: KEY_FILE });
      expect(await done('PUT', path, key)).toMatchObject({ state: 'PENDING' });
    });

    it('wants an external ID in the new form', async () => {
      const legacy = demoConnectors().find(
        ({ name }) => name === 'logistics-tracking-prod',
      )!;
      const path = `/aws/connectors/${legacy.id}`;
      const { arn, externalId, name } = await platform.get(path);
      expect((await send('PUT', path, { arn, externalId, name })).status).toBe(
        400,
      );
    });

    it('finds no connector of another cloud', async () => {
      const { connectorId } = await createAws();
      const path = `/azure/connectors/${connectorId}`;
      expect((await send('PUT', path, AZURE)).status).toBe(404);
    });
  });

  describe('several connectors at once', () => {
    const ids = demoConnectors()
      .filter(({ provider }) => provider === 'AWS')
      .map(({ id }) => id);

    it('are deleted', async () => {
      const answer = await send('DELETE', '/aws/connectors', ids.slice(0, 2));
      expect([answer.status, answer.text]).toEqual([200, '']);
      for (const id of ids.slice(0, 2)) {
        expect((await send('GET', `/aws/connectors/${id}`)).status).toBe(404);
      }
      expect((await get('aws', ids[2])).connectorId).toBe(ids[2]);
    });

    it('are switched off and on', async () => {
      const switched = async (verb: string) => {
        const path = `/aws/connectors/connectors/${verb}`;
        expect(await done('PATCH', path, ids.slice(0, 2))).toEqual({
          acknowledged: true,
        });
        return Promise.all(
          ids.slice(0, 3).map(async id => (await get('aws', id)).isDisabled),
        );
      };
      expect(await switched('disable')).toEqual([true, true, false]);
      expect(await switched('enable')).toEqual([false, false, false]);
    });

    it('are synced, and come to the state that they were in', async () => {
      const [, failing] = demoConnectors();
      platform.control.advanceClock(30 * 60_000);
      await done('POST', '/aws/connectors/run', [failing.id]);
      expect(await get('aws', failing.id)).toMatchObject({
        state: 'PENDING',
        lastSyncedOn: 'Wed Mar 04 11:00:00 UTC 2026',
      });
      platform.control.advanceClock(SETTLE_MS);
      expect(await get('aws', failing.id)).toMatchObject({
        state: 'ERROR',
        error: expect.stringContaining('sts:AssumeRole'),
        lastSyncedOn: 'Wed Mar 04 11:01:00 UTC 2026',
      });
    });

    it('are not synced while they are switched off', async () => {
      await done('PATCH', '/aws/connectors/connectors/disable', [ids[0]]);
      const path = '/aws/connectors/run';
      expect((await send('POST', path, [ids[0]])).status).toBe(400);
      await done('POST', path, [ids[0], ids[1]]);
      expect((await get('aws', ids[0])).state).not.toBe('PENDING');
      expect((await get('aws', ids[1])).state).toBe('PENDING');
    });

    it.each([
      ['DELETE', '/aws/connectors', 400],
      ['POST', '/aws/connectors/run', 404],
      ['PATCH', '/aws/connectors/connectors/disable', 400],
    ])(
      '%s %s does nothing where one is unknown',
      async (method, path, status) => {
        const [gcp] = demoConnectors().filter(
          ({ provider }) => provider === 'GCP',
        );
        const answer = await send(method, path, [ids[0], gcp.id]);
        expect(answer.status).toBe(status);
        expect(answer.json().message).toContain(gcp.id);
        expect(await get('aws', ids[0])).toMatchObject({
          state: 'SUCCESS',
          isDisabled: false,
        });
      },
    );

    it.each([[[]], [{ connectorIds: ids }], [undefined]])(
      'refuses %j, which is no array of ids',
      async body => {
        const answer = await send('DELETE', '/aws/connectors', body);
        expect([400, 415]).toContain(answer.status);
        expect(platform.control.health().connectors).toBe(20);
      },
    );
  });

  it.each([
    ['PATCH', '/aws/connectors', 'GET, POST, DELETE'],
    ['POST', `/aws/connectors/${demoConnectors()[0].id}`, 'GET, PUT'],
    ['PUT', '/gcp/connectors/connectors/enable', 'PATCH'],
    ['DELETE', '/azure/connectors/run', 'POST'],
  ])('knows no %s %s', async (method, path, allowed) => {
    const answer = await send(method, path, []);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe(allowed);
  });

  describe('the template of the role', () => {
    const path = (query: string) => `/aws/connectors/aws/download?${query}`;

    it.each([
      ['Global', 'aws'],
      ['Gov', 'aws-us-gov'],
      ['China', 'aws-cn'],
    ])('is a file for %s', async (type, partition) => {
      const query = `awsCloudType=${type}&externalId=USPOD01-4765-90112`;
      const answer = await send('GET', path(query));
      expect(answer.headers['content-type']).toBe('application/octet-stream');
      expect(answer.headers['content-disposition']).toMatch(/^attachment/);
      expect(answer.text).toContain('"sts:ExternalId": "USPOD01-4765-90112"');
      expect(answer.text).toContain(`arn:${partition}:iam::`);
    });

    it.each([
      ['awsCloudType', 'externalId=a'],
      ['externalId', 'awsCloudType=Gov'],
      ['awsCloudType', 'awsCloudType=GLOBAL&externalId=a'],
    ])('wants %s', async (named, query) => {
      const answer = await send('GET', path(query));
      expect(answer.status).toBe(400);
      expect(answer.json().message).toContain(named);
    });
  });
});
