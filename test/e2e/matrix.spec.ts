/*
 * Who of the demo may call which route and use which action, found out by
 * calling each of them as each role.
 */
import type { Page } from '@playwright/test';
import {
  authorizationOf,
  expect,
  signIn,
  signOut,
  test,
  type Persona,
} from './support/portal';

/** The roles of the demo. The service of these tests is one of the owner's. */
const PERSONAS = {
  platform: 'Platform engineer',
  auditor: 'Auditor',
  owner: 'Payments engineer',
  otherTeam: 'Storefront engineer',
  guest: 'Guest',
} as const satisfies Record<string, Persona>;
type Role = keyof typeof PERSONAS;

const EVERYBODY: readonly Role[] = [
  'platform',
  'auditor',
  'owner',
  'otherTeam',
  'guest',
];
const PLATFORM: readonly Role[] = ['platform'];
const READERS: readonly Role[] = ['platform', 'auditor'];
const OWNERS: readonly Role[] = ['platform', 'owner'];
const CONCERNED: readonly Role[] = ['platform', 'auditor', 'owner'];
const TEAMS: readonly Role[] = ['platform', 'owner', 'otherTeam'];
const PEOPLE: readonly Role[] = ['platform', 'auditor', 'owner', 'otherTeam'];
const NOBODY: readonly Role[] = [];

const reason = 'Because it is tried';
const S3 = {
  name: 'payments-findings',
  bucketName: 'payments-qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::048213577190:role/qualys-s3',
  minSeverity: 3,
  filterQuery: {
    vuln: '',
    asset: '',
    removeVulnFilter: true,
    removeAssetFilter: true,
  },
  sendVulnInfo: true,
  compressData: true,
  resultSectionNeeded: true,
  sendAlerts: false,
  errorEmails: [],
};
// The name is taken, so that nothing comes of it.
const HUB_THAT_IS = {
  name: 'Commerce',
  rows: [
    {
      awsAccount: '048213577190',
      minSeverity: 4,
      baseCategory: 'Confirmed',
      regions: ['eu-west-1'],
    },
  ],
};
const ONE_CONNECTOR = {
  subscription: 'main',
  id: 'b1c3b6e8-6e56-31f0-b457-c4f6b8aba70e',
};
const NOBODYS = '7b2e1f26-0f41-4e3d-9c7a-8f804d915c33';
const wanted = {
  subscription: 'main',
  provider: 'AWS',
  settings: { name: 'Tried', account: '012345678901' },
};

const ENTITY = '/v1/entities/{kind}/{namespace}/{name}';
const CONNECTOR = `${ENTITY}/connectors/{subscription}/{id}`;
const ONE = '/v1/connectors/{subscription}/{id}';
const S3_ONE = `${ENTITY}/s3/{subscription}/{id}`;
const WEB_APP = `${ENTITY}/web-apps/{subscription}/{id}`;
const HUB = `${ENTITY}/security-hub/{subscription}/{id}`;
const HUBS = '/v1/security-hub/{subscription}';

type Row = [
  may: readonly Role[],
  body?: object,
  options?: {
    query?: string;
    /** Whether what is named is not there, so that those who may are told so. */
    missing?: boolean;
  },
];

/** Who may call each route, and what it is called with. A route without its row fails the test. */
const ROUTES: Record<string, Row> = {
  'GET /v1/status': [READERS],
  'GET /v1/calls': [READERS],
  'GET /v1/ownership': [READERS],
  'POST /v1/subscriptions/{subscription}/sync': [PLATFORM],
  'GET /v1/subscriptions/{subscription}/removals': [READERS],
  'POST /v1/subscriptions/{subscription}/removals/confirm': [
    PLATFORM,
    { provider: 'AWS', version: 'none' },
  ],
  'POST /v1/subscriptions/{subscription}/removals/dismiss': [
    PLATFORM,
    { provider: 'AWS', version: 'none' },
  ],
  'GET /v1/connectors': [READERS],
  [`GET ${ONE}`]: [READERS],
  [`GET ${ONE}/errors`]: [READERS],
  [`GET ${ONE}/history`]: [READERS],
  [`POST ${ONE}/delete`]: [PLATFORM, { name: 'Another one', reason }],
  'GET /v1/bindings': [READERS],
  'POST /v1/bindings/{id}/accept': [PLATFORM, {}, { missing: true }],
  'POST /v1/bindings/{id}/reject': [PLATFORM, {}, { missing: true }],
  'POST /v1/bindings/{id}/withdraw': [PLATFORM, {}, { missing: true }],

  [`GET ${ENTITY}`]: [EVERYBODY],
  [`GET ${ENTITY}/history`]: [EVERYBODY],
  [`GET ${ENTITY}/owned-connectors`]: [EVERYBODY],
  [`GET ${CONNECTOR}`]: [EVERYBODY],
  [`GET ${CONNECTOR}/errors`]: [EVERYBODY],
  [`GET ${CONNECTOR}/history`]: [EVERYBODY],
  [`GET ${CONNECTOR}/bound-entities`]: [EVERYBODY],
  [`GET ${CONNECTOR}/settings`]: [OWNERS],
  [`PATCH ${CONNECTOR}`]: [OWNERS, { name: 'Ours', reason }],
  [`POST ${CONNECTOR}/credentials`]: [OWNERS, { expiresOn: '2030-12-31' }],
  [`POST ${CONNECTOR}/enable`]: [OWNERS, {}],
  [`POST ${CONNECTOR}/disable`]: [OWNERS, { reason }],
  [`POST ${CONNECTOR}/run`]: [OWNERS, {}],
  [`GET ${CONNECTOR}/assets`]: [OWNERS],
  [`PATCH ${CONNECTOR}/assets`]: [OWNERS, { activation: ['VM'], reason }],
  [`GET ${CONNECTOR}/assets/choices`]: [OWNERS],
  [`GET ${CONNECTOR}/external-id`]: [OWNERS],
  [`POST ${CONNECTOR}/external-id`]: [OWNERS, { reason }],
  [`POST ${CONNECTOR}/external-id/prepare`]: [OWNERS, {}],
  [`POST ${CONNECTOR}/external-id/run`]: [OWNERS, {}],
  [`POST ${CONNECTOR}/external-id/finish`]: [OWNERS, {}],
  [`GET ${S3_ONE}`]: [EVERYBODY],
  [`PUT ${S3_ONE}`]: [OWNERS, { settings: S3, reason }],
  [`POST ${S3_ONE}/adopt`]: [OWNERS, { settings: S3 }],
  [`POST ${S3_ONE}/external-id`]: [OWNERS, { reason }],
  [`POST ${S3_ONE}/external-id/confirm`]: [OWNERS, {}],
  [`GET ${WEB_APP}`]: [EVERYBODY],
  [`PATCH ${WEB_APP}`]: [OWNERS, { settings: { name: 'Ours' }, reason }],
  [`GET ${WEB_APP}/choices`]: [OWNERS],
  [`GET ${WEB_APP}/scans`]: [EVERYBODY],
  [`POST ${WEB_APP}/scans`]: [OWNERS, { name: 'x', type: 'VULNERABILITY' }],
  [`POST ${WEB_APP}/scans/{scanId}/cancel`]: [OWNERS, { reason }],
  [`GET ${HUB}`]: [EVERYBODY],
  [`PUT ${HUB}`]: [OWNERS, { rows: [], reason }],
  'POST /v1/web-apps/{subscription}': [
    PLATFORM,
    {
      entityRef: 'component:default/warehouse',
      settings: { name: 'Tried', url: 'https://tried.example.com' },
    },
  ],
  [`GET ${HUBS}`]: [PLATFORM],
  [`POST ${HUBS}`]: [PLATFORM, HUB_THAT_IS],
  [`GET ${HUBS}/{id}`]: [PLATFORM],
  [`PUT ${HUBS}/{id}`]: [PLATFORM, { rows: [], reason }],
  [`PUT ${HUBS}/{id}/name`]: [PLATFORM, { name: 'tried' }],
  [`POST ${HUBS}/{id}/accounts/delete`]: [PLATFORM, { name: 'x', reason }],
  [`POST ${HUBS}/{id}/delete`]: [PLATFORM, { name: 'x', reason }],

  'GET /v1/external-id': [TEAMS, undefined, { query: '?subscription=main' }],
  // Those who may see some are shown them, which may be none.
  'GET /v1/requests': [PEOPLE],
  'POST /v1/requests': [TEAMS, wanted],
  'POST /v1/requests/file': [
    TEAMS,
    { ...wanted, idempotencyKey: 'tried-by-the-matrix' },
  ],
  // For whoever may ask for, change or decide about requests, who are the same roles here.
  'POST /v1/requests/check': [TEAMS, wanted],
  'GET /v1/requests/choices': [TEAMS],
  'GET /v1/requests/choices/{subscription}': [TEAMS],
  'GET /v1/requests/{id}': [CONCERNED],
  'GET /v1/requests/{id}/template': [OWNERS],
  'PUT /v1/requests/{id}': [OWNERS, { settings: {} }],
  'POST /v1/requests/{id}/submit': [OWNERS, {}],
  'POST /v1/requests/{id}/access': [
    OWNERS,
    { arn: 'arn:aws:iam::012345678901:role/qualys' },
  ],
  'POST /v1/requests/{id}/withdraw': [OWNERS, {}],
  'POST /v1/requests/{id}/cancel': [OWNERS, {}],
  'POST /v1/requests/{id}/retry': [OWNERS, {}],
  'POST /v1/requests/{id}/approve': [PLATFORM, {}],
  'POST /v1/requests/{id}/reject': [PLATFORM, { reason }],

  'GET /v1/history': [READERS],
  'GET /v1/history/csv': [READERS],
  // For other parts of the portal itself.
  'GET /v1/requests/{id}/state': [NOBODY],
  'GET /v1/snapshot': [NOBODY],
  'GET /v1/snapshot/changes': [NOBODY],
  'GET /v1/snapshot/gone': [NOBODY],
  'PUT /v1/catalog': [NOBODY, {}],
  'PUT /v1/catalog/applying': [NOBODY, {}],
};

/** Who may use each action, and what it is used with. */
const ACTIONS: Record<
  string,
  [may: readonly Role[], inputOf: (requestId: string) => object]
> = {
  'list-connectors': [READERS, () => ({})],
  'get-connector': [CONCERNED, () => ONE_CONNECTOR],
  'explain-connector-error': [CONCERNED, () => ONE_CONNECTOR],
  'preview-connector-request': [TEAMS, () => wanted],
  'file-connector-request': [
    TEAMS,
    () => ({ ...wanted, idempotencyKey: 'tried-by-the-matrix-too' }),
  ],
  'list-connector-requests': [PEOPLE, () => ({})],
  'get-connector-request': [CONCERNED, id => ({ id })],
  'decide-connector-request': [
    PLATFORM,
    id => ({ id, version: 'any', decision: 'reject', reason }),
  ],
};

const CHECKOUT = {
  kind: 'component',
  namespace: 'default',
  name: 'checkout',
};

/** The ids of what is bound to Checkout in the demo, by the part of the route. */
const BOUND: Record<string, string> = {
  connectors: 'b1c3b6e8-6e56-31f0-b457-c4f6b8aba70e',
  s3: '1001',
  'web-apps': '17687665',
  'security-hub': '34',
};

/** What says that somebody may not: neither do it, nor learn that there is something. */
const REFUSED = [401, 403, 404];

interface Asked {
  method: string;
  path: string;
  body?: object;
}

/** The address of a route, with what is in the demo. */
function addressOf(route: string, requestId: string): string {
  const [, template] = route.split(' ');
  const part = Object.keys(BOUND).find(each => template.includes(`/${each}/`));
  const idOf = () => {
    if (template.includes('/bindings/')) return NOBODYS;
    if (template.includes('/requests/')) return requestId;
    return part === undefined ? '' : BOUND[part];
  };
  const values: Record<string, string> = {
    ...CHECKOUT,
    subscription: 'main',
    id: idOf(),
    scanId: '1',
  };
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

async function send(page: Page, authorization: string, asked: Asked) {
  const answer = await page.request.fetch(`/api/qualys${asked.path}`, {
    method: asked.method,
    data: asked.body,
    headers: { authorization, 'If-Match': '"any"' },
  });
  return { status: answer.status(), text: await answer.text() };
}

test('each role may call and use what is its own, and nothing else', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const signedIn = {} as Record<Role, string>;
  for (const role of EVERYBODY) {
    await signIn(page, PERSONAS[role]);
    signedIn[role] = await authorizationOf(page);
    await signOut(page);
  }

  const { text: draft } = await send(page, signedIn.owner, {
    method: 'POST',
    path: '/v1/requests',
    body: {
      ...wanted,
      settings: { ...wanted.settings, owner: 'group:default/payments' },
    },
  });
  const requestId: string = JSON.parse(draft).id;

  const found: Record<string, string> = {};
  const expected: Record<string, string> = {};
  const note = async (
    what: string,
    may: readonly Role[],
    missing: boolean,
    asked: Asked,
  ) => {
    const allowed: Role[] = [];
    for (const role of EVERYBODY) {
      const { status } = await send(page, signedIn[role], asked);
      const isRefused = missing
        ? status === 401 || status === 403
        : REFUSED.includes(status);
      if (!isRefused) allowed.push(role);
    }
    found[what] = allowed.join(' ');
    expected[what] = may.join(' ');
    const { status } = await send(page, '', asked);
    found[`${what}, signed out`] = `${status}`;
    expected[`${what}, signed out`] = '401';
  };

  await test.step('every route has its row', async () => {
    const { text } = await send(page, signedIn.guest, {
      method: 'GET',
      path: '/v1/openapi.json',
    });
    const routes = Object.entries<object>(JSON.parse(text).paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(ROUTES).sort()).toEqual(routes.sort());
  });

  await test.step('each route', async () => {
    for (const [route, [may, body, options = {}]] of Object.entries(ROUTES)) {
      const { query = '', missing = false } = options;
      const [method] = route.split(' ');
      const path = `${addressOf(route, requestId)}${query}`;
      await note(route, may, missing, { method, path, body });
    }
  });

  await test.step('each action', async () => {
    const path = '/.backstage/actions/v1/actions';
    const { text } = await send(page, signedIn.platform, {
      method: 'GET',
      path,
    });
    const ids: string[] = JSON.parse(text).actions.map(
      ({ id }: { id: string }) => id,
    );
    expect(ids.map(id => id.replace(/^qualys:/, '')).sort()).toEqual(
      Object.keys(ACTIONS).sort(),
    );
    for (const [name, [may, inputOf]] of Object.entries(ACTIONS)) {
      await note(`action ${name}`, may, false, {
        method: 'POST',
        path: `${path}/${encodeURIComponent(`qualys:${name}`)}/invoke`,
        body: inputOf(requestId),
      });
    }
  });

  expect(found).toEqual(expected);
});
