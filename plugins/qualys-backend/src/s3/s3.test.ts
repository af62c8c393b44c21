import {
  bindingListSchema,
  entitySummarySchema,
  s3IntegrationSchema,
  settingsHistorySchema,
  type S3Integration,
  type S3IntegrationSettings,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../__testUtils__/answers';
import {
  catalogEntity,
  startClaimsBackend,
  type ClaimsBackend,
} from '../__testUtils__/claims';
import { testDatabases } from '../__testUtils__/databases';
import { S3_SETTINGS } from '../__testUtils__/s3';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const databases = testDatabases();
const simulator = useSimulator(250);
const CHECKOUT = '/entities/component/default/checkout';
const PATH = `${CHECKOUT}/s3/main/1001`;
const REASON = 'Too many findings of no use';

const SETTINGS: S3IntegrationSettings = {
  ...S3_SETTINGS,
  sendAlerts: true,
  errorEmails: ['payments-oncall@example.com'],
};

let backend: ClaimsBackend;

async function read(): Promise<S3Integration> {
  const { status, body, headers } = await backend.get(PATH);
  expect(status).toBe(200);
  const integration = s3IntegrationSchema.strict().parse(body);
  expect(headers.etag).toBe(`"${integration.version}"`);
  return integration;
}

async function change(
  path: string,
  body: object,
  {
    method = 'post',
    version,
  }: { method?: 'post' | 'put'; version?: string } = {},
) {
  const ifMatch = `"${version ?? (await read()).version}"`;
  return backend.change(method, path, { body, ifMatch });
}

const update = (settings: object, more: object = {}, version?: string) =>
  change(PATH, { settings, ...more }, { method: 'put', version });

const adopt = (settings: object = SETTINGS) =>
  change(`${PATH}/adopt`, { settings });

/** What reached the gateway of Qualys beside signing in. */
function sent() {
  return simulator.current.control
    .journal()
    .filter(({ path }) => path.startsWith('/partner-integration'))
    .map(({ method, path, body }) => ({ method, path, body }));
}

async function history(query = '') {
  const { body } = await backend.get(`${CHECKOUT}/history${query}`);
  return settingsHistorySchema.parse(body).items;
}

describe.each(databases.eachSupportedId())(
  'an S3 integration that is bound to an entity, on %s',
  databaseId => {
    beforeEach(async () => {
      backend = await startClaimsBackend({
        knex: await databases.init(databaseId),
        simulator: simulator.current,
      });
      backend.catalog.entities = ['checkout', 'copycat'].map(name =>
        catalogEntity(name, {
          annotations: { 'qualys.com/s3-integrations': '1001' },
        }),
      );
      await backend.get(CHECKOUT);
      const { body } = await backend.get('/bindings?state=open');
      const [{ id }] = bindingListSchema.parse(body).items;
      await backend.post(`/bindings/${id}/accept`);
    });
    afterEach(() => backend.stop());

    it('says that nothing is known of it at first', async () => {
      expect(await read()).toEqual({
        subscription: 'main',
        id: '1001',
        version: expect.any(String),
      });
      const summary = entitySummarySchema.parse(
        (await backend.get(CHECKOUT)).body,
      );
      expect(summary.s3Integrations).toEqual([
        {
          subscription: 'main',
          objectId: '1001',
          state: 'accepted',
          integration: await read(),
        },
      ]);
      expect(refusalOf(await update(SETTINGS))).toMatchObject({
        status: 409,
        message: expect.stringMatching(/enter the settings/),
      });
      expect(sent()).toEqual([]);
    });

    it('is adopted without a word to Qualys, and then changed with all of its settings', async () => {
      expect((await adopt()).status).toBe(200);
      expect(await read()).toMatchObject({
        settings: SETTINGS,
        source: 'entered',
        settled: { by: 'user:default/mock', at: expect.any(String) },
      });
      expect(sent()).toEqual([]);

      const settings = { ...SETTINGS, minSeverity: 2 };
      const { status, body } = await update(settings);
      expect(status).toBe(200);
      expect(body).toEqual(await read());
      expect(body).toMatchObject({ settings, source: 'applied' });
      expect(sent()).toEqual([
        {
          method: 'PUT',
          path: '/partner-integration/aws/s3/1001/vm',
          body: expect.objectContaining({
            ...settings,
            minSeverity: '2',
            regenerateExternalId: false,
          }),
        },
      ]);
      expect(simulator.current.control.s3Integration('1001')).toMatchObject({
        minSeverity: '2',
      });
      expect(await history()).toEqual([
        expect.objectContaining({
          action: 'update',
          outcome: 'done',
          actor: 'user:default/mock',
          changes: [
            {
              setting: 'minSeverity',
              effect: 'widening',
              before: 3,
              after: 2,
            },
          ],
          settings,
        }),
        expect.objectContaining({ action: 'adopt', settings: SETTINGS }),
      ]);
      expect(backend.audited.success).toHaveBeenLastCalledWith({
        meta: { settings: ['minSeverity'] },
      });
      expect(backend.events.publish).toHaveBeenLastCalledWith({
        topic: 'qualys.settings',
        eventPayload: expect.objectContaining({
          entityRef: 'component:default/checkout',
          settings: ['minSeverity'],
          weakening: false,
        }),
      });
    });

    it('is not asked for what it is already', async () => {
      await adopt();
      await update({ ...SETTINGS, minSeverity: 2 });
      const before = sent().length;
      expect((await update({ ...SETTINGS, minSeverity: 2 })).status).toBe(200);
      expect(sent()).toHaveLength(before);
    });

    it('is weakened only for a reason, by those who may', async () => {
      await adopt();
      const weaker = { ...SETTINGS, minSeverity: 5 };
      expect(refusalOf(await update(weaker))).toMatchObject({
        status: 400,
        fields: [
          { path: 'body.reason', message: expect.stringMatching(/why/) },
        ],
      });
      backend.denied.add('qualys.settings.weaken');
      expect(refusalOf(await update(weaker, { reason: REASON }))).toMatchObject(
        {
          status: 403,
          message: expect.stringContaining('qualys.settings.weaken'),
        },
      );
      expect(sent()).toEqual([]);
      backend.denied.clear();
      expect((await update(weaker, { reason: REASON })).status).toBe(200);
      expect(await history()).toEqual([
        expect.objectContaining({ reason: REASON, outcome: 'done' }),
        expect.objectContaining({ action: 'adopt' }),
      ]);
    });

    it.each<[string, Partial<S3IntegrationSettings>]>([
      ['the bucket', { bucketName: 'somewhere-else' }],
      [
        'the access point',
        {
          accessPointArn:
            'arn:aws:s3:eu-west-1:999999999999:accesspoint/elsewhere',
        },
      ],
      ['the region', { bucketRegion: 'us-east-1' }],
      ['the role', { roleArn: 'arn:aws:iam::999999999999:role/mine' }],
      [
        'the query of assets',
        { filterQuery: { ...SETTINGS.filterQuery, asset: 'os: Windows' } },
      ],
      [
        'whether vulnerabilities are filtered',
        { filterQuery: { ...SETTINGS.filterQuery, removeVulnFilter: true } },
      ],
      [
        'whether assets are filtered',
        { filterQuery: { ...SETTINGS.filterQuery, removeAssetFilter: true } },
      ],
    ])(
      'has %s changed only by those who may lead data elsewhere',
      async (_, to) => {
        await adopt();
        backend.denied.add('qualys.s3.destination.update');
        expect(refusalOf(await update({ ...SETTINGS, ...to }))).toMatchObject({
          status: 403,
          message: expect.stringContaining('qualys.s3.destination.update'),
        });
        // Nor can what it is compared with be replaced first.
        expect((await adopt({ ...SETTINGS, ...to })).status).toBe(403);
        expect(sent()).toEqual([]);
        expect((await update({ ...SETTINGS, minSeverity: 1 })).status).toBe(
          200,
        );
      },
    );

    it('gets a new external ID, and says so until the role trusts it', async () => {
      await adopt();
      const made = await change(`${PATH}/external-id`, { reason: REASON });
      expect(made.status).toBe(200);
      const { externalId } = await read();
      expect(externalId).toMatchObject({ trusted: false });
      expect(externalId!.value).toBe(
        simulator.current.control
          .s3Integration('1001')!
          .externalId.replace(/\s/g, ''),
      );
      expect(sent()).toEqual([
        expect.objectContaining({
          body: expect.objectContaining({
            regenerateExternalId: true,
            name: SETTINGS.name,
          }),
        }),
      ]);
      const confirmed = await change(`${PATH}/external-id/confirm`, {});
      expect(confirmed.body.externalId).toEqual({
        ...externalId,
        trusted: true,
      });
      // Nobody reads the external ID in the history, the audit or the events.
      const told = JSON.stringify([
        await history(),
        backend.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
        backend.audited.success.mock.calls,
        backend.events.publish.mock.calls,
      ]);
      expect(told).not.toContain(externalId!.value);
    });

    it('keeps in mind what may have arrived when the answer is lost', async () => {
      await adopt();
      simulator.current.control.addFault({
        match: { path: '/partner-integration' },
        kind: 'applied',
        times: 1,
      });
      const settings = { ...SETTINGS, minSeverity: 2 };
      expect(refusalOf(await update(settings))).toMatchObject({
        status: 503,
        code: 'outcomeUnknown',
      });
      expect(sent()).toHaveLength(1);
      expect(await read()).toMatchObject({
        settings: SETTINGS,
        uncertain: { settings, externalId: false, by: 'user:default/mock' },
      });
      expect((await history())[0]).toMatchObject({ outcome: 'unknown' });

      // Sending the old ones once more makes it certain, too.
      expect((await update(SETTINGS)).status).toBe(200);
      expect(await read()).not.toHaveProperty('uncertain');
      expect(simulator.current.control.s3Integration('1001')).toMatchObject({
        minSeverity: '3',
      });
    });

    it('stays as it is where Qualys refuses a change', async () => {
      await adopt();
      const before = await read();
      simulator.current.control.addFault({
        match: { path: '/partner-integration' },
        kind: 'status',
        status: 400,
        body: { message: 'The name is taken.' },
      });
      expect(refusalOf(await update({ ...SETTINGS, name: 'x' }))).toMatchObject(
        {
          status: 400,
          message: expect.stringContaining('The name is taken.'),
        },
      );
      expect(await read()).toEqual(before);
      expect((await history())[0]).toMatchObject({ outcome: 'refused' });
    });

    it('is changed only from the state that it is in', async () => {
      await adopt();
      const { version } = await read();
      await update({ ...SETTINGS, minSeverity: 2 });
      const refused = await update(
        { ...SETTINGS, minSeverity: 1 },
        {},
        version,
      );
      expect(refusalOf(refused)).toMatchObject({
        status: 412,
        code: 'preconditionFailed',
        current: await read(),
      });
      const nowhere = await backend.change('put', PATH, {
        body: { settings: SETTINGS },
      });
      expect(refusalOf(nowhere)).toMatchObject({
        status: 428,
        code: 'preconditionRequired',
      });
      for (const ifMatch of ['*', `W/"${version}"`, `"a", "b"`, version]) {
        const vague = await backend.change('put', PATH, {
          body: { settings: SETTINGS },
          ifMatch,
        });
        expect(refusalOf(vague)).toMatchObject({
          status: 400,
          code: 'invalid',
        });
      }
      expect(sent()).toHaveLength(1);
    });

    it('takes one of two changes that are made at once', async () => {
      await adopt();
      const { version } = await read();
      const answers = await Promise.all(
        [1, 2].map(minSeverity =>
          update({ ...SETTINGS, minSeverity }, {}, version),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses[0]).toBe(200);
      expect([409, 412]).toContain(statuses[1]);
      expect(sent()).toHaveLength(1);
    });

    it.each<[string, object, string]>([
      ['a field too many', { colour: 'red' }, 'body.settings'],
      ['no such severity', { minSeverity: 9 }, 'body.settings.minSeverity'],
      ['a long name', { name: 'x'.repeat(51) }, 'body.settings.name'],
      [
        'addresses without alerts',
        { sendAlerts: false },
        'body.settings.errorEmails',
      ],
      [
        'a query with Now',
        {
          filterQuery: {
            ...SETTINGS.filterQuery,
            vuln: 'lastFound: [2026-01-01 .. Now]',
          },
        },
        'body.settings.filterQuery.vuln',
      ],
      [
        'a new external ID by the way',
        { regenerateExternalId: true },
        'body.settings.regenerateExternalId',
      ],
      [
        'what would be another object’s prototype',
        JSON.parse('{"__proto__": {"minSeverity": 1}}'),
        'body.settings',
      ],
    ])('refuses %s, and names the field', async (_, wrong, path) => {
      await adopt();
      const settings = Object.defineProperties(
        { ...SETTINGS },
        Object.getOwnPropertyDescriptors(wrong),
      );
      const error = refusalOf(await update(settings));
      expect(error).toMatchObject({ status: 400, code: 'invalid' });
      expect(error.fields?.map(field => field.path)).toContain(path);
      expect(sent()).toEqual([]);
    });

    it('is nobody’s whose claim was not accepted, whatever they copy', async () => {
      await adopt();
      await backend.get('/entities/component/default/copycat');
      const { version } = await read();
      for (const path of [
        '/entities/component/default/copycat/s3/main/1001',
        `${CHECKOUT}/s3/main/1002`,
        `${CHECKOUT}/s3/other/1001`,
      ]) {
        expect(refusalOf(await backend.get(path))).toMatchObject({
          status: 404,
          message: 'The entity has nothing of this kind and id',
        });
        const changed = await backend.change('put', path, {
          body: { settings: { ...SETTINGS, minSeverity: 1 } },
          ifMatch: `"${version}"`,
        });
        expect(changed.status).toBe(404);
      }
      expect(sent()).toEqual([]);
    });

    it('is changed by nobody without the permission, and the audit knows who tried', async () => {
      await adopt();
      backend.denied.add('qualys.s3.update');
      for (const answer of [
        await update({ ...SETTINGS, minSeverity: 1 }),
        await adopt({ ...SETTINGS, minSeverity: 1 }),
        await change(`${PATH}/external-id`, { reason: REASON }),
        await change(`${PATH}/external-id/confirm`, {}),
      ]) {
        expect(refusalOf(answer)).toMatchObject({
          status: 403,
          message: expect.stringContaining('qualys.s3.update'),
        });
      }
      expect(backend.audited.fail).toHaveBeenCalledTimes(4);
      expect(sent()).toEqual([]);
    });
  },
);
