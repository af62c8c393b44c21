import type { QpsReference } from 'qualys-model';
import type {
  ConnectorAssetsSettings,
  ConnectorAssetsUpdate,
  SettingChange,
  SettingEffect,
} from '../api';
import { changeOf, switched } from './change';

type Perimeter = NonNullable<ConnectorAssetsSettings['perimeterScan']>;

type Scan = NonNullable<Perimeter['configuration']>;

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
  before: Perimeter,
  after: Perimeter,
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

function tagsChanges(
  before: readonly QpsReference[],
  after: readonly QpsReference[],
): SettingChange[] {
  const [old, now] = [before, after].map(tags =>
    tags.map(({ id }) => id).sort(),
  );
  // Names may be known in one state and not in the other.
  if (old.join() === now.join()) return [];
  return changeOf({
    setting: 'defaultTags',
    before,
    after,
    effect: lost(old, now),
  });
}

// What is not known of one state cannot be compared.
function compared<T>(
  before: T | undefined,
  after: T | undefined,
  changes: (before: T, after: T) => SettingChange[],
): SettingChange[] {
  if (before === undefined || after === undefined) return [];
  return changes(before, after);
}

/**
 * What changes between two states of what a connector makes of its assets, as
 * far as both are known.
 *
 * @public
 */
export function connectorAssetsChanges(
  before: ConnectorAssetsSettings,
  after: ConnectorAssetsSettings,
): SettingChange[] {
  return [
    ...compared(before.defaultTags, after.defaultTags, tagsChanges),
    ...compared(before.activation, after.activation, (old, now) =>
      changeOf({
        setting: 'activation',
        before: old.toSorted(),
        after: now.toSorted(),
        effect: lost(old, now),
      }),
    ),
    ...compared(before.perimeterScan, after.perimeterScan, perimeterChanges),
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
  const tags = [...(before.defaultTags ?? []), ...known];
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
