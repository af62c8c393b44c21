import { demoConnectors } from '..';
import {
  START,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';

describe('the control port', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ seed: 3, connectors: 30 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset({ seed: 3, connectors: 30 }));

  const port: TestPlatform['controlPort'] = (...args) =>
    platform.controlPort(...args);
  const total = async () =>
    (await platform.get('/aws/connectors?pageNo=0&pageSize=1')).totalElements;

  it('says how the platform is', async () => {
    expect((await port('GET', '/health')).json()).toEqual({
      status: 'ok',
      connectors: 30,
      seed: 3,
      now: new Date(START).toISOString(),
    });
  });

  it('sets faults and takes them away', async () => {
    const fault = { match: { path: '/aws/' }, kind: 'status', status: 503 };
    expect((await port('POST', '/faults', fault)).status).toBe(204);
    await expect(total()).rejects.toThrow('503');
    expect((await port('DELETE', '/faults')).status).toBe(204);
    await expect(total()).resolves.toBeGreaterThan(0);
  });

  it('shows and clears the journal', async () => {
    await total();
    expect((await port('GET', '/journal')).json()).toHaveLength(1);
    expect((await port('DELETE', '/journal')).status).toBe(204);
    expect((await port('GET', '/journal')).json()).toEqual([]);
  });

  it('moves the clock', async () => {
    const answer = await port('POST', '/clock', { ms: 5000 });
    expect(answer.json()).toMatchObject({
      now: new Date(START + 5000).toISOString(),
    });
  });

  it.each([
    ['/s3-integrations', { id: '7', name: 'Findings' }],
    [
      '/security-hub-integrations',
      {
        id: '49',
        name: 'Demo',
        rows: [
          {
            awsAccount: '048213577190',
            minSeverity: 3,
            baseCategory: 'Confirmed',
            regions: ['eu-west-1'],
          },
        ],
      },
    ],
    ['/option-profiles', { id: '11123', name: 'Light' }],
  ])('adds to %s what has an id of its own', async (path, object) => {
    const added = await port('POST', path, object);
    expect(added.status).toBe(201);
    expect(added.json()).toMatchObject(object);
    const listed = await port('GET', path);
    expect(listed.json()).toContainEqual(added.json());

    const again = await port('POST', path, object);
    expect(again.status).toBe(409);
    expect(again.json().error).toContain(object.id);
    const wrong = await port('POST', path, { ...object, id: 'seven' });
    expect(wrong.status).toBe(400);
    expect(wrong.json().issues[0].field).toBe('id');
  });

  it('tells which connector of Asset Management is one of CloudView', async () => {
    const added = await port('POST', '/connectors', {});
    const { connectorId } = added.json();
    const there = await port(
      'GET',
      `/connectors/${connectorId}/asset-data-connector`,
    );
    expect(there.json()).toEqual({
      id: platform.control.assetDataConnectorId(connectorId),
    });
    const none = await port('GET', '/connectors/nobody/asset-data-connector');
    expect(none.status).toBe(404);
    expect(none.json().error).toContain('nobody');
  });

  it('tells which web apps were deleted in WAS alone', async () => {
    const { id } = (await port('POST', '/web-apps', {})).json();
    const left = () => port('GET', '/web-apps/left-in-subscription');
    expect((await left()).json()).toEqual([]);
    const deletion = `${platform.urls.api}/qps/rest/3.0/delete/was/webapp/${id}`;
    await platform.send('POST', deletion);
    expect((await left()).json()).toEqual([id]);
  });

  it('lets tokens expire', async () => {
    const token = await platform.signIn();
    expect((await port('DELETE', '/tokens')).status).toBe(204);
    const answer = await platform.send(
      'GET',
      `${platform.urls.gateway}/cloudview-api/rest/v1/aws/connectors/awsBaseAccountId`,
      undefined,
      { authorization: `Bearer ${token}` },
    );
    expect(answer.status).toBe(401);
  });

  it('begins anew', async () => {
    const before = await platform.get('/aws/connectors?pageNo=0&pageSize=300');
    platform.control.advanceClock(1e9);
    platform.control.addFault({ match: {}, kind: 'reset' });
    const [{ id }] = demoConnectors(3);
    platform.control.removeConnector(id);
    await port('POST', '/connectors', {});

    expect((await port('POST', '/reset', {})).json()).toMatchObject({
      connectors: 30,
      now: new Date(START).toISOString(),
    });
    expect(platform.control.journal()).toEqual([]);
    expect(await platform.get('/aws/connectors?pageNo=0&pageSize=300')).toEqual(
      before,
    );
  });

  it('begins anew with another size and seed', async () => {
    const answer = await port('POST', '/reset', { connectors: 15, seed: 9 });
    expect(answer.json()).toMatchObject({ connectors: 15, seed: 9 });
    const [{ id, name }] = demoConnectors(9);
    expect(await platform.get(`/aws/connectors/${id}`)).toMatchObject({ name });
  });

  describe('churn', () => {
    it('adds a connector of each cloud', async () => {
      for (const provider of ['AWS', 'AZURE', 'GCP'] as const) {
        const answer = await port('POST', '/connectors', {
          provider,
          name: 'mine',
        });
        expect(answer.status).toBe(201);
        const { connectorId } = answer.json();
        const path = `/${provider.toLowerCase()}/connectors/${connectorId}`;
        expect(await platform.get(path)).toEqual(answer.json());
        expect(answer.json()).toMatchObject({ name: 'mine', state: 'SUCCESS' });
      }
    });

    it('adds the same connectors after every reset', async () => {
      const first = platform.control.addConnector({ provider: 'AZURE' });
      platform.control.reset();
      expect(platform.control.addConnector({ provider: 'AZURE' })).toEqual(
        first,
      );
    });

    it('changes a connector and takes away what may be missing', async () => {
      const { connectorId } = platform.control.addConnector({
        description: 'old',
        remediationEnabled: true,
      });
      const answer = await port('PATCH', `/connectors/${connectorId}`, {
        name: 'renamed',
        description: null,
        remediationEnabled: null,
        state: 'ERROR',
        errors: [{ error: 'denied', region: 'eu-west-1' }],
      });
      expect(answer.status).toBe(200);
      const connector = await platform.get(`/aws/connectors/${connectorId}`);
      expect(connector).toEqual(answer.json());
      expect(connector).toMatchObject({ name: 'renamed', state: 'ERROR' });
      expect(connector).not.toHaveProperty('description');
      expect(connector).not.toHaveProperty('remediationEnabled');
      const errors = await platform.get(
        `/aws/connectors/${connectorId}/errors?pageNo=0&pageSize=9`,
      );
      expect(errors.content).toMatchObject([
        { error: 'denied', region: 'eu-west-1', connectorName: 'renamed' },
      ]);
    });

    it('forgets the errors of a connector that is well again', async () => {
      const failing = demoConnectors(3)[1];
      const answer = await port('PATCH', `/connectors/${failing.id}`, {
        state: 'SUCCESS',
      });
      expect(answer.json()).toMatchObject({ state: 'SUCCESS', error: '' });
      const errors = await platform.get(
        `/aws/connectors/${failing.id}/errors?pageNo=0&pageSize=9`,
      );
      expect(errors.totalElements).toBe(0);
    });

    it('keeps a warning beside a good state', async () => {
      const { connectorId } = platform.control.addConnector({ error: '50004' });
      expect(
        await platform.get(`/aws/connectors/${connectorId}`),
      ).toMatchObject({ state: 'SUCCESS', error: '50004' });
    });

    it('takes a connector away', async () => {
      const before = await total();
      const [{ id }] = demoConnectors(3);
      expect((await port('DELETE', `/connectors/${id}`)).status).toBe(204);
      expect(await total()).toBe(before - 1);
      await expect(platform.get(`/aws/connectors/${id}`)).rejects.toThrow(
        '404',
      );
    });

    it('knows no connector that is not there', async () => {
      for (const method of ['PATCH', 'DELETE']) {
        const answer = await port(method, '/connectors/nobody', {});
        expect(answer.status).toBe(404);
        expect(answer.json()).toEqual({
          error: 'There is no connector nobody',
        });
      }
    });

    it('adds no connector twice', async () => {
      const [{ id }] = demoConnectors(3);
      const answer = await port('POST', '/connectors', { connectorId: id });
      expect(answer.status).toBe(409);
    });
  });

  it.each([
    ['/faults', {}, 'kind'],
    ['/faults', { kind: 'explode' }, 'kind'],
    ['/faults', { kind: 'status', status: 42 }, 'status'],
    ['/faults', { kind: 'slow', delayMs: -1 }, 'delayMs'],
    ['/faults', { kind: 'reset', match: { host: 'moon' } }, 'match.host'],
    ['/faults', { kind: 'reset', match: { paht: 'x' } }, 'paht'],
    ['/faults', { kind: 'status', headers: { 'a b': 'c' } }, 'headers'],
    ['/clock', { ms: -5 }, 'ms'],
    ['/clock', {}, 'ms'],
    ['/reset', { connectors: 'many' }, 'connectors'],
    ['/reset', { sed: 3 }, 'sed'],
    ['/connectors', { provider: 'OCI' }, 'provider'],
    ['/connectors', { connectorId: 'x' }, 'connectorId'],
    ['/connectors', { awsAccountId: '123' }, 'awsAccountId'],
    ['/connectors', { name: null }, 'name'],
    ['/connectors', { provider: 'AWS', projectId: 'p' }, 'projectId'],
    ['/connectors', { errors: [{ region: 'x' }] }, 'errors.0.error'],
  ])('refuses POST %s with %j, naming %s', async (path, body, field) => {
    const before = platform.control.health().connectors;
    const answer = await port('POST', path, body);
    expect(answer.status).toBe(400);
    expect(answer.json().error).toContain(field);
    expect(platform.control.health().connectors).toBe(before);
  });

  it('refuses what is no JSON, and knows no other path', async () => {
    const broken = await platform.call(`${platform.urls.control}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"kind":',
    });
    expect(broken.status).toBe(400);
    expect(broken.json().error).toMatch(/^\(body\)/);
    expect((await port('GET', '/elsewhere')).status).toBe(404);
  });

  it('refuses the same in its methods', () => {
    expect(() => platform.control.advanceClock(-1)).toThrow(/ms/);
    expect(() => platform.control.removeConnector('nobody')).toThrow(
      'There is no connector nobody',
    );
  });
});
