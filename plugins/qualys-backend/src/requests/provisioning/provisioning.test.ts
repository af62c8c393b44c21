import type { CreateThrough } from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import {
  expectOneThoughLost,
  sealedFor,
  useProvisioning,
} from '../../__testUtils__/provisioning';
import { AZURE_KEY, GCP_KEY_FILE } from '../../__testUtils__/requests';

jest.setTimeout(120_000);

const { databases, start } = useProvisioning();

const WAYS: [CreateThrough, CloudProvider][] = [
  ['assetManagement', 'AWS'],
  ['assetManagement', 'AZURE'],
  ['assetManagement', 'GCP'],
  ['cloudView', 'AWS'],
  ['cloudView', 'AZURE'],
  ['cloudView', 'GCP'],
];

const BAD: Record<CloudProvider, object> = {
  AWS: { arn: 'arn:aws:iam::048213570001:role/missing-role' },
  AZURE: { secret: 'revoked-key' },
  GCP: { secret: GCP_KEY_FILE.replace('nobody-may', 'revoked-nobody-may') },
};

describe('the provisioning of requests', () => {
  describe.each(WAYS)('through %s, of %s', (createThrough, provider) => {
    it.each(databases.eachSupportedId())(
      'creates the connector once, follows it, and hands it over, on %s',
      async database => {
        const of = await start(database);
        const request = await of.ask({
          provider,
          createThrough,
          ...(provider !== 'AWS' && { keyExpiresOn: '2031-05-06' }),
        });
        await of.work();
        const verifying = await of.now(request);
        expect(verifying).toMatchObject({
          state: 'verifying',
          connectorId: expect.any(String),
          reportedState: 'PENDING',
        });
        // It is in the mirror and in the catalog already, with its owner.
        const key = { subscription: 'main', id: verifying.connectorId! };
        expect(await of.mirror.get(key)).toMatchObject({
          provider,
          account: request.settings.account,
          name: request.settings.name,
          state: 'pending',
          owner: 'group:default/payments',
          ownerRule: 'Requested by the team',
        });
        expect(of.announce).toHaveBeenCalled();

        await of.later();
        const active = await of.now(request);
        expect(active).toMatchObject({ state: 'active' });
        expect(active).not.toHaveProperty('secret');
        expect(active).not.toHaveProperty('problem');
        expect(active).not.toHaveProperty('nextLookAt');
        expect(await of.actions(request)).toEqual([
          'submit',
          'approve',
          'provision',
          'verify',
          'activate',
        ]);
        expect(await of.mirror.get(key)).toMatchObject({ state: 'success' });
        expect(
          await of.bindings.decidedOf({
            type: 'connector',
            subscription: 'main',
            objectId: key.id,
          }),
        ).toMatchObject([
          {
            entityRef: 'component:default/checkout',
            owner: 'group:default/payments',
            state: 'accepted',
            decidedBy: 'user:default/asker',
          },
        ]);
        expect(await of.credentials.get(key)).toEqual(
          provider === 'AWS' ? undefined : { expiresOn: '2031-05-06' },
        );
        expect(await of.connectors()).toMatchObject([
          { id: key.id, provider, name: request.settings.name },
        ]);
        expect(of.sent()).toHaveLength(1);
      },
    );

    it('says that the cloud refuses it, and succeeds once that is mended', async () => {
      const of = await start();
      const request = await of.ask({
        provider,
        createThrough,
        ...BAD[provider],
      });
      await of.work();
      // The code beside the state that CloudView alone shows, of AWS alone.
      const showsCode = provider === 'AWS' && createThrough === 'cloudView';
      const { problem: yet } = await of.now(request);
      expect(yet?.said).toBe(showsCode ? '50004' : undefined);
      expect(yet?.message ?? '').toMatch(
        showsCode ? 'could not assume the role yet' : /^$/,
      );
      await of.later();
      const failed = await of.now(request);
      expect(failed).toMatchObject({
        state: 'failed',
        reportedState: 'ERROR',
        problem: {
          code: 'accessRefused',
          advice: expect.stringContaining('Then try again.'),
          said: expect.stringMatching(/AccessDenied|AuthorizationFailed|403/),
        },
        expiresAt: expect.any(String),
      });
      expect(failed).not.toHaveProperty('nextLookAt');
      const events = await of.store.events(request.id);
      expect(events.at(-1)).toMatchObject({
        action: 'fail',
        problem: { code: 'accessRefused' },
      });

      await of.mend(
        request,
        provider === 'AWS'
          ? { arn: 'arn:aws:iam::048213570001:role/qualys' }
          : {
              secret: sealedFor(
                request,
                provider === 'AZURE' ? AZURE_KEY : GCP_KEY_FILE,
              ),
            },
      );
      expect(await of.now(request)).toMatchObject({ state: 'verifying' });
      await of.later();
      expect(await of.now(request)).toMatchObject({ state: 'active' });
      expect(await of.connectors()).toHaveLength(1);
    });
  });

  it.each([
    ['assetManagement', 'AWS', 'applied'],
    ['cloudView', 'AZURE', 'applied'],
    ['assetManagement', 'GCP', 'reset'],
    ['cloudView', 'AWS', 'cut'],
  ] as const)(
    'creates it once through %s, of %s, whichever answer is lost (%s)',
    async (createThrough, provider, kind) => {
      const of = await start();
      await expect(
        expectOneThoughLost(of, { createThrough, provider, kind }),
      ).resolves.toBeUndefined();
    },
  );
});
