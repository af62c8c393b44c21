import { demoConnectors } from './demo';
import { generateConnectors } from './generate';

const data = (connectors: number, seed: number) =>
  generateConnectors({ connectors, seed, start: 1e12, settleSeconds: 60 });

const aws = (seed: number) =>
  data(240, seed).flatMap(({ settings }) =>
    settings.provider === 'AWS' ? [settings] : [],
  );

describe('generateConnectors', () => {
  it('makes the same from the same seed', () => {
    expect(data(240, 7)).toEqual(data(240, 7));
  });

  it('makes a larger set that begins with the smaller one', () => {
    expect(data(1000, 7).slice(0, 240)).toEqual(data(240, 7));
  });

  it('makes other connectors from another seed', () => {
    const one = new Set(data(240, 1).map(record => record.connectorId));
    const two = data(240, 2).map(record => record.connectorId);
    expect(two.filter(id => one.has(id))).toEqual([]);
  });

  it('takes large seeds apart', () => {
    const [a] = data(1, 2 ** 32);
    const [b] = data(1, 0);
    expect(a.connectorId).not.toBe(b.connectorId);
  });

  it('gives every connector an id of its own, a UUID', () => {
    const ids = data(50_000, 1).map(record => record.connectorId);
    expect(new Set(ids).size).toBe(50_000);
    const uuid =
      /^[\da-f]{8}-[\da-f]{4}-3[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(ids.filter(id => !uuid.test(id))).toEqual([]);
  });

  it('begins with the connectors that a demo names', () => {
    const records = data(12, 5);
    const demo = demoConnectors(5);
    expect(
      records.map(({ connectorId, settings }) => [connectorId, settings.name]),
    ).toEqual(demo.map(({ id, name }) => [id, name]));
    const failing = demo.filter(
      ({ team, state, errors }) =>
        team === 'payments' && state === 'ERROR' && errors > 0,
    );
    expect(failing).toHaveLength(1);
  });

  describe.each([1, 2, 3])('from seed %d', seed => {
    const records = data(240, seed);

    it('has mostly AWS, and all three clouds', () => {
      const count = (provider: string) =>
        records.filter(({ settings }) => settings.provider === provider).length;
      expect(count('AWS')).toBeGreaterThan(120);
      expect(count('AZURE')).toBeGreaterThan(10);
      expect(count('GCP')).toBeGreaterThan(10);
    });

    it('has every kind of state', () => {
      const states = new Set(records.map(record => record.state));
      expect(states).toEqual(
        new Set([
          'SUCCESS',
          'ERROR',
          'REGIONS_DISCOVERED',
          'Completed successfully',
          'SYNC_THROTTLED',
        ]),
      );
      const pending = records.filter(record => record.settlesAt !== undefined);
      expect(pending.map(record => record.state)).toEqual(
        expect.arrayContaining(['SUCCESS', 'ERROR']),
      );
      expect(pending.map(record => record.pendingError)).toContain('50004');
    });

    it('has accounts in all partitions, with the ARN that goes with them', () => {
      const partitions = aws(seed).map(settings => {
        const { isGovCloud, isChinaRegion, arn, awsAccountId } = settings;
        const normal = isChinaRegion ? 'aws-cn' : 'aws';
        const partition = isGovCloud ? 'aws-us-gov' : normal;
        expect(arn).toMatch(
          new RegExp(`^arn:${partition}:iam::${awsAccountId}:role/`),
        );
        return partition;
      });
      expect(new Set(partitions)).toEqual(
        new Set(['aws', 'aws-us-gov', 'aws-cn']),
      );
    });

    it('has accounts that are shared and such as begin with a zero', () => {
      const accounts = aws(seed).map(settings => settings.awsAccountId);
      expect(new Set(accounts).size).toBeLessThan(accounts.length);
      expect(accounts.filter(account => !/^\d{12}$/.test(account))).toEqual([]);
      expect(accounts.some(account => account.startsWith('0'))).toBe(true);
    });

    it('has external IDs in the present format and older ones', () => {
      const present = aws(seed).filter(({ externalId }) =>
        /^USPOD02-\d{7}-[A-Za-z0-9]{5,13}$/.test(externalId),
      );
      expect(present.length).toBeGreaterThan(0);
      expect(present.length).toBeLessThan(aws(seed).length);
    });

    it('has what may be missing both there and missing', () => {
      for (const name of ['description', 'remediationEnabled'] as const) {
        const present = records.filter(({ settings }) => name in settings);
        expect(present.length).toBeGreaterThan(0);
        expect(present.length).toBeLessThan(records.length);
      }
      expect(records.some(({ settings }) => settings.isDisabled)).toBe(true);
      expect(records.some(({ settings }) => settings.groups.length > 0)).toBe(
        true,
      );
      expect(records.some(({ failures }) => failures.length > 50)).toBe(true);
    });
  });
});
