import { isScanEnd, scanOutcome } from 'qualys-model';
import { errorOf } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';

const success = (scan: object) => ({
  responseCode: 'SUCCESS',
  count: 1,
  data: [{ WasScan: scan }],
});

describe.each(['json', 'xml'] as const)('scans in %s', dialect => {
  const t = setUpQps(dialect, { retries: { limit: 0 } });
  const wire = (value: unknown) => (dialect === 'json' ? value : String(value));
  const sent = () =>
    t.received.map(({ method, path, body }) => [
      `${method} ${path.replace('/qps/rest/3.0', '')}`,
      body?.data?.WasScan,
    ]);

  it('are launched', async () => {
    t.answer = () => success({ id: '1902351' });
    expect(
      await t.client.scans.launch({
        name: 'nightly',
        type: 'VULNERABILITY',
        webApp: { id: '1' },
        profile: { id: '2' },
        authRecord: { id: '3' },
        scannerAppliance: { type: 'INTERNAL', friendlyName: 'scanner <1>' },
        dnsOverride: { id: '4' },
        cancelOption: 'SPECIFIC',
        cancelAfterNHours: 5,
      }),
    ).toEqual({ id: '1902351' });
    expect(sent()).toEqual([
      [
        'POST /launch/was/wasscan',
        {
          name: 'nightly',
          type: 'VULNERABILITY',
          target: {
            webApp: { id: wire(1) },
            webAppAuthRecord: { id: wire(3) },
            scannerAppliance: {
              type: 'INTERNAL',
              friendlyName: 'scanner <1>',
            },
            cancelOption: 'SPECIFIC',
          },
          profile: { id: wire(2) },
          dnsOverride: { id: wire(4) },
          cancelAfterNHours: wire(5),
        },
      ],
    ]);
  });

  it('tell how far they are', async () => {
    const { scans } = t.client;
    t.answer = () => success({ id: 1902350, status: 'PROCESSING' });
    const running = await scans.status('1902350');
    expect(running).toEqual({ id: '1902350', status: 'PROCESSING' });
    expect(isScanEnd(running.status)).toBe(false);

    t.answer = () =>
      success({
        id: 1902350,
        status: 'FINISHED',
        summary: { resultsStatus: 'NO_HOST_ALIVE', authStatus: 'NONE' },
      });
    const ended = await scans.status('1902350');
    expect(ended).toEqual({
      id: '1902350',
      status: 'FINISHED',
      resultsStatus: 'NO_HOST_ALIVE',
      authStatus: 'NONE',
    });
    expect(scanOutcome(ended)).toBe('failed');
    expect(sent()[0]).toEqual(['GET /status/was/wasscan/1902350', undefined]);
  });

  it('are canceled, with what they found where that is asked for', async () => {
    t.answer = () => success({ id: 1 });
    expect(await t.client.scans.cancel('1')).toBeUndefined();
    await t.client.scans.cancel('1', { withResults: true });
    expect(sent()).toEqual([
      ['POST /cancel/was/wasscan/1', undefined],
      ['POST /cancel/was/wasscan/1', { cancelWithResults: wire(true) }],
    ]);
  });

  it('are refused before anything is sent where they are wrong', async () => {
    const { scans } = t.client;
    for (const call of [
      scans.launch({ name: 'x', type: 'DISCOVERY', webApp: { id: 'x' } }),
      scans.cancel(''),
      scans.status('0'),
      scans.get('x'),
    ]) {
      expect(await errorOf(call)).toMatchObject({ kind: 'invalid' });
    }
    expect(t.received).toHaveLength(0);
  });

  it('are read with all that Qualys says of them', async () => {
    t.answer = () =>
      success({
        id: 5,
        name: 'a',
        reference: 'was/1',
        type: 'VULNERABILITY',
        mode: 'API',
        target: {
          webApp: { id: 1, name: 'b', url: 'http://b.example' },
          webAppAuthRecord: { id: 3, name: 'c' },
          scannerAppliance: { type: 'EXTERNAL' },
        },
        profile: { id: 2, name: 'd' },
        dnsOverride: { id: 4 },
        cancelAfterNHours: '6',
        launchedDate: '2026-05-31T15:45:00Z',
        launchedBy: { id: 8, username: 'quays_xy' },
        status: 'FINISHED',
        endScanDate: '2026-05-31T16:45:00Z',
        summary: { resultsStatus: 'SUCCESSFUL' },
        consolidatedStatus: 'FINISHED',
        authStatus: 'NONE',
      });
    expect(await t.client.scans.get('5')).toEqual({
      id: '5',
      name: 'a',
      reference: 'was/1',
      type: 'VULNERABILITY',
      mode: 'API',
      webApp: { id: '1', name: 'b', url: 'http://b.example' },
      authRecord: { id: '3', name: 'c' },
      profile: { id: '2', name: 'd' },
      dnsOverride: { id: '4' },
      cancelAfterNHours: 6,
      launchedDate: '2026-05-31T15:45:00.000Z',
      launchedBy: 'quays_xy',
      status: 'FINISHED',
      endScanDate: '2026-05-31T16:45:00.000Z',
      resultsStatus: 'SUCCESSFUL',
      authStatus: 'NONE',
      consolidatedStatus: 'FINISHED',
    });
  });
});
