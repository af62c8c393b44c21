import { errorOf } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';

const success = (...webApps: object[]) => ({
  responseCode: 'SUCCESS',
  count: webApps.length,
  data: webApps.map(webApp => ({ WebApp: webApp })),
});

describe.each(['json', 'xml'] as const)('web apps in %s', dialect => {
  const t = setUpQps(dialect, { retries: { limit: 0 } });
  // What stands in XML is text.
  const wire = (value: unknown) => (dialect === 'json' ? value : String(value));
  const sent = () =>
    t.received.map(({ method, path, body }) => [
      `${method} ${path.replace('/qps/rest/3.0', '')}`,
      body?.data?.WebApp,
    ]);

  it('are created', async () => {
    t.answer = () => success({ id: 14321734, name: 'as the sample has it' });
    expect(
      await t.client.webApps.create({
        name: ' My Web Application5 ',
        url: 'http://mywebapp.com?a=1&b=2',
        defaultDnsOverride: { id: '14620', name: 'is not sent' },
        defaultAuthRecord: { id: '7' },
        cancelScansAfterNHours: 8,
        tags: { set: ['1', '2'] },
      }),
    ).toEqual({ id: '14321734' });
    expect(sent()).toEqual([
      [
        'POST /create/was/webapp',
        {
          name: 'My Web Application5',
          url: 'http://mywebapp.com?a=1&b=2',
          config: {
            cancelScansAfterNHours: wire(8),
            defaultAuthRecord: { id: wire(7) },
            defaultDnsOverride: { id: wire(14620) },
          },
          tags: { set: { Tag: [{ id: wire(1) }, { id: wire(2) }] } },
        },
      ],
    ]);
  });

  it.each([
    ['hours', { cancelScansAfterNHours: 4 }, { cancelScansAfterNHours: 4 }],
    ['a time', { cancelScansAt: '10:00' }, { cancelScansAt: '10:00' }],
    ['nothing', {}, {}],
  ])(
    'keep the stored time at which scans are canceled: %s',
    async (_, stored, kept) => {
      t.answer = ({ path }) =>
        path.includes('/get/')
          ? success({ id: 1234, config: stored })
          : success({ id: 1234 });
      await t.client.webApps.update('1234', {
        defaultDnsOverride: { name: 'eee' },
      });
      expect(sent()).toEqual([
        ['GET /get/was/webapp/1234', undefined],
        [
          'POST /update/was/webapp/1234',
          {
            config: {
              ...Object.fromEntries(
                Object.entries(kept).map(([key, value]) => [key, wire(value)]),
              ),
              defaultDnsOverride: { name: 'eee' },
            },
          },
        ],
      ]);
    },
  );

  it.each([
    [
      'says that it is not wanted',
      { keepCancelSettings: false },
      { defaultDnsOverride: { id: '5' } },
    ],
    [
      'says when to cancel',
      {},
      { defaultAuthRecord: { id: '5' }, cancelScansAt: '1' },
    ],
    ['leaves config alone', {}, { tags: { add: ['1'], remove: ['2'] } }],
  ])('are not read first where a change %s', async (_, options, changes) => {
    t.answer = () => success({ id: 1234 });
    expect(await t.client.webApps.update('1234', changes, options)).toEqual({
      id: '1234',
    });
    expect(t.received.map(({ method }) => method)).toEqual(['POST']);
  });

  it('are not changed where they cannot be read first', async () => {
    t.answer = () => ({ responseCode: 'OBJECT_NOT_FOUND' });
    const error = await errorOf(
      t.client.webApps.update('1', { defaultDnsOverride: { id: '5' } }),
    );
    expect(error).toMatchObject({ kind: 'notFound' });
    expect(t.received).toHaveLength(1);
  });

  it('are not changed by what another one has stored', async () => {
    t.answer = () => success({ id: 2, config: { cancelScansAt: '10:00' } });
    const error = await errorOf(
      t.client.webApps.update('1', { defaultDnsOverride: { id: '5' } }),
    );
    expect(error).toMatchObject({ kind: 'unexpectedAnswer' });
    expect(t.received).toHaveLength(1);
  });

  it('are deleted, from the subscription too where that is asked for', async () => {
    t.answer = () => success({ id: 1 });
    await t.client.webApps.delete('1');
    await t.client.webApps.delete('1', { removeFromSubscription: true });
    expect(sent()).toEqual([
      ['POST /delete/was/webapp/1', undefined],
      ['POST /delete/was/webapp/1', { removeFromSubscription: wire(true) }],
    ]);
  });

  it('are refused before anything is sent where they are wrong', async () => {
    const { webApps } = t.client;
    for (const call of [
      webApps.create({ name: 'x', url: 'x' }),
      webApps.create({ name: 'x\u0000', url: 'http://x.example' }),
      webApps.update('1', {}),
      webApps.update('x', { name: 'x' }),
      webApps.delete('1/../2'),
      webApps.count([{ field: 'id', operator: 'EQUALS', value: 'x' }]),
    ]) {
      expect(await errorOf(call)).toMatchObject({ kind: 'invalid' });
    }
    expect(t.received).toHaveLength(0);
  });

  it('are read with all that Qualys says of them', async () => {
    t.answer = () =>
      success({
        id: 1,
        name: 'a',
        url: 'http://a.example',
        tags: { count: 1, list: [{ Tag: { id: 2, name: 'b' } }] },
        authRecords: { count: 0 },
        dnsOverrides: { count: 3 },
        isScheduled: 'true',
        lastScan: { id: 9, status: 'PROCESSING', date: '2026-05-31T15:45:00Z' },
        createdDate: '2026-05-30T00:00:00Z',
        updatedDate: 'yesterday',
      });
    expect(await t.client.webApps.get('1')).toEqual({
      id: '1',
      name: 'a',
      url: 'http://a.example',
      tags: [{ id: '2', name: 'b' }],
      authRecords: [],
      // Counted and not listed: nobody knows which.
      dnsOverrides: undefined,
      isScheduled: true,
      lastScan: {
        id: '9',
        status: 'PROCESSING',
        date: '2026-05-31T15:45:00.000Z',
      },
      createdDate: '2026-05-30T00:00:00.000Z',
    });
  });
});
