import { mockApis, registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  claim,
  heldBackList,
  status,
  summary,
} from '../__testUtils__/fixtures';
import { callHistory, ownership } from '../__testUtils__/platformFixtures';
import { ASSETS_CHOICES } from '../__testUtils__/connectorFixtures';
import {
  connectorRequest,
  EXTERNAL_ID,
  requestChoices,
  requestFindings,
  TRUST_POLICY,
} from '../__testUtils__/requestFixtures';
import {
  scanList,
  webApp,
  webAppChoices,
  WEB_APP_OBJECT,
} from '../__testUtils__/webAppFixtures';
import { entityHub, wholeHub } from '../__testUtils__/securityHubFixtures';
import { QualysApiError } from './QualysApiError';
import { QualysClientApi } from './QualysClientApi';

const BASE = 'http://portal.example/api/qualys/v1';

const server = setupServer();
registerMswTestHooks(server);

const api = new QualysClientApi({
  fetchApi: mockApis.fetch({
    resolvePluginProtocol: {
      discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.example' }),
    },
  }),
});

/** The requests that the backend got, and what it answers each with. */
function backend(answer: () => Response | Promise<Response>) {
  const requests: {
    method: string;
    url: string;
    body: string;
    ifMatch?: string;
  }[] = [];
  server.use(
    http.all(`${BASE}/*`, async ({ request }) => {
      const ifMatch = request.headers.get('If-Match');
      requests.push({
        method: request.method,
        url: request.url.slice(BASE.length),
        body: await request.text(),
        ...(ifMatch !== null && { ifMatch }),
      });
      return answer();
    }),
  );
  return requests;
}

function failure(attempt: Promise<unknown>): Promise<QualysApiError> {
  return attempt.then(
    () => {
      throw new Error('It should have failed');
    },
    error => error,
  );
}

describe('QualysClientApi', () => {
  it('asks for all that is bound to an entity, with every part encoded', async () => {
    const requests = backend(() => HttpResponse.json(summary()));

    const answer = await api.getEntitySummary({
      kind: 'Component',
      namespace: '../secret',
      name: 'a b?c=d#e',
    });

    expect(answer.entityRef).toBe('component:default/checkout');
    expect(requests).toEqual([
      {
        method: 'GET',
        url: '/entities/Component/..%2Fsecret/a%20b%3Fc%3Dd%23e',
        body: '',
      },
    ]);
  });

  it('asks for connectors with only those filters that are set', async () => {
    const requests = backend(() =>
      HttpResponse.json({ items: [], totalItems: 0 }),
    );

    await api.listConnectors({
      owner: 'group:default/a&b',
      q: '',
      state: undefined,
      limit: 20,
    });

    expect(requests[0].url).toBe(
      '/connectors?owner=group%3Adefault%2Fa%26b&limit=20',
    );
  });

  it('asks for a connector’s errors, for claims and for the status', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        ...status(),
        items: [],
        totalItems: 0,
        truncated: false,
        asOf: '2026-03-01T10:00:00.000Z',
      }),
    );

    await api.getEntityConnectorErrors(
      { kind: 'component', namespace: 'default', name: 'x' },
      { subscription: 'main', id: 'a/b' },
    );
    await api.listBindings({ state: 'open' });
    await api.getStatus();

    expect(requests.map(({ url }) => url)).toEqual([
      '/entities/component/default/x/connectors/main/a%2Fb/errors',
      '/bindings?state=open',
      '/status',
    ]);
  });

  it('asks page by page for what happened to a connector and for what an entity owns', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        items: [],
        keptDays: 90,
        totalItems: 0,
        withheld: 2,
        nextCursor: 'more',
      }),
    );

    const history = await api.getEntityConnectorHistory(
      { kind: 'component', namespace: 'default', name: 'x' },
      { subscription: 'main', id: 'a/b' },
      { cursor: 'c&d', limit: 10 },
    );
    const owned = await api.getOwnedConnectors(
      { kind: 'group', namespace: 'default', name: 'payments' },
      { limit: 20 },
    );

    expect(history).toEqual({ items: [], keptDays: 90, nextCursor: 'more' });
    expect(owned.withheld).toBe(2);
    expect(requests.map(({ url }) => url)).toEqual([
      '/entities/component/default/x/connectors/main/a%2Fb/history?cursor=c%26d&limit=10',
      '/entities/group/default/payments/owned-connectors?limit=20',
    ]);
  });

  it('asks what a connector is bound to', async () => {
    const requests = backend(() =>
      HttpResponse.json({ items: [{ entityRef: 'component:default/x' }] }),
    );

    const { items } = await api.getBoundEntities(
      { kind: 'resource', namespace: 'default', name: 'aws-1' },
      { subscription: 'main', id: 'a/b' },
    );

    expect(items).toEqual([{ entityRef: 'component:default/x' }]);
    expect(requests.map(({ url }) => url)).toEqual([
      '/entities/resource/default/aws-1/connectors/main/a%2Fb/bound-entities',
    ]);
  });

  it('asks which rule owns what, and for the calls of some hours', async () => {
    const requests = backend(() =>
      HttpResponse.json({ ...ownership(), ...callHistory() }),
    );

    const { rules } = await api.getOwnership();
    const { items } = await api.getCallHistory({ hours: 24 });

    expect(rules).toHaveLength(2);
    expect(items).toHaveLength(1);
    expect(requests.map(({ url }) => url)).toEqual([
      '/ownership',
      '/calls?hours=24',
    ]);
  });

  it('sends a decision and a wish for a sync once each', async () => {
    const requests = backend(() =>
      HttpResponse.json({ ...claim(), alreadyRunning: true }),
    );

    await api.decideBinding('claim/1', 'accept', { reason: 'ours' });
    const { alreadyRunning } = await api.startSync('main');

    expect(alreadyRunning).toBe(true);
    expect(requests).toEqual([
      {
        method: 'POST',
        url: '/bindings/claim%2F1/accept',
        body: '{"reason":"ours"}',
      },
      { method: 'POST', url: '/subscriptions/main/sync', body: '{}' },
    ]);
  });

  it('asks for what is held back, and sends a decision about it once', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        ...heldBackList(),
        subscription: 'main',
        provider: 'AWS',
        connectors: 2,
      }),
    );

    await api.listHeldBack('main', { provider: 'AWS', cursor: undefined });
    await api.decideRemoval('main', 'dismiss', {
      provider: 'AWS',
      version: 'v1',
    });

    expect(requests).toEqual([
      {
        method: 'GET',
        url: '/subscriptions/main/removals?provider=AWS',
        body: '',
      },
      {
        method: 'POST',
        url: '/subscriptions/main/removals/dismiss',
        body: '{"provider":"AWS","version":"v1"}',
      },
    ]);
  });

  it('reads web apps and their scans, afresh for forms alone', async () => {
    const requests = backend(() =>
      HttpResponse.json({ ...webApp(), ...scanList(), ...webAppChoices() }),
    );

    await api.getWebApp(WEB_APP_OBJECT);
    await api.getWebApp(WEB_APP_OBJECT, { fresh: true });
    await api.getWebAppChoices(WEB_APP_OBJECT);
    const { items } = await api.getWebAppScans(WEB_APP_OBJECT, { fresh: true });

    expect(items).toHaveLength(3);
    const path = '/entities/component/default/checkout/web-apps/main/4711';
    expect(requests.map(({ url }) => url)).toEqual([
      path,
      `${path}?fresh=true`,
      `${path}/choices`,
      `${path}/scans?fresh=true`,
    ]);
  });

  it('sends changes of web apps from the state that they are made from', async () => {
    const requests = backend(() =>
      HttpResponse.json({ ...webApp(), ...scanList() }),
    );

    await api.updateWebApp(WEB_APP_OBJECT, 'v1', { settings: { name: 'x' } });
    await api.launchScan(WEB_APP_OBJECT, 'v2', {
      name: 'x',
      type: 'DISCOVERY',
    });
    await api.cancelScan(WEB_APP_OBJECT, 'v3', '8/1', { reason: 'it hurts' });

    const path = '/entities/component/default/checkout/web-apps/main/4711';
    expect(requests).toEqual([
      {
        method: 'PATCH',
        url: path,
        body: '{"settings":{"name":"x"}}',
        ifMatch: '"v1"',
      },
      {
        method: 'POST',
        url: `${path}/scans`,
        body: '{"name":"x","type":"DISCOVERY"}',
        ifMatch: '"v2"',
      },
      {
        method: 'POST',
        url: `${path}/scans/8%2F1/cancel`,
        body: '{"reason":"it hurts"}',
        ifMatch: '"v3"',
      },
    ]);
  });

  it('creates a web app for an entity', async () => {
    const entityRef = 'component:default/checkout';
    const annotation = { name: 'qualys.com/web-apps', value: '4711' };
    const requests = backend(() =>
      HttpResponse.json({ webApp: webApp(), entityRef, annotation }),
    );
    const settings = { name: 'x', url: 'https://x.example.com' };

    const created = await api.createWebApp('main', { entityRef, settings });

    expect(created.annotation).toEqual(annotation);
    expect(requests).toEqual([
      {
        method: 'POST',
        url: '/web-apps/main',
        body: JSON.stringify({ entityRef, settings }),
      },
    ]);
  });

  it('passes on what the backend says went wrong', async () => {
    backend(() =>
      HttpResponse.json(
        {
          error: {
            name: 'ServiceUnavailableError',
            message: 'Qualys limits the portal.',
            code: 'limited',
            retryAfter: 90,
            fields: [{ path: 'q', message: 'too long' }],
          },
          response: { statusCode: 503 },
        },
        { status: 503 },
      ),
    );

    const error = await failure(api.getStatus());

    expect(error).toBeInstanceOf(QualysApiError);
    expect(error).toMatchObject({
      message: 'Qualys limits the portal.',
      code: 'limited',
      retryAfter: 90,
      status: 503,
      fields: [{ path: 'q', message: 'too long' }],
    });
  });

  it.each([
    [401, 'permission'],
    [403, 'permission'],
    [404, 'notFound'],
    [429, 'limited'],
    [502, 'unavailable'],
    [500, 'internal'],
  ])('knows a %i that somebody else answered as %s', async (code, kind) => {
    backend(
      () => new HttpResponse('<html>Bad gateway</html>', { status: code }),
    );

    expect(await failure(api.getStatus())).toMatchObject({
      code: kind,
      status: code,
      message: `The portal answered ${code}.`,
    });
  });

  it('keeps the message of an error in the portal’s own form', async () => {
    backend(() =>
      HttpResponse.json(
        { error: { name: 'AuthenticationError', message: 'Token expired' } },
        { status: 401 },
      ),
    );

    expect((await failure(api.getStatus())).message).toBe('Token expired');
  });

  it('asks for what Security Hub gets, and changes it from a known state', async () => {
    const answers: object[] = [];
    const requests: { method: string; url: string; ifMatch: string | null }[] =
      [];
    server.use(
      http.all(`${BASE}/*`, ({ request }) => {
        requests.push({
          method: request.method,
          url: request.url.slice(BASE.length),
          ifMatch: request.headers.get('If-Match'),
        });
        return HttpResponse.json(answers.shift());
      }),
    );
    const object = {
      entity: { kind: 'component', namespace: 'default', name: 'x' },
      subscription: 'main',
      id: '34/5',
    };
    const rows = entityHub().rows;
    const why = { name: 'Commerce', reason: 'it has ended' };
    answers.push(
      ...[entityHub(), entityHub(), entityHub()],
      { items: [wholeHub()], asOf: wholeHub().asOf },
      { items: [wholeHub()], asOf: wholeHub().asOf },
      ...[wholeHub(), wholeHub(), wholeHub(), wholeHub(), wholeHub()],
      { deleted: true },
    );

    await api.getEntitySecurityHub(object);
    await api.getEntitySecurityHub(object, { fresh: true });
    await api.updateEntitySecurityHub(object, 'v', { rows });
    await api.listSecurityHubIntegrations('a/b');
    await api.listSecurityHubIntegrations('main', { fresh: true });
    await api.getSecurityHubIntegration(object, { fresh: true });
    await api.createSecurityHubIntegration('main', { name: 'x', rows });
    await api.updateSecurityHubIntegration(object, 'v', { rows });
    await api.renameSecurityHubIntegration(object, 'v', { name: 'x' });
    await api.removeSecurityHubAccounts(object, 'v', why);
    await api.deleteSecurityHubIntegration(object, 'v', why);

    const of = '/entities/component/default/x/security-hub/main/34%2F5';
    const one = '/security-hub/main/34%2F5';
    expect(
      requests.map(({ method, url, ifMatch }) => `${method} ${url} ${ifMatch}`),
    ).toEqual([
      `GET ${of} null`,
      `GET ${of}?fresh=true null`,
      `PUT ${of} "v"`,
      'GET /security-hub/a%2Fb null',
      'GET /security-hub/main?fresh=true null',
      `GET ${one}?fresh=true null`,
      'POST /security-hub/main null',
      `PUT ${one} "v"`,
      `PUT ${one}/name "v"`,
      `POST ${one}/accounts/delete "v"`,
      `POST ${one}/delete "v"`,
    ]);
  });

  it('keeps what is done and what is not of a change of several steps', async () => {
    const steps = [
      { step: { kind: 'write', awsAccounts: ['012345678901'] }, state: 'done' },
      { step: { kind: 'readBack' }, state: 'failed' },
    ];
    backend(() =>
      HttpResponse.json(
        {
          error: {
            name: 'ConflictError',
            message: 'Not as asked.',
            code: 'conflict',
            steps,
            current: entityHub(),
          },
          response: { statusCode: 409 },
        },
        { status: 409 },
      ),
    );

    expect(await failure(api.getStatus())).toMatchObject({
      code: 'conflict',
      steps,
      current: { name: 'Commerce' },
    });
  });

  it('never takes an answer that it cannot read for an empty one', async () => {
    backend(() => HttpResponse.json({ unforeseen: true }));

    expect(await failure(api.listConnectors({}))).toMatchObject({
      code: 'unexpectedAnswer',
      status: 200,
    });
  });

  it('says that the portal cannot be reached', async () => {
    backend(() => HttpResponse.error());

    const error = await failure(api.getStatus());
    expect(error.code).toBe('unavailable');
    expect(error.status).toBeUndefined();
    expect(error.message).toMatch(/portal cannot be reached/);
  });

  it('ends a request that is aborted, and calls that no failure of the portal', async () => {
    const controller = new AbortController();
    backend(async () => {
      controller.abort();
      return HttpResponse.json(status());
    });

    const error = await failure(api.getStatus({ signal: controller.signal }));

    expect(error).not.toBeInstanceOf(QualysApiError);
    expect(error.name).toBe('AbortError');
  });

  it('sends what is done with a request for a connector from a known state', async () => {
    const draft = connectorRequest();
    const requests = backend(() => HttpResponse.json(draft));
    const { settings } = draft;
    const target = { subscription: 'main', provider: 'AWS' as const, settings };

    await api.createConnectorRequest(target);
    await api.getConnectorRequest('a/b');
    await api.saveConnectorRequest('a/b', 'v1', { settings: { name: 'x' } });
    await api.actOnConnectorRequest('a/b', 'v2', 'submit', { direct: true });
    await api.actOnConnectorRequest('a/b', 'v3', 'reject', { reason: 'no' });
    await api.getConnectorRequestTemplate('a/b');
    await api.deleteConnector(
      { subscription: 'main', id: 'c/d' },
      { name: 'payments', reason: 'gone' },
    );

    expect(requests).toEqual([
      { method: 'POST', url: '/requests', body: JSON.stringify(target) },
      { method: 'GET', url: '/requests/a%2Fb', body: '' },
      {
        method: 'PUT',
        url: '/requests/a%2Fb',
        body: '{"settings":{"name":"x"}}',
        ifMatch: '"v1"',
      },
      {
        method: 'POST',
        url: '/requests/a%2Fb/submit',
        body: '{"direct":true}',
        ifMatch: '"v2"',
      },
      {
        method: 'POST',
        url: '/requests/a%2Fb/reject',
        body: '{"reason":"no"}',
        ifMatch: '"v3"',
      },
      { method: 'GET', url: '/requests/a%2Fb/template', body: '' },
      {
        method: 'POST',
        url: '/connectors/main/c%2Fd/delete',
        body: '{"name":"payments","reason":"gone"}',
      },
    ]);
  });

  it('asks for requests, for what they can choose from, and what would be wrong', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        items: [connectorRequest()],
        totalItems: 1,
        ...requestChoices(),
        ...requestFindings(),
        ...ASSETS_CHOICES,
        externalId: EXTERNAL_ID,
        principalAccount: '805950163170',
        customerOwned: false,
        trustPolicy: TRUST_POLICY,
      }),
    );
    const check = {
      subscription: 'main',
      provider: 'AWS' as const,
      settings: { name: 'x' },
    };

    await api.listConnectorRequests({ scope: 'mine', state: 'submitted' });
    await api.checkConnectorRequest(check);
    await api.getConnectorRequestChoices();
    await api.getConnectorRequestAssetsChoices('a/b');
    await api.getNewExternalId({ subscription: 'main', partition: 'aws-cn' });

    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /requests?scope=mine&state=submitted',
      'POST /requests/check',
      'GET /requests/choices',
      'GET /requests/choices/a%2Fb',
      'GET /external-id?subscription=main&partition=aws-cn',
    ]);
    expect(requests[1].body).toBe(JSON.stringify(check));
  });
});
