import fc from 'fast-check';
import {
  awsAssetDataConnectorSettingsSchema,
  type AwsAssetDataConnectorSettings,
} from 'qualys-model';
import { requestBody } from '../qps/request';
import { parseXml } from '../xml';
import {
  dates,
  days,
  digits,
  ids,
  maybe,
  texts,
  withoutUndefined,
} from './__testUtils__/arbitraries';
import { awsConnectorOf } from './read';
import { awsWire } from './wire';
import { awsSettingsData } from './write';

const NAME = 'AwsAssetDataConnector';

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));

const arns = digits(12).map(account => `arn:aws:iam::${account}:role/qualys`);

const configurations = fc
  .record({
    optionProfileId: ids,
    days: days.filter(({ length }) => length > 0),
    weekly: fc.boolean(),
    scanPrefix: maybe(texts),
    startDate: dates.map(date => date.slice(0, 10)),
    startTime: times,
    timezone: fc.constantFrom('UTC', 'Africa/Cairo', 'Asia/Kolkata'),
  })
  .map(({ days: some, weekly, ...rest }) => ({
    ...rest,
    recurrence: weekly ? ('WEEKLY' as const) : ('DAILY' as const),
    ...(weekly && { daysOfWeek: some }),
  }));

const settingsOfAws: fc.Arbitrary<AwsAssetDataConnectorSettings> = fc.record({
  name: texts,
  arn: arns,
  externalId: digits(5, 13).map(suffix => `USPOD01-4765-${suffix}`),
  description: maybe(texts),
  defaultTags: maybe(fc.array(ids, { maxLength: 3 })),
  activation: maybe(
    fc.array(fc.constantFrom('VM', 'PC', 'SCA'), { maxLength: 3 }),
  ),
  disabled: maybe(fc.boolean()),
  runFrequency: maybe(fc.integer({ min: 1, max: 10_000 })),
  remediationEnabled: maybe(fc.boolean()),
  allRegions: maybe(fc.constant(false)),
  regions: maybe(
    fc.array(fc.constantFrom('us-east-1', 'eu-west-2'), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  appInfos: maybe(
    fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('AI' as const, 'CI' as const, 'CSA' as const),
        identifier: arns,
        tagId: maybe(ids),
      }),
      { minLength: 1, selector: ({ name }) => name },
    ),
  ),
  perimeterScan: maybe(
    fc.record({
      enabled: fc.constant(true),
      configuration: maybe(configurations),
    }),
  ),
});

/** What Qualys would hold after it took a request, in the form of that request. */
function heldAfter(data: unknown) {
  const wire = { id: 1, ...(data as object) };
  return awsConnectorOf(awsWire.parse(wire));
}

describe('the settings of an AWS connector', () => {
  it('say the same in JSON and XML, and nothing is lost', () => {
    const rule = awsAssetDataConnectorSettingsSchema();
    fc.assert(
      fc.property(settingsOfAws, given => {
        const data = { [NAME]: awsSettingsData(rule.parse(given)) };
        const json = requestBody('json', { data }) as { json: any };
        const xml = requestBody('xml', { data }) as { xml: string };
        const held = heldAfter(
          withoutUndefined(json.json).ServiceRequest.data[NAME],
        );
        const parsed = parseXml(xml.xml) as any;
        expect(heldAfter(parsed.ServiceRequest.data[NAME])).toEqual(held);

        const { perimeterScan, ...rest } = given;
        expect(held).toMatchObject(
          withoutUndefined({
            ...rest,
            description: given.description ?? '',
            defaultTags: given.defaultTags?.map(id => ({ id })),
          }),
        );
        const { configuration } = perimeterScan ?? {};
        expect(held.perimeterScan).toEqual(
          perimeterScan && {
            enabled: true,
            customConfiguration: configuration !== undefined,
            configurations: configuration
              ? [
                  {
                    daysOfWeek: [],
                    ...configuration,
                    startDate: String(configuration.startDate).replace(
                      /(\d+)-(\d+)-(\d+)/,
                      '$2/$3/$1',
                    ),
                  },
                ]
              : [],
          },
        );
      }),
      // qps/roundTrip.test.ts holds 10,000 objects that were written.
      { numRuns: 2_500 },
    );
  });
});
