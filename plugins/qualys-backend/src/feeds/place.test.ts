import fc from 'fast-check';
import {
  placeRecords,
  type AssetManagementIdentity,
  type CloudViewIdentity,
} from './place';

const U1 = '7f25a529-4629-31e6-9bef-7a5828c360a1';
const U2 = '7f25a529-4629-31e6-9bef-7a5828c360a2';

const am = (
  id: string,
  given: Partial<AssetManagementIdentity> = {},
): AssetManagementIdentity => ({
  key: id,
  id,
  provider: 'AWS',
  account: '012345678901',
  ...given,
});
const cv = (
  id: string,
  given: Partial<CloudViewIdentity> = {},
): CloudViewIdentity => ({
  id,
  provider: 'AWS',
  account: '012345678901',
  ...given,
});

const recordOf = (
  one: AssetManagementIdentity,
  cloudView: CloudViewIdentity[] = [],
) => placeRecords([one], cloudView).records.get(one.id);

describe('placeRecords', () => {
  it.each([
    ['the twin that it names', am('5', { uuid: U1 }), [cv(U1)], U1],
    [
      'it in whatever letters',
      am('5', { uuid: U1.toUpperCase() }),
      [cv(U1)],
      U1,
    ],
    ['the id that it names, without a twin', am('5', { uuid: U1 }), [], U1],
    ['an id of its own, without a name', am('5'), [cv(U1)], 'am-aws-5'],
    ['an id of its own for no UUID', am('5', { uuid: '../x' }), [], 'am-aws-5'],
    [
      'the record that it had, when its twin goes',
      am('5', { uuid: U2, record: U1 }),
      [],
      U1,
    ],
    [
      'its own record, when it names a UUID later',
      am('5', { uuid: U1, record: 'am-aws-5' }),
      [],
      'am-aws-5',
    ],
    [
      'the twin that appears later',
      am('5', { uuid: U1, record: 'am-aws-5' }),
      [cv(U1)],
      U1,
    ],
  ])('gives %s', (_name, one, cloudView, record) => {
    const placed = placeRecords([one], cloudView);
    expect(placed.records.get('5')).toBe(record);
    expect(placed.disagreeing).toBe(0);
  });

  it.each([
    ['provider', { provider: 'GCP' as const }],
    ['account', { account: '999999999999' }],
    ['account', { account: '' }],
  ])('does not join where they disagree in %s (%j)', (reason, given) => {
    const placed = placeRecords(
      [am('5', { uuid: U1, record: U1 })],
      [cv(U1, given)],
    );
    expect(placed.records.get('5')).toBe('am-aws-5');
    expect(placed.disagreeing).toBe(1);
    expect(Object.fromEntries(placed.disagreements)).toEqual({
      'am-aws-5': { reason, with: U1 },
      [U1]: { reason, with: 'am-aws-5' },
    });
  });

  it('joins accounts that differ in letters alone', () => {
    const account = '2D1B6F0E-0A4C-4A44-9F0E-6B1F9F3C0A11';
    const one = am('5', { uuid: U1, account, provider: 'AZURE' });
    const twin = cv(U1, { account: account.toLowerCase(), provider: 'AZURE' });
    expect(recordOf(one, [twin])).toBe(U1);
  });

  it('lets one have the twin, and the same one each time', () => {
    const two = [am('5', { uuid: U1 }), am('44', { uuid: U1 })];
    const first = placeRecords(two, [cv(U1)]);
    expect(Object.fromEntries(first.records)).toEqual({
      5: U1,
      44: 'am-aws-44',
    });
    expect(first.disagreements.get('am-aws-44')).toEqual({
      reason: 'twice',
      with: U1,
    });

    const held = [
      am('5', { uuid: U1, record: 'am-aws-5' }),
      am('44', { uuid: U1, record: U1 }),
    ];
    expect(placeRecords(held, [cv(U1)]).records.get('44')).toBe(U1);
  });

  it('gives everyone a record, none to two, and the same again', () => {
    const uuid = fc.constantFrom(U1, U2, U1.toUpperCase(), 'none', undefined);
    const account = fc.constantFrom('1', '2', '');
    const provider = fc.constantFrom('AWS' as const, 'GCP' as const);
    const ofAm = fc
      .uniqueArray(
        fc.record({
          id: fc.constantFrom('1', '2', '3', '44'),
          uuid,
          account,
          provider,
        }),
        { selector: each => each.id },
      )
      .map(all => all.map(each => ({ ...each, key: each.id })));
    const ofCv = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(U1, U2), account, provider }),
      { selector: each => each.id },
    );
    fc.assert(
      fc.property(ofAm, ofCv, ofCv, (connectors, cloudView, later) => {
        const place = (
          each: readonly AssetManagementIdentity[],
          twins: CloudViewIdentity[],
        ) => {
          const placed = placeRecords(each, twins);
          const records = [...placed.records.values()];
          expect(records).toHaveLength(each.length);
          expect(new Set(records).size).toBe(each.length);
          const joined = each.flatMap(one =>
            twins
              .filter(({ id }) => id === placed.records.get(one.id))
              .map(twin => ({ one, twin })),
          );
          expect(joined.map(({ twin }) => twin)).toEqual(
            joined.map(({ one }) => ({
              id: one.uuid?.toLowerCase(),
              provider: one.provider,
              account: one.account,
            })),
          );
          return each.map(one => ({
            ...one,
            record: placed.records.get(one.id),
          }));
        };
        const once = place(connectors, cloudView);
        expect(place(once, cloudView)).toEqual(once);
        place(once, later);
      }),
      { numRuns: 10_000 },
    );
  });

  describe('with one that is missing', () => {
    const gone = am('5', { uuid: U1, record: U1, missing: true });

    it('leaves it where it was', () => {
      const placed = placeRecords([gone, am('6')], [cv(U1)]);
      expect(Object.fromEntries(placed.records)).toEqual({
        5: U1,
        6: 'am-aws-6',
      });
    });

    it('gives its place to the one that was created anew', () => {
      const anew = am('77', { uuid: U1 });
      for (const twins of [[cv(U1)], []]) {
        const placed = placeRecords([gone, anew], twins);
        expect(Object.fromEntries(placed.records)).toEqual({ 77: U1 });
        expect(placed.disagreeing).toBe(0);
      }
    });
  });
});
