import { useProvisioning } from '../../__testUtils__/provisioning';

jest.setTimeout(120_000);

const { start } = useProvisioning();

describe('the provisioning of requests', () => {
  it('tells one that was not let in from one that was', async () => {
    const of = await start();
    const request = await of.ask();
    await of.work();
    const { connectorId } = await of.now(request);
    of.control.updateConnector(connectorId!, {
      state: 'ERROR',
      error: 'Throttling: Rate exceeded',
    });
    await of.later();
    expect((await of.now(request)).problem).toMatchObject({
      code: 'readFailed',
      said: 'Throttling: Rate exceeded',
    });
  });

  it.each(['assetManagement', 'cloudView'] as const)(
    'reads what Qualys says more of where there is a code alone, through %s',
    async createThrough => {
      const of = await start();
      const request = await of.ask({ createThrough });
      await of.work();
      const { connectorId } = await of.now(request);
      of.control.updateConnector(connectorId!, {
        state: 'ERROR',
        error: '50004',
        errors: [{ error: 'The account is suspended' }],
      });
      await of.later();
      expect((await of.now(request)).problem?.said).toMatch(
        /^(50004: )?The account is suspended$/,
      );
    },
  );

  it('does not take a state from before it was run again for news', async () => {
    const of = await start();
    const request = await of.ask({
      arn: 'arn:aws:iam::048213570001:role/missing-role',
    });
    await of.work();
    await of.later();
    const { connectorId } = await of.now(request);
    expect(await of.now(request)).toMatchObject({ state: 'failed' });
    // Qualys takes the run, and has not got round to it.
    of.control.addFault({
      match: { path: '/run/' },
      kind: 'status',
      status: 200,
      body: { ServiceResponse: { responseCode: 'SUCCESS', count: 1 } },
    });
    await of.retry(request);
    expect(await of.now(request)).toMatchObject({ state: 'verifying' });
    of.control.updateConnector(connectorId!, { state: 'SUCCESS' });
    await of.later();
    expect(await of.now(request)).toMatchObject({ state: 'active' });
  });

  it('ends where Qualys does not come to it in time, and goes on when told to', async () => {
    const of = await start();
    const request = await of.ask();
    await of.work();
    await of.pendingFor(request, 2 * 3_600_000);
    expect(await of.now(request)).toMatchObject({
      state: 'failed',
      problem: {
        code: 'stillPending',
        message: 'Qualys has not read the account within 60 minutes',
      },
    });
    await of.retry(request);
    await of.later();
    expect(await of.now(request)).toMatchObject({ state: 'active' });
    expect(await of.connectors()).toHaveLength(1);
  });

  it('says where the connector was deleted meanwhile, and creates it anew when told to', async () => {
    const of = await start();
    const request = await of.ask();
    await of.work();
    of.control.removeConnector((await of.now(request)).connectorId!);
    await of.later();
    expect(await of.now(request)).toMatchObject({
      state: 'failed',
      problem: { code: 'connectorGone' },
    });
    await of.retry(request);
    await of.later();
    expect(await of.now(request)).toMatchObject({ state: 'active' });
    expect(await of.connectors()).toHaveLength(1);
  });
});
