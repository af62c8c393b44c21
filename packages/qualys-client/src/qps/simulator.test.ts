import { scanOutcome, isScanEnd } from 'qualys-model';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { all, errorOf, FAST } from '../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../client';

describe.each(['json', 'xml'] as const)(
  'against a simulated platform in %s',
  dialect => {
    let simulator: Simulator;
    let client: QualysClient;

    beforeAll(async () => {
      simulator = await startSimulator({ connectors: 10, seed: 3 });
    });
    beforeEach(() => {
      simulator.control.reset();
      const { urls, credentials } = simulator;
      client = createQualysClient({
        urls,
        credentials,
        dialect,
        retries: FAST,
        limits: { families: { qps: { perHour: 100_000 } } },
      });
    });
    afterEach(() => client.close());
    afterAll(() => simulator.stop());

    const addWebApp = () => {
      const { control } = simulator;
      control.addDnsOverride({ id: 14620, name: 'eee' });
      control.addWebApp({
        id: 1234,
        name: 'My <Web> & Application',
        url: 'http://mywebapp.com',
        dnsOverrideIds: [14620],
        cancelScansAfterNHours: 4,
      });
    };

    it('makes, finds, changes and deletes a web app', async () => {
      const { webApps } = client;
      const { id } = await webApps.create({
        name: 'a <b> & "c"',
        url: 'https://example.com/?a=1&b=2',
        cancelScansAt: '10:00',
      });
      const filters = [
        { field: 'name', operator: 'CONTAINS', value: '<b> & "c"' },
      ] as const;
      expect(await all(webApps.search({ filters }))).toMatchObject([{ id }]);
      expect(await webApps.count(filters)).toBe(1);
      expect(await webApps.get(id)).toMatchObject({
        id,
        name: 'a <b> & "c"',
        url: 'https://example.com/?a=1&b=2',
        config: { cancelScansAt: '10:00' },
      });
      await webApps.update(id, { name: 'd' });
      expect((await webApps.get(id)).name).toBe('d');
      await webApps.delete(id);
      expect(await errorOf(webApps.get(id))).toMatchObject({
        kind: 'notFound',
      });
      expect(await all(webApps.search({ filters }))).toEqual([]);
    });

    it('follows a scan to its end, and cancels another', async () => {
      addWebApp();
      const { scans } = client;
      const settings = {
        name: 'nightly',
        type: 'VULNERABILITY',
        webApp: { id: '1234' },
        profile: { id: '1' },
      } as const;
      const { id } = await scans.launch(settings);
      const seen = new Set<string>();
      let status = await scans.status(id);
      for (let step = 0; step < 2000 && !isScanEnd(status.status); step++) {
        seen.add(status.status!);
        expect(scanOutcome(status)).toBe('running');
        simulator.control.advanceClock(30_000);
        status = await scans.status(id);
      }
      expect([...seen]).toEqual(['SUBMITTED', 'RUNNING', 'PROCESSING']);
      expect(status.status).toBe('FINISHED');
      expect(scanOutcome(status)).not.toBe('running');
      expect(await scans.get(id)).toMatchObject({
        id,
        name: 'nightly',
        webApp: { id: '1234' },
      });

      const other = await scans.launch(settings);
      await scans.cancel(other.id);
      expect(scanOutcome(await scans.status(other.id))).toBe('canceled');
    });

    it('makes, changes and deletes a DNS override', async () => {
      const { dnsOverrides } = client;
      const mapping = { hostName: 'host_1', ipAddress: '2.3.4.5' };
      const { id } = await dnsOverrides.create({
        name: 'DNS Record',
        mappings: [mapping],
        comment: 'for the <test> network',
      });
      const other = { hostName: 'host_2', ipAddress: '10.10.10.10' };
      await dnsOverrides.update(id, { mappings: { add: [other] } });
      expect(await dnsOverrides.get(id)).toMatchObject({
        name: 'DNS Record',
        mappings: [mapping, other],
        comments: ['for the <test> network'],
      });
      await dnsOverrides.delete(id);
      expect(await errorOf(dnsOverrides.get(id))).toMatchObject({
        kind: 'notFound',
      });
    });

    it('finds tags, and tells the version of the portal', async () => {
      simulator.control.addTag({ id: 42458382, name: 'cloud & more' });
      const filters = [
        { field: 'id', operator: 'EQUALS', value: '42458382' },
      ] as const;
      expect(await all(client.tags.search({ filters }))).toMatchObject([
        { id: '42458382', name: 'cloud & more' },
      ]);
      const { portal } = await client.portal.version();
      expect(portal['WAS-VERSION']).toMatch(/^\d/);
    });
  },
);
