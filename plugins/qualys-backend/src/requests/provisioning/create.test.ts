import { useProvisioning } from '../../__testUtils__/provisioning';

jest.setTimeout(120_000);

const { simulator, start } = useProvisioning();

describe('the provisioning of requests', () => {
  describe.each(['assetManagement', 'cloudView'] as const)(
    'what is there already, through %s',
    createThrough => {
      it('is no obstacle where it is another role of the account', async () => {
        const of = await start();
        of.control.addConnector({
          awsAccountId: '048213570001',
          arn: 'arn:aws:iam::048213570001:role/other',
        });
        const request = await of.ask({ createThrough });
        await of.work();
        await of.later();
        expect(await of.now(request)).toMatchObject({ state: 'active' });
        expect(await of.connectors()).toHaveLength(2);
      });

      it.each([
        {
          provider: 'AWS',
          there: {
            awsAccountId: '048213570001',
            arn: 'arn:aws:iam::048213570001:role/qualys',
          },
          said: 'the same role already',
        },
        {
          provider: 'GCP',
          there: { projectId: 'payments-prod', name: 'payments on gcp' },
          settings: { name: 'Payments on GCP' },
          said: 'a connector of the same name already',
        },
      ] as const)(
        'is somebody else’s, and nothing is sent: $provider',
        async ({ provider, there, said, ...wanted }) => {
          const of = await start();
          of.control.addConnector({ provider, ...there } as never);
          const request = await of.ask({ provider, createThrough, ...wanted });
          await of.work();
          expect(await of.now(request)).toMatchObject({
            state: 'failed',
            problem: {
              code: 'conflict',
              message: expect.stringContaining(said),
            },
          });
          expect(of.sent()).toEqual([]);
        },
      );
    },
  );

  describe('what Qualys refuses', () => {
    it('is said where it is the settings', async () => {
      const of = await start();
      of.control.addFault({
        match: { path: '/create/' },
        kind: 'status',
        status: 200,
        body: {
          ServiceResponse: {
            responseCode: 'INVALID_REQUEST',
            responseErrorDetails: { errorMessage: 'runFrequency is too low' },
          },
        },
      });
      const request = await of.ask();
      await of.work();
      expect(await of.now(request)).toMatchObject({
        state: 'failed',
        problem: {
          code: 'settingsRefused',
          said: expect.stringContaining('runFrequency is too low'),
        },
      });
      // Nothing was created, so that nothing has to be waited for.
      expect(await of.now(request)).not.toHaveProperty('createSentAt');
      of.control.clearFaults();
      await of.retry(request);
      await of.later();
      expect(await of.now(request)).toMatchObject({ state: 'active' });
    });

    it('is said in other words where it is the portal’s own user', async () => {
      const of = await start();
      of.control.setUserRights(simulator.current.credentials.username, {
        isManager: false,
      });
      const request = await of.ask();
      await of.work();
      await of.pendingFor(request, 25 * 3_600_000);
      const { problem } = await of.now(request);
      expect(problem).toMatchObject({
        code: 'portalRefused',
        message:
          'Qualys does not allow this to the portal’s own account; the platform team can find out why',
      });
    });

    it('is waited for where it is but a limit', async () => {
      const of = await start();
      of.control.addFault({
        match: { path: '/create/' },
        kind: 'limit',
        code: 429,
        secondsToWait: 1234,
        times: 1,
      });
      const request = await of.ask();
      await of.work();
      const waiting = await of.now(request);
      expect(waiting).toMatchObject({
        state: 'provisioning',
        problem: {
          message: expect.stringMatching(
            /^Qualys limits its API at present; the portal goes on by itself in \d+ minutes$/,
          ),
        },
      });
      expect(waiting.problem).not.toHaveProperty('code');
      const ms = Date.parse(waiting.nextLookAt!) - Date.now();
      expect(ms).toBeGreaterThan(1_000_000);
    });
  });
});
