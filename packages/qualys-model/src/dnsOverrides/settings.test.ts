import { dnsOverrideChangesSchema, dnsOverrideSettingsSchema } from '.';

const mapping = { hostName: 'host_1', ipAddress: '2.3.4.5' };
const settings = { name: 'DNS Record', mappings: [mapping] };

const issue = (
  schema: typeof dnsOverrideSettingsSchema | typeof dnsOverrideChangesSchema,
  given: unknown,
) => schema.safeParse(given).error?.issues[0].path.join('.');

describe('a DNS override', () => {
  it.each([
    settings,
    {
      ...settings,
      mappings: [mapping, { hostName: 'a.b-c.example', ipAddress: '::1' }],
    },
    { ...settings, comment: 'x'.repeat(2048), tags: { set: ['1'] } },
  ])('may be %j', given => {
    expect(dnsOverrideSettingsSchema.parse(given)).toEqual(given);
  });

  it.each<[unknown, string]>([
    [{ mappings: [mapping] }, 'name'],
    [{ ...settings, mappings: [] }, 'mappings'],
    [{ ...settings, comment: 'x'.repeat(2049) }, 'comment'],
    ...['', 'a b', '-a', 'a..b', 'a.', 'x'.repeat(254), 'http://a'].map(
      hostName =>
        [
          { ...settings, mappings: [{ ...mapping, hostName }] },
          'mappings.0.hostName',
        ] as [unknown, string],
    ),
    ...['', '1.2.3', '1.2.3.256', 'x', '1.2.3.4/8'].map(
      ipAddress =>
        [
          { ...settings, mappings: [{ ...mapping, ipAddress }] },
          'mappings.0.ipAddress',
        ] as [unknown, string],
    ),
  ])('must not be %j', (given, path) => {
    expect(issue(dnsOverrideSettingsSchema, given)).toBe(path);
  });

  it.each([
    { mappings: { set: [mapping] } },
    { mappings: { add: [mapping], remove: [mapping] } },
    { comment: 'x' },
  ])('may change by %j', given => {
    expect(dnsOverrideChangesSchema.parse(given)).toEqual(given);
  });

  it.each([
    [{}, ''],
    [{ mappings: { set: [mapping], remove: [mapping] } }, 'mappings'],
    [{ mappings: { add: [{ hostName: 'x' }] } }, 'mappings.add.0.ipAddress'],
    [{ id: '1', name: 'x' }, ''],
  ])('must not change by %j', (given, path) => {
    expect(issue(dnsOverrideChangesSchema, given)).toBe(path);
  });
});
