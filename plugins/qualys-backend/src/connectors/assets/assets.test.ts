import {
  connectorAssetsChoicesSchema,
  editableConnectorAssetsSchema,
} from 'backstage-plugin-qualys-common';
import { refusalOf } from '../../__testUtils__/answers';
import {
  AWS_CONNECTOR,
  CHECKOUT,
  COPYCAT,
  useBoundConnector,
  type BoundConnectorBackend,
} from '../../__testUtils__/boundConnector';
import { PAYMENTS, SHIPPING } from '../../__testUtils__/claims';

jest.setTimeout(60_000);

const { ids, startBound } = useBoundConnector();
const REASON = 'It is scanned by something else';
const SCAN = {
  optionProfileId: '11001',
  recurrence: 'WEEKLY',
  daysOfWeek: ['MON', 'THU'],
  scanPrefix: 'payments',
  startDate: '2027-05-31',
  startTime: '03:30',
  timezone: 'Europe/Berlin',
};

let of: BoundConnectorBackend;

const start = async (database = ids[0], connector?: object) => {
  of = await startBound({ database, connector });
};

async function read() {
  const { status, body, headers } = await of.backend.get(of.path('/assets'));
  expect(status).toBe(200);
  const editable = editableConnectorAssetsSchema.strict().parse(body);
  expect(headers.etag).toBe(`"${editable.version}"`);
  return editable;
}

const update = async (body: object, version?: string) =>
  of.backend.change('patch', of.path('/assets'), {
    body,
    ifMatch: `"${version ?? (await read()).version}"`,
  });

/** The tags that Qualys offers. */
async function tags() {
  const { body } = await of.backend.get(of.path('/assets/choices'));
  return connectorAssetsChoicesSchema.parse(body).tags!.items;
}

describe.each(ids)('what a connector makes of its assets, on %s', database => {
  it('is changed once through Asset Management, and shows it at once', async () => {
    await start(database);
    const [one, two] = await tags();
    of.control.clearJournal();
    const { status, body } = await update({
      defaultTags: [one.id, two.id],
      activation: ['VM', 'PC'],
      perimeterScan: { enabled: true, configuration: SCAN },
      reason: REASON,
    });
    expect(status).toBe(200);
    expect(body).toEqual(await read());
    expect(body.settings).toEqual({
      defaultTags: [one, two],
      activation: ['VM', 'PC'],
      perimeterScan: { enabled: true, configuration: SCAN },
    });
    const writes = of
      .sent()
      .filter(({ path }) => path.includes('/update/am/awsassetdataconnector'));
    expect(writes).toHaveLength(1);
    expect(await of.mirrored()).toMatchObject({
      assetManagement: {
        defaultTags: [one, two],
        activation: ['VM', 'PC'],
        perimeterScan: { enabled: true, customConfiguration: true },
      },
    });
    expect(of.backend.events.publish).toHaveBeenCalledWith(
      expect.objectContaining({ topic: 'qualys.mirror' }),
    );
    expect(await of.history()).toMatchObject([
      {
        action: 'update',
        outcome: 'done',
        settings: body.settings,
        changes: expect.arrayContaining([
          expect.objectContaining({
            setting: 'defaultTags',
            after: [one, two],
          }),
          {
            setting: 'perimeterScan.enabled',
            effect: 'widening',
            before: false,
            after: true,
          },
        ]),
      },
    ]);
  });

  it('takes a reason where assets lose something, and sends what is taken out', async () => {
    await start(database);
    const [one] = await tags();
    await update({
      defaultTags: [one.id],
      activation: ['VM'],
      perimeterScan: { enabled: true, configuration: SCAN },
      reason: REASON,
    });
    for (const body of [
      { defaultTags: [] },
      { activation: ['PC'] },
      { perimeterScan: { enabled: false } },
      {
        perimeterScan: {
          enabled: true,
          configuration: { ...SCAN, daysOfWeek: ['MON'] },
        },
      },
    ]) {
      expect(refusalOf(await update(body))).toMatchObject({
        status: 400,
        fields: [{ path: 'body.reason' }],
      });
    }
    of.backend.denied.add('qualys.settings.weaken');
    expect(
      refusalOf(await update({ defaultTags: [], reason: REASON })),
    ).toMatchObject({ status: 403 });
    of.backend.denied.clear();
    const done = await update({
      defaultTags: [],
      perimeterScan: { enabled: false },
      reason: REASON,
    });
    expect(done.body.settings).toEqual({
      defaultTags: [],
      activation: ['VM'],
      perimeterScan: { enabled: false },
    });
  });

  it('tells truly what came of a change whose answer was lost', async () => {
    await start(database);
    of.control.addFault({
      match: { path: '/update/am/' },
      kind: 'applied',
      times: 1,
    });
    const done = await update({ activation: ['VM', 'PC'], reason: REASON });
    expect(done.status).toBe(200);
    of.control.addFault({
      match: { path: '/update/am/' },
      kind: 'reset',
      times: 1,
    });
    expect(
      refusalOf(await update({ activation: ['VM', 'PC', 'SCA'] })),
    ).toMatchObject({
      status: 503,
      message: expect.stringMatching(/everything is as it was/),
    });
    expect((await read()).settings.activation).toEqual(['VM', 'PC']);
  });

  it('is changed where Qualys has taken the change and cannot be read back', async () => {
    await start(database);
    const { version } = await read();
    of.control.addFault({
      match: { path: '/get/am/' },
      kind: 'status',
      status: 500,
      skip: 1,
      times: 10,
    });
    const done = await update({ activation: ['VM'] }, version);
    expect(done.status).toBe(200);
    expect(editableConnectorAssetsSchema.parse(done.body)).toMatchObject({
      settings: { activation: ['VM'] },
      staleBecause: expect.stringMatching(/has taken the change/),
    });
    expect(await of.history()).toMatchObject([{ outcome: 'done' }]);
    of.control.clearFaults();
    const now = await read();
    expect(now.settings.activation).toEqual(['VM']);
    expect(now.version).toBe(done.body.version);
  });

  it('is not known where the answer was lost and Qualys tells a third state', async () => {
    await start(database);
    of.control.addFault({
      match: { path: '/update/am/' },
      kind: 'applied',
      times: 1,
    });
    // The day may be the month: what Qualys gives back is not what was wanted.
    const scanned = await update({
      perimeterScan: {
        enabled: true,
        configuration: { ...SCAN, startDate: '2027-05-06' },
      },
    });
    expect(refusalOf(scanned)).toMatchObject({ code: 'outcomeUnknown' });
    expect(await of.history()).toMatchObject([{ outcome: 'unknown' }]);
    expect((await read()).settings.perimeterScan).toMatchObject({
      enabled: true,
      configuration: { startDate: expect.stringMatching(/^0\d\/0\d\/2027$/) },
    });
  });

  it('is not changed where Qualys does not say what it is', async () => {
    await start(database);
    const answer = (members: object) =>
      of.control.addFault({
        match: { path: '/get/am/awsassetdataconnector' },
        kind: 'status',
        status: 200,
        body: {
          ServiceResponse: {
            responseCode: 'SUCCESS',
            count: 1,
            data: [
              {
                AwsAssetDataConnector: {
                  id: 1,
                  name: AWS_CONNECTOR.name,
                  ...members,
                },
              },
            ],
          },
        },
      });
    answer({
      defaultTags: { count: 3 },
      activation: { count: 2 },
      isCPSEnabled: true,
      connectorScanSetting: { isCustomScanConfigEnabled: true },
      connectorScanConfig: { count: 1 },
    });
    expect((await read()).settings).toEqual({});
    for (const [body, message] of [
      [{ defaultTags: ['9'] }, /does not say which tags assets get/],
      [{ activation: ['VM'] }, /does not say which modules/],
      [{ perimeterScan: { enabled: false } }, /does not say how the account/],
    ] as const) {
      expect(
        refusalOf(await update({ ...body, reason: REASON })),
      ).toMatchObject({
        status: 409,
        message: expect.stringMatching(message),
      });
    }
    expect(of.sent().filter(({ path }) => path.includes('/update/'))).toEqual(
      [],
    );
  });

  it('is changed only where Asset Management can, which is said', async () => {
    await start(database, { ...AWS_CONNECTOR, isPortalConnector: false });
    expect(refusalOf(await of.backend.get(of.path('/assets')))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/created in the Connector application/),
    });
    expect(refusalOf(await update({ activation: [] }, 'x'))).toMatchObject({
      status: 409,
    });
    expect(of.sent()).toEqual([]);
  });

  it('is none of Azure', async () => {
    await start(database, { provider: 'AZURE', name: 'Payments on Azure' });
    expect(refusalOf(await of.backend.get(of.path('/assets')))).toMatchObject({
      status: 404,
    });
  });

  it('is changed on the page that it is bound to, from its present state, by those who may', async () => {
    await start(database);
    const { version } = await read();
    expect(
      (await update({ activation: ['VM', 'SCA'], reason: REASON })).status,
    ).toBe(200);
    expect(
      refusalOf(await update({ activation: ['PC'], reason: REASON }, version)),
    ).toMatchObject({ status: 412, current: await read() });
    expect(
      refusalOf(
        await of.backend.change('patch', of.path('/assets'), {
          body: { activation: ['PC'] },
        }),
      ),
    ).toMatchObject({ status: 428 });

    of.control.clearJournal();
    for (const path of [
      of.path('/assets', COPYCAT),
      `${CHECKOUT}/connectors/main/${SHIPPING}/assets`,
      of.path('/assets').replace('/main/', '/other/'),
    ]) {
      expect((await of.backend.get(path)).status).toBe(404);
      expect((await of.backend.get(`${path}/choices`)).status).toBe(404);
      const answer = await of.backend.change('patch', path, {
        body: { activation: ['PC'], reason: REASON },
        ifMatch: `"${version}"`,
      });
      expect(answer.status).toBe(404);
    }
    of.backend.denied.add('qualys.connector.update');
    for (const answer of [
      await of.backend.get(of.path('/assets')),
      await of.backend.get(of.path('/assets/choices')),
      await update({ activation: ['PC'], reason: REASON }, version),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect(of.control.journal()).toEqual([]);
  });

  it.each<[object, string]>([
    [{ defaultTags: ['0'] }, 'body.defaultTags.0'],
    [{ defaultTags: ['<b>1</b>'] }, 'body.defaultTags.0'],
    [{ defaultTags: Array(101).fill('1') }, 'body.defaultTags'],
    [{ activation: ['vm'] }, 'body.activation.0'],
    [{ activation: ['V'.repeat(65)] }, 'body.activation.0'],
    [{ perimeterScan: {} }, 'body.perimeterScan.enabled'],
    [
      { perimeterScan: { enabled: false, configuration: SCAN } },
      'body.perimeterScan.configuration',
    ],
    [scan({ daysOfWeek: [] }), 'body.perimeterScan.configuration.daysOfWeek'],
    [
      scan({ startDate: '05/06/2027' }),
      'body.perimeterScan.configuration.startDate',
    ],
    [
      scan({ startTime: '24:00' }),
      'body.perimeterScan.configuration.startTime',
    ],
    [
      scan({ timezone: 'Mars/Base' }),
      'body.perimeterScan.configuration.timezone',
    ],
    [
      scan({ scanPrefix: 'x'.repeat(256) }),
      'body.perimeterScan.configuration.scanPrefix',
    ],
    [
      scan({ optionProfileId: '1; drop' }),
      'body.perimeterScan.configuration.optionProfileId',
    ],
    [{ arn: 'arn:aws:iam::012345678901:role/Mine' }, 'body'],
    [JSON.parse('{"activation":["VM"],"__proto__":{"a":1}}'), 'body'],
  ])('refuses %j by name', async (body, path) => {
    await start(database);
    const error = refusalOf(await update(body));
    expect(error).toMatchObject({ status: 400 });
    expect(error.fields?.map(field => field.path)).toContain(path);
    expect(of.sent().filter(each => each.path.includes('/update/'))).toEqual(
      [],
    );
  });
});

function scan(changes: object) {
  return {
    perimeterScan: { enabled: true, configuration: { ...SCAN, ...changes } },
  };
}

describe('what the form of the assets offers', () => {
  it('is asked for once for all who look, and is less where Qualys does not tell', async () => {
    await start();
    of.control.clearJournal();
    const first = await of.backend.get(of.path('/assets/choices'));
    const { profiles } = connectorAssetsChoicesSchema
      .strict()
      .parse(first.body);
    expect(profiles).toEqual(
      expect.arrayContaining([
        { id: expect.any(String), title: expect.any(String) },
      ]),
    );
    expect((await of.backend.get(of.path('/assets/choices'))).body).toEqual(
      first.body,
    );
    expect(of.control.journal()).toHaveLength(2);
  });

  it('leaves out what Qualys does not tell', async () => {
    await start();
    of.control.addFault({
      match: { path: '/option_profile/' },
      kind: 'status',
      status: 500,
    } as Parameters<typeof of.control.addFault>[0]);
    const { status, body } = await of.backend.get(of.path('/assets/choices'));
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['tags']);
    expect(await read()).toMatchObject({ id: PAYMENTS });
  });
});
