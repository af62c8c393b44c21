import fc from 'fast-check';
import {
  awsAssetDataConnectorSchema,
  type AwsAssetDataConnector,
} from 'qualys-model';
import { readItem } from '../qps/dialect';
import { readEnvelope } from '../qps/envelope';
import { parseXml, writeXml } from '../xml';
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

const NAME = 'AwsAssetDataConnector';
const object = {
  name: NAME,
  schema: awsWire,
  transform: awsConnectorOf,
  advice: {},
};

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
      { numRuns: 10_000 },
    );
  });
});
