/*
 * What somebody with a valid sign-in tries, at every route by which the
 * settings of a bound object are changed: none of it reaches Qualys.
 */
import { errorBodySchema } from 'backstage-plugin-qualys-common';
import {
  catalogEntity,
  PAYMENTS,
  startClaimsBackend,
  type ClaimsBackend,
} from '../__testUtils__/claims';
import { OWN, ROWS, THEIRS } from '../__testUtils__/securityHub';
import { testDatabases } from '../__testUtils__/databases';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const WEB_APP = '4711';
const REASON = 'Somebody asked for it';
const HTML = '<img src=x onerror=alert(1)>';

const S3 = {
  name: 'payments-findings',
  bucketName: 'payments-qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::048213577190:role/qualys-s3',
  minSeverity: 3,
  filterQuery: {
    vuln: 'category: [`Confirmed`] AND severity >= 3',
    asset: '',
    removeVulnFilter: false,
    removeAssetFilter: false,
  },
  sendVulnInfo: true,
  compressData: true,
  resultSectionNeeded: true,
  sendAlerts: false,
  errorEmails: [],
};

type Method = 'post' | 'put' | 'patch' | 'delete';

/** The ids of the bound objects, by what they are called in paths. */
const IDS: Record<string, string> = {
  connectors: PAYMENTS,
  s3: '1001',
  'security-hub': '34',
  'web-apps': WEB_APP,
};

/** A body that each route takes, by the route without the entity and the object. */
const BODIES: Record<string, object> = {
  'patch connectors': { name: 'Payments', reason: REASON },
  'post connectors/enable': {},
  'post connectors/disable': { reason: REASON },
  'post connectors/run': {},
  'patch connectors/assets': { activation: ['VM'], reason: REASON },
  'post connectors/credentials': { expiresOn: '2099-12-31' },
  'post connectors/external-id/prepare': { pod: 'US2', subscriptionId: '4765' },
  'post connectors/external-id': { reason: REASON },
  'post connectors/external-id/run': {},
  'post connectors/external-id/finish': {},
  'put s3': { settings: S3, reason: REASON },
  'post s3/adopt': { settings: S3 },
  'post s3/external-id': { reason: REASON },
  'post s3/external-id/confirm': {},
  'put security-hub': {
    rows: [
      {
        awsAccount: OWN,
        minSeverity: 4,
        baseCategory: 'Confirmed',
        regions: ['eu-west-1'],
      },
    ],
    reason: REASON,
  },
  'patch web-apps': { settings: { name: 'Checkout' }, reason: REASON },
  'post web-apps/scans': { name: 'A scan', type: 'VULNERABILITY' },
  'post web-apps/scans/{scanId}/cancel': { reason: REASON },
};

const ENTITY = '/v1/entities/{kind}/{namespace}/{name}';
const OBJECT = '/{subscription}/{id}';

const databases = testDatabases();
const [[databaseId]] = databases.eachSupportedId();
const simulator = useSimulator(0);
let backend: ClaimsBackend;

beforeEach(async () => {
  const { control } = simulator.current;
  control.addConnector({
    connectorId: PAYMENTS,
    name: 'Payments production',
    awsAccountId: '012345678901',
    externalId: 'US2-4765-9011278609223',
    state: 'SUCCESS',
    // So that Asset Management can change it, too.
    isPortalConnector: true,
  } as Parameters<typeof control.addConnector>[0]);
  control.addWebApp({ id: Number(WEB_APP), name: 'Checkout' });
  control.addSecurityHubIntegration({ id: '34', name: 'Commerce', rows: ROWS });
  backend = await startClaimsBackend({
    knex: await databases.init(databaseId),
    simulator: simulator.current,
    bindings: { accept: [{ entity: 'component:default/checkout' }] },
  });
  await backend.sync();
  backend.catalog.entities = ['checkout', 'copycat'].map(name =>
    catalogEntity(name, {
      annotations: {
        'qualys.com/connectors': PAYMENTS,
        'qualys.com/s3-integrations': '1001',
        'qualys.com/security-hub-integrations': '34',
        'qualys.com/aws-accounts': OWN,
        'qualys.com/web-apps': WEB_APP,
      },
    }),
  );
  await backend.get('/entities/component/default/checkout');
  control.clearJournal();
});
afterEach(() => backend.stop());

interface Route {
  method: Method;
  /** `web-apps/scans`: what stands in `BODIES`. */
  name: string;
  path: (where?: { entity?: string; subscription?: string }) => string;
}

/** The routes that change something of an object of an entity, as the API describes itself. */
async function changingRoutes(): Promise<Route[]> {
  const { body } = await backend.get('/openapi.json');
  return Object.entries<object>(body.paths).flatMap(([path, methods]) => {
    if (!path.startsWith(`${ENTITY}/`)) return [];
    const rest = path.slice(ENTITY.length + 1);
    if (!rest.includes(OBJECT)) return [];
    const [kind, action] = rest.split(OBJECT);
    return (Object.keys(methods) as (Method | 'get')[])
      .filter((method): method is Method => method !== 'get')
      .map(method => ({
        method,
        name: `${method} ${kind}${action}`,
        path: ({ entity = 'checkout', subscription = 'main' } = {}) =>
          `/entities/component/default/${entity}/${kind}/${subscription}/${
            IDS[kind]
          }${action.replace(/\{\w+\}/g, '1')}`,
      }));
  });
}

/** What would have changed something in Qualys. */
function sent() {
  const reads = /\/(get|search|count)\/|\/auth$/;
  return simulator.current.control
    .journal()
    .filter(({ method, path }) => method !== 'GET' && !reads.test(path))
    .map(({ method, path }) => `${method} ${path}`);
}

async function expectNothingDone() {
  expect(sent()).toEqual([]);
  const { body } = await backend.get('/history');
  expect(body.items).toEqual([]);
}

interface Attempt {
  body?: unknown;
  ifMatch?: string;
  at?: { entity?: string; subscription?: string };
}

/** Tries something at every route, and gives the error of each answer. */
async function tryEverywhere(attempt: (valid: object) => Attempt) {
  const answers: Record<string, { status: number; fields: string[] }> = {};
  for (const { method, name, path } of await changingRoutes()) {
    const { body, ifMatch = '"any"', at } = attempt(BODIES[name]);
    const { status, body: answer } = await backend.change(method, path(at), {
      body: body as object,
      ifMatch,
    });
    const told = errorBodySchema.safeParse(answer).data?.error;
    answers[name] = {
      status,
      fields: told?.fields?.map(field => field.path) ?? [],
    };
  }
  return answers;
}

function statuses(answers: Record<string, { status: number }>) {
  return Object.fromEntries(
    Object.entries(answers).map(([name, { status }]) => [name, status]),
  );
}

/** The same for every route. */
function all<T>(value: T) {
  return Object.fromEntries(Object.keys(BODIES).map(name => [name, value]));
}

/** The texts of a body, by where they stand in it: `settings.name`. */
function textsIn(body: object, where = ''): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (typeof value === 'string') return [`${where}${name}`];
    return typeof value === 'object' && value !== null
      ? textsIn(value, `${where}${name}.`)
      : [];
  });
}

/** A body with another text at a place of it. */
function withText(body: object, place: string, text: string): object {
  const copy = structuredClone(body);
  const names = place.split('.');
  const last = names.pop()!;
  const at = names.reduce<any>((inner, name) => inner[name], copy);
  at[last] = text;
  return copy;
}

/** The texts that may be any, whatever they look like: nothing else tells a name from a name. */
const ANY_TEXT: Record<string, string[]> = {
  'patch connectors': ['name', 'reason'],
  'post connectors/disable': ['reason'],
  'patch connectors/assets': ['reason'],
  'post connectors/external-id': ['reason'],
  'put s3': ['settings.name', 'settings.bucketName', 'reason'],
  'post s3/adopt': ['settings.name', 'settings.bucketName'],
  'post s3/external-id': ['reason'],
  // What may stand in a row depends on what stands there already.
  'put security-hub': ['rows.0.baseCategory', 'rows.0.regions.0', 'reason'],
  'patch web-apps': ['settings.name', 'reason'],
  'post web-apps/scans': ['name'],
  'post web-apps/scans/{scanId}/cancel': ['reason'],
};

describe('an attacker with a valid sign-in', () => {
  it('finds no other route than those that are tried here', async () => {
    const names = (await changingRoutes()).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(BODIES).sort());
  });

  describe('changes nothing, and reaches Qualys with nothing,', () => {
    afterEach(expectNothingDone);

    it('by copying the annotations of another team', async () => {
      const answers = await tryEverywhere(body => ({
        body,
        at: { entity: 'copycat' },
      }));
      expect(statuses(answers)).toEqual(all(404));
    });

    it('by naming another subscription', async () => {
      const answers = await tryEverywhere(body => ({
        body,
        at: { subscription: 'other' },
      }));
      expect(statuses(answers)).toEqual(all(404));
    });

    it('without permission on the entity', async () => {
      backend.deniedOn.add('component:default/checkout');
      expect(statuses(await tryEverywhere(body => ({ body })))).toEqual(
        all(403),
      );
    });

    it('from a state that there is not', async () => {
      expect(statuses(await tryEverywhere(body => ({ body })))).toEqual(
        all(412),
      );
    });

    it('with fields that nobody asked for, which are named', async () => {
      const answers = await tryEverywhere(body => ({
        body: { ...body, admin: true },
      }));
      expect(answers).toEqual(all({ status: 400, fields: ['body'] }));
    });

    it('with a body that is no object', async () => {
      for (const body of [[], ['a'], [BODIES]]) {
        const answers = await tryEverywhere(() => ({ body }));
        expect(statuses(answers)).toEqual(all(400));
      }
    });

    it('with a prototype', async () => {
      for (const name of ['__proto__', 'constructor', 'prototype']) {
        const answers = await tryEverywhere(body => ({
          // As it comes over the network: an own field of that name.
          body: JSON.parse(
            JSON.stringify(body).replace(
              /^\{/,
              `{"${name}":{"reason":"x","admin":true}${
                Object.keys(body).length ? ',' : ''
              }`,
            ),
          ),
        }));
        expect(
          Object.values(answers).every(({ status }) =>
            [400, 412].includes(status),
          ),
        ).toBe(true);
      }
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });

    it('with a body that is larger than any change', async () => {
      const answers = await tryEverywhere(body => ({
        body: { ...body, reason: 'x'.repeat(2_000_000) },
      }));
      expect(
        Object.values(answers).every(({ status }) =>
          [400, 413].includes(status),
        ),
      ).toBe(true);
    });

    it('with a reason that says nothing, or is longer than one', async () => {
      for (const reason of [' ', 'x'.repeat(1_001), 7, null]) {
        const answers = await tryEverywhere(body => ({
          body: { ...body, reason },
        }));
        expect(statuses(answers)).toEqual(all(400));
      }
    });

    it.each([
      ['a name of 51 characters', { name: 'x'.repeat(51) }, 'name'],
      ['no name', { name: ' ' }, 'name'],
      [
        'addresses without alerts',
        { sendAlerts: false, errorEmails: ['a@example.com'] },
        'errorEmails',
      ],
      [
        'a query with the time of day in it',
        {
          filterQuery: { ...S3.filterQuery, vuln: 'lastDetected > now-3d' },
        },
        'filterQuery.vuln',
      ],
      [
        'a query that Qualys would not understand',
        { filterQuery: { ...S3.filterQuery, vuln: 'severity >=' } },
        'filterQuery.vuln',
      ],
      ['another role', { roleArn: `arn:aws:iam::1:role/${HTML}` }, 'roleArn'],
      ['a severity of 6', { minSeverity: 6 }, 'minSeverity'],
      ['HTML for a region', { bucketRegion: HTML }, 'bucketRegion'],
    ])('with %s', async (_, change, field) => {
      const { body, status } = await backend.change(
        'put',
        '/entities/component/default/checkout/s3/main/1001',
        {
          body: { settings: { ...S3, ...change }, reason: REASON },
          ifMatch: '"any"',
        },
      );
      expect(status).toBe(400);
      expect(
        errorBodySchema.parse(body).error.fields?.map(({ path }) => path),
      ).toContain(`body.settings.${field}`);
    });

    it('with HTML in any text, which is refused by its name where not any text may stand', async () => {
      const letThrough: Record<string, string[]> = {};
      for (const { method, name, path } of await changingRoutes()) {
        for (const place of textsIn(BODIES[name])) {
          const { body, status } = await backend.change(method, path(), {
            body: withText(BODIES[name], place, HTML),
            ifMatch: '"any"',
          });
          if (status === 412) {
            (letThrough[name] ??= []).push(place);
            continue;
          }
          expect({ name, place, status }).toEqual({ name, place, status: 400 });
          const { fields = [] } = errorBodySchema.parse(body).error;
          expect(fields.map(field => field.path)).toContain(`body.${place}`);
        }
      }
      expect(letThrough).toEqual(ANY_TEXT);
    });

    it.each([
      ['baseCategory', HTML, 'body.rows.0.baseCategory'],
      ['regions', [HTML], 'body.rows.0.regions.0'],
    ])('with HTML for the %s of an account', async (setting, value, field) => {
      const path = '/entities/component/default/checkout/security-hub/main/34';
      const { headers } = await backend.get(path);
      const [row] = (BODIES['put security-hub'] as { rows: object[] }).rows;
      const { body, status } = await backend.change('put', path, {
        body: { rows: [{ ...row, [setting]: value }], reason: REASON },
        ifMatch: headers.etag,
      });
      expect({ status, fields: body.error.fields }).toEqual({
        status: 400,
        fields: [expect.objectContaining({ path: field })],
      });
    });

    it('with the account of another team in a shared integration', async () => {
      const { headers } = await backend.get(
        '/entities/component/default/checkout/security-hub/main/34',
      );
      const { body, status } = await backend.change(
        'put',
        '/entities/component/default/checkout/security-hub/main/34',
        {
          body: {
            rows: [
              {
                awsAccount: THEIRS,
                minSeverity: 5,
                baseCategory: 'Confirmed',
                regions: ['eu-west-1'],
              },
            ],
            reason: REASON,
          },
          ifMatch: headers.etag,
        },
      );
      expect({ status, fields: body.error.fields }).toEqual({
        status: 400,
        fields: [expect.objectContaining({ path: 'body.rows.0.awsAccount' })],
      });
    });
  });

  it('sends a request twice, and it counts once', async () => {
    const path = `/entities/component/default/checkout/connectors/main/${PAYMENTS}`;
    const { headers } = await backend.get(`${path}/settings`);
    const request = {
      body: { name: HTML, description: HTML },
      ifMatch: headers.etag,
    };
    const answers = [
      await backend.change('patch', path, request),
      await backend.change('patch', path, request),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 412]);
    expect(sent()).toHaveLength(1);
    // What looks like code is a text like any other.
    expect(answers[0].body.settings).toMatchObject({
      name: HTML,
      description: HTML,
    });
  });

  it('writes HTML where any text may stand, and it stays the text that it is', async () => {
    const s3 = '/entities/component/default/checkout/s3/main/1001';
    const webApp = `/entities/component/default/checkout/web-apps/main/${WEB_APP}`;
    const settings = { ...S3, name: HTML, bucketName: HTML };
    simulator.current.control.addS3Integration({ id: '1001' });
    const etagOf = async (path: string) =>
      (await backend.get(path)).headers.etag;
    await backend.change('post', `${s3}/adopt`, {
      body: { settings: S3 },
      ifMatch: await etagOf(s3),
    });
    const answers = [
      await backend.change('put', s3, {
        body: { settings, reason: HTML },
        ifMatch: await etagOf(s3),
      }),
      await backend.change('patch', webApp, {
        body: { settings: { name: HTML }, reason: HTML },
        ifMatch: await etagOf(webApp),
      }),
      await backend.get('/history'),
    ];
    for (const { status, headers } of answers) {
      // What is JSON is shown by no browser as a page.
      expect({ status, type: headers['content-type'] }).toEqual({
        status: 200,
        type: expect.stringMatching(/^application\/json/),
      });
    }
    expect(answers[0].body.settings).toMatchObject(settings);
    expect(answers[1].body.name).toBe(HTML);
    expect(answers[2].body.items).toMatchObject([
      { type: 'webApp', reason: HTML, settings: { name: HTML } },
      { type: 's3Integration', reason: HTML, settings },
      { type: 's3Integration', action: 'adopt' },
    ]);
    const bodies = simulator.current.control
      .journal()
      .filter(({ path }) => /\/partner-integration|\/update\/was/.test(path))
      .map(({ body }) => body);
    expect(bodies).toMatchObject([
      { name: HTML, bucketName: HTML },
      { ServiceRequest: { data: { WebApp: { name: HTML } } } },
    ]);
  });
});
