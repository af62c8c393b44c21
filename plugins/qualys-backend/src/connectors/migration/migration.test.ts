import {
  entitySummarySchema,
  externalIdMigrationSchema,
  type ExternalIdMigration,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../../__testUtils__/answers';
import {
  CHECKOUT,
  COPYCAT,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../../__testUtils__/boundConnector';
import { SHIPPING } from '../../__testUtils__/claims';
import { passTime } from '../../__testUtils__/date';

jest.setTimeout(60_000);

const { ids, simulator, startBound } = useBoundConnector();

const LEGACY = '1658443190235';
const REASON = 'Qualys takes no update without one';
const HOUR = 3_600_000;

let of: BoundConnectorBackend;

async function start(options: Parameters<typeof startBound>[0] = {}) {
  of = await startBound({
    ...options,
    connector: {
      name: 'Payments production',
      awsAccountId: '012345678901',
      arn: 'arn:aws:iam::012345678901:role/Qualys',
      externalId: LEGACY,
      state: 'SUCCESS',
    },
  });
}

async function read(): Promise<ExternalIdMigration> {
  const { status, body, headers } = await of.backend.get(
    of.path('/external-id'),
  );
  expect(status).toBe(200);
  const migration = externalIdMigrationSchema.strict().parse(body);
  expect(headers.etag).toBe(`"${migration.version}"`);
  return migration;
}

const step = async (
  name: '' | '/prepare' | '/run' | '/finish',
  body: object = {},
  version?: string,
) =>
  of.backend.change('post', of.path(`/external-id${name}`), {
    body,
    ifMatch: `"${version ?? (await read()).version}"`,
  });

const PARTS = { pod: 'USPOD01', subscriptionId: '4765' };

/** Makes a new external ID and gives it to Qualys. */
async function update(): Promise<string> {
  const prepared = await step('/prepare', PARTS);
  expect(prepared.body).toMatchObject({ step: 'prepared' });
  expect((await step('', { reason: REASON })).status).toBe(200);
  return prepared.body.newExternalId;
}

async function underWay() {
  const { body } = await of.backend.get(CHECKOUT);
  const { connectors } = entitySummarySchema.parse(body);
  return connectors[0].connector?.externalIdMigration;
}

describe.each(ids)('the migration of an external ID, on %s', database => {
  beforeEach(() => start({ database }));
  afterEach(() => jest.useRealTimers());

  it('goes from the old to the new external ID, and can be left in between', async () => {
    expect(await read()).toMatchObject({
      step: 'needed',
      externalId: LEGACY,
      arn: 'arn:aws:iam::012345678901:role/Qualys',
      parts: {},
    });
    expect(await underWay()).toBeUndefined();

    const { status, body } = await step('/prepare', PARTS);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      step: 'prepared',
      oldExternalId: LEGACY,
      newExternalId: expect.stringMatching(/^USPOD01-4765-[A-Za-z0-9]{13}$/),
      preparedBy: 'user:default/mock',
    });
    expect(of.sent()).toEqual([]);
    expect(await read()).toEqual(body);
    expect(await underWay()).toMatchObject({ by: 'user:default/mock' });

    const updated = await step('', { reason: REASON });
    expect(updated.body).toMatchObject({
      step: 'updated',
      externalId: body.newExternalId,
      oldExternalId: LEGACY,
    });
    expect(await of.mirrored()).toMatchObject({
      externalId: body.newExternalId,
    });

    const running = await step('/run');
    expect(running.body).toMatchObject({ step: 'running' });
    expect(refusalOf(await step('/finish'))).toMatchObject({ status: 409 });
    of.control.advanceClock(HOUR);
    passTime(15_000);
    expect(await read()).toMatchObject({
      step: 'succeeded',
      reportedState: 'SUCCESS',
      oldExternalId: LEGACY,
    });

    expect((await step('/finish')).body).toMatchObject({ step: 'notNeeded' });
    expect(await underWay()).toBeUndefined();
    expect(of.sent()).toMatchObject([
      {
        method: 'PUT',
        body: {
          name: 'Payments production',
          arn: 'arn:aws:iam::012345678901:role/Qualys',
          externalId: expect.any(String),
        },
      },
      { method: 'POST', path: expect.stringMatching(/connectors\/run$/) },
    ]);
    expect(await of.history()).toMatchObject([
      { action: 'confirmExternalId', outcome: 'done' },
      { action: 'run', outcome: 'done' },
      {
        action: 'migrateExternalId',
        outcome: 'done',
        reason: REASON,
        changes: [{ setting: 'externalId', effect: 'weakening' }],
      },
      { action: 'prepareExternalId', outcome: 'done' },
    ]);
    const history = JSON.stringify(await of.history());
    expect(history).not.toContain(LEGACY);
    expect(history).not.toContain(body.newExternalId);
  });

  it('ends only with a run that began after the change, and can be tried again', async () => {
    await update();
    await step('/run');
    of.control.updateConnector((await of.mirrored()).id, {
      state: 'ERROR',
      error: 'Access denied',
    } as object);
    passTime(15_000);
    expect(await read()).toMatchObject({
      step: 'failed',
      error: 'Access denied',
    });
    expect(refusalOf(await step('/finish'))).toMatchObject({ status: 409 });

    expect((await step('/run')).body).toMatchObject({ step: 'running' });
    of.control.updateConnector((await of.mirrored()).id, { state: 'SUCCESS' });
    passTime(15_000);
    expect(await read()).toMatchObject({ step: 'succeeded' });
  });

  it('lets a new external ID be made again until Qualys has it, and not after', async () => {
    const first = await step('/prepare', PARTS);
    const second = await step('/prepare', { ...PARTS, pod: 'USPOD02' });
    expect(second.body.newExternalId).toMatch(/^USPOD02-/);
    expect(second.body.newExternalId).not.toBe(first.body.newExternalId);
    await step('', { reason: REASON });
    expect(refusalOf(await step('/prepare', PARTS))).toMatchObject({
      status: 409,
    });
    expect(refusalOf(await step('', { reason: REASON }))).toMatchObject({
      status: 409,
    });
    expect(of.sent()).toHaveLength(1);
  });

  it('tells truly what came of an update whose answer was lost', async () => {
    await step('/prepare', PARTS);
    of.control.addFault({
      match: { method: 'PUT', path: '/connectors/' },
      kind: 'reset',
      times: 1,
    });
    expect(refusalOf(await step('', { reason: REASON }))).toMatchObject({
      status: 503,
      message: expect.stringMatching(/everything is as it was/),
    });
    expect(await read()).toMatchObject({ step: 'prepared' });
    of.control.addFault({
      match: { method: 'PUT', path: '/connectors/' },
      kind: 'applied',
      times: 1,
    });
    expect((await step('', { reason: REASON })).body).toMatchObject({
      step: 'updated',
    });
  });

  it('takes no state from before a run for its outcome', async () => {
    await update();
    const { version } = await read();
    of.control.addFault({
      match: { method: 'GET', path: '/aws/connectors' },
      kind: 'status',
      status: 400,
      skip: 1,
    });
    const run = await step('/run', {}, version);
    of.control.clearFaults();
    expect(run).toMatchObject({ status: 200, body: { step: 'running' } });
    expect((await of.history())[0]).toMatchObject({
      action: 'run',
      outcome: 'done',
    });
  });

  it('forgets a migration where somebody gave the connector another external ID', async () => {
    await step('/prepare', PARTS);
    of.control.updateConnector((await of.mirrored()).id, {
      externalId: 'US2-99',
    } as object);
    passTime(6_000);
    const now = await read();
    expect(now).toMatchObject({ step: 'needed', externalId: 'US2-99' });
    expect(now).not.toHaveProperty('newExternalId');
    expect(refusalOf(await step('', { reason: REASON }))).toMatchObject({
      status: 409,
    });
    expect(of.sent()).toEqual([]);
    // Whoever has looked knows it, and the page no longer says otherwise.
    expect(await underWay()).toBeUndefined();
  });

  it('takes a reason, and the permissions to change and to weaken', async () => {
    await step('/prepare', PARTS);
    expect(refusalOf(await step(''))).toMatchObject({
      status: 400,
      fields: [{ path: 'body.reason' }],
    });
    const { version } = await read();
    of.backend.denied.add('qualys.settings.weaken');
    expect(
      refusalOf(await step('', { reason: REASON }, version)),
    ).toMatchObject({
      status: 403,
      message: expect.stringContaining('qualys.settings.weaken'),
    });
    of.backend.denied.add('qualys.connector.update');
    of.control.clearJournal();
    for (const answer of [
      await of.backend.get(of.path('/external-id')),
      await step('/prepare', PARTS, version),
      await step('', { reason: REASON }, version),
      await step('/run', {}, version),
      await step('/finish', {}, version),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect(of.control.journal()).toEqual([]);
  });

  it('is refused from another state, and on every page that it is not bound to', async () => {
    const { version } = await read();
    await step('/prepare', PARTS, version);
    // The same request again: it was made from what is gone.
    expect(refusalOf(await step('/prepare', PARTS, version))).toMatchObject({
      status: 412,
      current: await read(),
    });
    expect(
      refusalOf(
        await of.backend.change('post', of.path('/external-id/prepare'), {
          body: PARTS,
        }),
      ),
    ).toMatchObject({ status: 428 });

    for (const path of [
      of.path('/external-id', COPYCAT),
      `${CHECKOUT}/connectors/main/${SHIPPING}/external-id`,
      of.path('/external-id').replace('/main/', '/other/'),
    ]) {
      expect((await of.backend.get(path)).status).toBe(404);
      const answer = await of.backend.change('post', path, {
        body: { reason: REASON },
        ifMatch: `"${version}"`,
      });
      expect(answer.status).toBe(404);
    }
    expect(of.sent()).toEqual([]);
  });

  it.each<[object, string]>([
    [{}, 'body.pod'],
    [{ ...PARTS, pod: 'US POD' }, 'body.pod'],
    [{ ...PARTS, pod: '<b>POD</b>' }, 'body.pod'],
    [{ ...PARTS, pod: 'P'.repeat(41) }, 'body.pod'],
    [{ ...PARTS, subscriptionId: '47-65' }, 'body.subscriptionId'],
    [{ ...PARTS, subscriptionId: '9'.repeat(1000) }, 'body.subscriptionId'],
    [{ ...PARTS, externalId: 'USPOD01-4765-12345' }, 'body'],
    [JSON.parse('{"pod":"A","subscriptionId":"1","__proto__":{}}'), 'body'],
  ])('refuses %j by name', async (body, path) => {
    const error = refusalOf(await step('/prepare', body));
    expect(error).toMatchObject({ status: 400 });
    expect(error.fields?.map(field => field.path)).toContain(path);
    expect(await read()).toMatchObject({ step: 'needed' });
  });

  it('says that a connector is switched off, which is then not read', async () => {
    await update();
    of.control.updateConnector((await of.mirrored()).id, {
      isDisabled: true,
    } as object);
    passTime(6_000);
    expect(await read()).toMatchObject({ step: 'updated', disabled: true });
    expect(refusalOf(await step('/run'))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/switch it on first/),
    });
  });
});

describe('what a new external ID begins with', () => {
  it('is what the other connectors of the subscription have', async () => {
    simulator.current.control.addConnector({
      name: 'Another',
      externalId: 'USPOD07-4711-9011278609223',
    } as object as Parameters<typeof simulator.current.control.addConnector>[0]);
    await start();
    expect((await read()).parts).toEqual({
      pod: { value: 'USPOD07', source: 'connectors' },
      subscriptionId: { value: '4711', source: 'connectors' },
    });
    expect((await step('/prepare')).body.newExternalId).toMatch(
      /^USPOD07-4711-/,
    );
    expect(
      (await step('/prepare', { pod: 'USPOD08' })).body.newExternalId,
    ).toMatch(/^USPOD08-4711-/);
  });

  it('is what the configuration says, and nothing else', async () => {
    await start({
      config: {
        subscription: { externalId: { pod: 'USPOD03', subscriptionId: '12' } },
      },
    });
    expect((await read()).parts).toEqual({
      pod: { value: 'USPOD03', source: 'configuration' },
      subscriptionId: { value: '12', source: 'configuration' },
    });
    expect(refusalOf(await step('/prepare', { pod: 'USPOD04' }))).toMatchObject(
      {
        status: 400,
        fields: [
          {
            path: 'body.pod',
            message: expect.stringContaining(
              'qualys.subscriptions.main.externalId.pod',
            ),
          },
        ],
      },
    );
    expect((await step('/prepare')).body.newExternalId).toMatch(/^USPOD03-12-/);
  });
});
