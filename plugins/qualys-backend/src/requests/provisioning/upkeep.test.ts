import { KEYS, useProvisioning } from '../../__testUtils__/provisioning';

jest.setTimeout(120_000);

const { start } = useProvisioning();

describe('the provisioning of requests', () => {
  describe('a key that the portal holds', () => {
    const other = { id: 'k2', secret: Buffer.alloc(32, 9) };

    it('has to be given again where it cannot be read', async () => {
      const of = await start('SQLITE_3', { keys: [other] });
      const request = await of.ask({ provider: 'AZURE' });
      for (let attempt = 0; attempt < 7; attempt++) await of.later();
      expect(await of.now(request)).toMatchObject({
        state: 'failed',
        problem: {
          code: 'secretUnreadable',
          message: expect.stringContaining('not configured any more'),
        },
      });
      expect(of.sent()).toEqual([]);
    });

    it('is no use where it was tampered with, and stops nobody else', async () => {
      const of = await start();
      const request = await of.ask({ provider: 'GCP' });
      const stolen = await of.ask({
        provider: 'GCP',
        settings: { name: 'Another', account: 'other-project' },
      });
      await of.store.note(request, { secret: stolen.secret });
      await of.work();
      expect((await of.now(request)).problem?.code).toBe('secretUnreadable');
      expect(await of.now(stolen)).toMatchObject({ state: 'verifying' });
    });

    it('is encrypted anew with the present key, and works with it', async () => {
      const of = await start('SQLITE_3', { keys: [other, ...KEYS] });
      const request = await of.ask({ provider: 'AZURE' });
      await of.upkeep();
      const { secret } = await of.now(request);
      expect(secret).not.toBe(request.secret);
      expect(secret).toMatch(/^v1\.k2\./);
      await of.upkeep();
      expect((await of.now(request)).secret).toBe(secret);
      await of.work();
      await of.later();
      expect(await of.now(request)).toMatchObject({ state: 'active' });
    });

    it('is wiped, and the request over, where nobody does anything in time', async () => {
      const of = await start();
      const request = await of.ask({
        provider: 'AZURE',
        secret: 'revoked-key',
      });
      await of.work();
      await of.later();
      expect((await of.now(request)).secret).toBeDefined();
      await of.upkeep();
      expect(await of.now(request)).toMatchObject({ state: 'failed' });
      const past = new Date(Date.now() - 1000).toISOString();
      await of.store.note(await of.now(request), { expiresAt: past });
      of.tell.mockClear();
      await of.upkeep();
      const expired = await of.now(request);
      expect(expired).toMatchObject({ state: 'expired' });
      expect(expired).not.toHaveProperty('secret');
      expect(of.tell.mock.calls.map(([{ state }]) => state)).toEqual([
        'expired',
      ]);
    });
  });
});
