import type {
  ConnectorAssetsSettings,
  ConnectorAssetsUpdate,
  SettingChange,
  SettingEffect,
} from '../api';
import { changeOf, switched } from './change';

type Scan = NonNullable<
  ConnectorAssetsSettings['perimeterScan']['configuration']
>;

const NOTHING: Scan = { daysOfWeek: [] };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

// What assets lose, somebody may have looked for.
function lost(before: readonly string[], after: readonly string[]) {
  return (): SettingEffect =>
    before.some(one => !after.includes(one)) ? 'weakening' : 'widening';
}

// How one schedule compares with another of the same kind.
function scheduled(before: Scan, after: Scan): SettingEffect {
  if (before.recurrence !== after.recurrence) {
    return after.recurrence === 'DAILY' ? 'widening' : 'weakening';
  }
  return lost(before.daysOfWeek, after.daysOfWeek)();
}

// Until its first day it does not scan; what can be read in two ways, nobody
// can tell.
function started(before = '', after = ''): SettingEffect {
  return DATE.test(before) && DATE.test(after) && after <= before
    ? 'neutral'
    : 'weakening';
}

function scanChanges(before: Scan, after: Scan): SettingChange[] {
  const plain = (setting: 'startTime' | 'timezone' | 'scanPrefix') =>
    changeOf({
      setting: `perimeterScan.${setting}`,
      before: before[setting],
      after: after[setting],
      effect: 'neutral',
    });
  return [
    ...changeOf({
      setting: 'perimeterScan.optionProfileId',
      before: before.optionProfileId,
      after: after.optionProfileId,
      // What another profile looks for, nobody can tell from here.
      effect: 'weakening',
    }),
    ...changeOf({
      setting: 'perimeterScan.recurrence',
      before: before.recurrence,
      after: after.recurrence,
      effect: scheduled(before, after),
    }),
    ...changeOf({
      setting: 'perimeterScan.daysOfWeek',
      before: before.daysOfWeek,
      after: after.daysOfWeek,
      effect: scheduled(before, after),
    }),
    ...changeOf({
      setting: 'perimeterScan.startDate',
      before: before.startDate,
      after: after.startDate,
      effect: started(before.startDate, after.startDate),
    }),
    ...plain('startTime'),
    ...plain('timezone'),
    ...plain('scanPrefix'),
  ];
}

function perimeterChanges(
  before: ConnectorAssetsSettings['perimeterScan'],
  after: ConnectorAssetsSettings['perimeterScan'],
): SettingChange[] {
  if (before.enabled !== after.enabled) {
    return [
      ...changeOf({
        setting: 'perimeterScan.enabled',
        before: before.enabled,
        after: after.enabled,
        effect: switched,
      }),
      // All of it is more than nothing.
      ...(after.configuration
        ? scanChanges(NOTHING, after.configuration).map(change => ({
            ...change,
            effect: 'neutral' as const,
          }))
        : []),
    ];
  }
  if (before.configuration && after.configuration) {
    return scanChanges(before.configuration, after.configuration);
  }
  return changeOf({
    setting: 'perimeterScan.ownConfiguration',
    before: before.configuration !== undefined,
    after: after.configuration !== undefined,
    // What the subscription's own says, nobody can tell from here.
    effect: 'weakening',
  });
}

/**
 * What changes between two states of what a connector makes of its assets.
 *
 * @public
 */
export function connectorAssetsChanges(
  before: ConnectorAssetsSettings,
  after: ConnectorAssetsSettings,
): SettingChange[] {
  const idsOf = ({ defaultTags }: ConnectorAssetsSettings) =>
    defaultTags.map(({ id }) => id).sort();
  const sameTags = idsOf(before).join() === idsOf(after).join();
  return [
    // Names may be known in one state and not in the other.
    ...(sameTags
      ? []
      : changeOf({
          setting: 'defaultTags',
          before: before.defaultTags,
          after: after.defaultTags,
          effect: lost(idsOf(before), idsOf(after)),
        })),
    ...changeOf({
      setting: 'activation',
      before: before.activation.toSorted(),
      after: after.activation.toSorted(),
      effect: lost(before.activation, after.activation),
    }),
    ...perimeterChanges(before.perimeterScan, after.perimeterScan),
  ];
}

function dateText(
  date: NonNullable<
    NonNullable<ConnectorAssetsUpdate['perimeterScan']>['configuration']
  >['startDate'],
): string {
  if (typeof date === 'string') return date;
  const parts = [date.month, date.day].map(part =>
    String(part).padStart(2, '0'),
  );
  return [date.year, ...parts].join('-');
}

/**
 * The state after a change.
 *
 * @param known - tags by which those of the change are called
 *
 * @public
 */
export function connectorAssetsAfter(
  before: ConnectorAssetsSettings,
  update: ConnectorAssetsUpdate,
  known: readonly { id: string; name?: string }[] = [],
): ConnectorAssetsSettings {
  const { defaultTags, activation, perimeterScan } = update;
  const tags = [...before.defaultTags, ...known];
  return {
    defaultTags:
      defaultTags?.map(id => tags.find(tag => tag.id === id) ?? { id }) ??
      before.defaultTags,
    activation: activation ?? before.activation,
    perimeterScan: perimeterScan
      ? {
          enabled: perimeterScan.enabled,
          ...(perimeterScan.configuration && {
            configuration: {
              ...perimeterScan.configuration,
              daysOfWeek: perimeterScan.configuration.daysOfWeek ?? [],
              startDate: dateText(perimeterScan.configuration.startDate),
            },
          }),
        }
      : before.perimeterScan,
  };
}
