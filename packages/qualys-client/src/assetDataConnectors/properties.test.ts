import fc from 'fast-check';
import {
  awsAssetDataConnectorSchema,
  awsAssetDataConnectorSettingsSchema,
  SCAN_DAYS,
  type AwsAssetDataConnector,
  type AwsAssetDataConnectorSettings,
} from 'qualys-model';
import type { z } from 'zod';
import { readEnvelope } from '../qps/envelope';
import { readItem } from '../qps/dialect';
import { requestBody } from '../qps/request';
import { parseXml, writeXml } from '../xml';
import { awsConnectorOf } from './read';
import { awsWire } from './wire';
import { awsSettingsData } from './write';

const RUNS = { numRuns: 10_000 };
const NAME = 'AwsAssetDataConnector';
const object = {
  name: NAME,
  schema: awsWire,
  transform: awsConnectorOf,
  advice: {},
};

const DIGITS = '0123456789';
const digits = (minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength, maxLength });
const ids = fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String);
// White space around a text is lost in XML, and control characters have no
// place in it.
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('012', 'true', '1e3', '<a>&amp;', ']]>', '{}', 'null'),
  )
  .map(text => text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '').trim())
  .filter(text => text !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const days = fc.uniqueArray(fc.constantFrom(...SCAN_DAYS));
const dates = fc
  .date({
    min: new Date('1970-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());

const connectors: fc.Arbitrary<AwsAssetDataConnector> = fc.record({
  provider: fc.constant('AWS' as const),
  id: ids,
  name: texts,
  description: fc.oneof(texts, fc.constant('')),
  account: fc.oneof(digits(12), fc.constant('')),
  reportedState: fc.oneof(texts, fc.constant('')),
  disabled: fc.boolean(),
  deleted: fc.boolean(),
  lastError: maybe(texts),
  lastSyncedOn: maybe(dates),
  nextSyncedOn: maybe(dates),
  runFrequency: maybe(fc.nat()),
  remediationEnabled: maybe(fc.boolean()),
  defaultTags: maybe(
    fc.array(fc.record({ id: ids, name: maybe(texts) }), { maxLength: 3 }),
  ),
  activation: maybe(fc.array(texts, { maxLength: 3 })),
  appInfos: maybe(
    fc.array(
      fc.record({
        name: texts,
        identifier: maybe(texts),
        tagId: maybe(ids),
      }),
      { maxLength: 3 },
    ),
  ),
  perimeterScan: maybe(
    fc.record({
      enabled: fc.boolean(),
      customConfiguration: fc.boolean(),
      configurations: fc.array(
        fc.record({
          optionProfileId: ids,
          recurrence: maybe(texts),
          daysOfWeek: days,
          scanPrefix: maybe(texts),
          startDate: maybe(texts),
          startTime: maybe(texts),
          timezone: maybe(texts),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
  instantAssessmentEnabled: maybe(fc.boolean()),
  attachedToOrgConnector: maybe(fc.boolean()),
  wrapperApi: maybe(fc.boolean()),
  cloudviewUuid: maybe(fc.uuid()),
  arn: maybe(texts),
  externalId: maybe(texts),
  qualysAwsAccountId: maybe(digits(12)),
  allRegions: maybe(fc.boolean()),
  regions: maybe(fc.array(texts, { maxLength: 3 })),
  govCloud: fc.boolean(),
  chinaRegion: fc.boolean(),
});

/** A way to write down collections, and to write booleans and numbers. */
interface Manner {
  collection(name: string, items: unknown[]): unknown;
  scalar(value: unknown): unknown;
}

const COLLECTIONS: Record<string, Manner['collection']> = {
  'list of wrapped items': (name, items) => ({
    count: items.length,
    list: items.map(item => ({ [name]: item })),
  }),
  'list by name': (name, items) => ({ list: { [name]: items } }),
  'set by name': (name, items) => ({ set: { [name]: items } }),
  'sets of one each': (name, items) => ({
    set: items.map(item => ({ [name]: item })),
  }),
  'the one without its array': (name, items) =>
    items.length === 1
      ? { list: { [name]: items[0] } }
      : { list: { [name]: items } },
};

const manners: fc.Arbitrary<Manner> = fc.record({
  collection: fc.constantFrom(...Object.values(COLLECTIONS)),
  scalar: fc.constantFrom(
    (value: unknown) => value,
    (value: unknown) => value && String(value),
  ),
});

/** A connector as Qualys would write it down. */
function answerOf(connector: AwsAssetDataConnector, manner: Manner) {
  const { collection, scalar } = manner;
  const every = (name: string, items: unknown[] | undefined) =>
    items && collection(name, items);
  const flag = (value: boolean | undefined) =>
    value === undefined ? undefined : scalar(value) || String(value);
  const scan = connector.perimeterScan;
  return {
    id: connector.id,
    name: connector.name,
    description: connector.description,
    awsAccountId: connector.account,
    connectorState: connector.reportedState,
    type: 'AWS',
    disabled: flag(connector.disabled),
    isDeleted: flag(connector.deleted),
    lastError: connector.lastError,
    lastSync: connector.lastSyncedOn,
    nextSync: connector.nextSyncedOn,
    runFrequency: connector.runFrequency,
    isRemediationEnabled: flag(connector.remediationEnabled),
    defaultTags: every('TagSimple', connector.defaultTags),
    activation: every('ActivationModule', connector.activation),
    connectorAppInfos: every(
      'ConnectorAppInfoQList',
      connector.appInfos?.map(info => collection('ConnectorAppInfo', [info])),
    ),
    isCPSEnabled: flag(scan?.enabled),
    connectorScanSetting: scan && {
      isCustomScanConfigEnabled: flag(scan.customConfiguration),
    },
    connectorScanConfig: every(
      'ConnectorScanConfiguration',
      scan?.configurations.map(({ daysOfWeek, ...configuration }) => ({
        ...configuration,
        daysOfWeek: collection('Day', daysOfWeek),
      })),
    ),
    isInstantAssessmentEnabled: flag(connector.instantAssessmentEnabled),
    isAttachedToOrgConnector: flag(connector.attachedToOrgConnector),
    isWrapperAPI: flag(connector.wrapperApi),
    cloudviewUuid: connector.cloudviewUuid,
    arn: connector.arn,
    externalId: connector.externalId,
    qualysAwsAccountId: connector.qualysAwsAccountId,
    allRegions: flag(connector.allRegions),
    endpoints: every(
      'AwsEndpointSimple',
      connector.regions?.map(regionCode => ({ regionCode })),
    ),
    isGovCloudConfigured: flag(connector.govCloud),
    isChinaConfigured: flag(connector.chinaRegion),
    somethingNew: 'passes',
  };
}

const withoutUndefined = (value: unknown) => JSON.parse(JSON.stringify(value));

function readAnswer(parsed: unknown) {
  const { items } = readEnvelope(parsed, NAME, {});
  return items.map((item, index) => readItem(object, item, index));
}

describe('an AWS connector', () => {
  it('is the same in JSON and XML, however Qualys writes its collections', () => {
    fc.assert(
      fc.property(connectors, manners, (connector, manner) => {
        const wire = withoutUndefined(answerOf(connector, manner));
        const json = {
          ServiceResponse: {
            responseCode: 'SUCCESS',
            count: 1,
            data: [{ [NAME]: wire }],
          },
        };
        const xml = writeXml({
          ServiceResponse: {
            responseCode: 'SUCCESS',
            count: 1,
            data: { [NAME]: wire },
          },
        });
        const [read] = readAnswer(JSON.parse(JSON.stringify(json)));
        expect(read).toEqual(connector);
        expect(readAnswer(parseXml(xml))).toEqual([read]);
        expect(awsAssetDataConnectorSchema.parse(read)).toEqual(read);
      }),
      RUNS,
    );
  });
});

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
  return awsConnectorOf(awsWire.parse(wire) as z.output<typeof awsWire>);
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
      RUNS,
    );
  });
});
