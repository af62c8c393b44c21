import type { QpsReference, WebAppChanges, WebAppConfig } from 'qualys-model';
import type { BoundWebApp, SettingChange, SettingEffect } from '../api';
import { changeOf } from './change';

/**
 * The settings of a web app that its team may change.
 *
 * @public
 */
export type WebAppEditableSettings = Pick<BoundWebApp, 'name'> &
  Pick<
    WebAppConfig,
    'defaultDnsOverride' | 'cancelScansAfterNHours' | 'cancelScansAt'
  >;

/**
 * The two settings that say when scans are canceled, of which a web app has
 * one at most.
 *
 * @public
 */
export const cancelSettingNames = [
  'cancelScansAfterNHours',
  'cancelScansAt',
] as const;

/**
 * The settings of a web app that its team may change, as they are.
 *
 * @public
 */
export function webAppSettingsOf({
  name,
  config = {},
}: Pick<BoundWebApp, 'name' | 'config'>): WebAppEditableSettings {
  const { defaultDnsOverride, cancelScansAfterNHours, cancelScansAt } = config;
  return { name, defaultDnsOverride, cancelScansAfterNHours, cancelScansAt };
}

/**
 * The settings of a web app after some of them have changed. A default DNS
 * override can be replaced and not taken away, and neither can the time at which
 * scans are canceled: no way to do so is documented.
 *
 * @param before - all of them, as they are
 * @param changes - those that change
 * @param known - the DNS overrides whose names are known
 *
 * @public
 */
export function webAppSettingsAfter(
  before: WebAppEditableSettings,
  changes: Pick<
    WebAppChanges,
    'name' | 'defaultDnsOverride' | 'cancelScansAfterNHours' | 'cancelScansAt'
  >,
  known: readonly QpsReference[] = [],
): WebAppEditableSettings {
  const { name, defaultDnsOverride: override } = changes;
  const says = cancelSettingNames.some(each => changes[each] !== undefined);
  const { cancelScansAfterNHours, cancelScansAt } = says ? changes : before;
  const isKept =
    override?.id === undefined || override.id === before.defaultDnsOverride?.id;
  return {
    name: name ?? before.name,
    defaultDnsOverride: isKept
      ? before.defaultDnsOverride
      : known.find(({ id }) => id === override.id) ?? { id: override.id! },
    cancelScansAfterNHours,
    cancelScansAt,
  };
}

// Scans that may go on for longer see more. How a time of day compares with
// another one, or with hours, nobody can tell.
function cancelEffect(
  before: WebAppEditableSettings,
  after: WebAppEditableSettings,
): SettingEffect {
  const never = cancelSettingNames.every(name => after[name] === undefined);
  if (never) return 'widening';
  const was = before.cancelScansAfterNHours;
  const is = after.cancelScansAfterNHours;
  return was !== undefined && is !== undefined && is > was
    ? 'widening'
    : 'weakening';
}

/**
 * What changes between two states of a web app, in the order in which its form
 * has the settings. Both are compared as they are, without asking whether they
 * are valid.
 *
 * @public
 */
export function webAppChanges(
  before: WebAppEditableSettings,
  after: WebAppEditableSettings,
): SettingChange[] {
  const sameOverride =
    before.defaultDnsOverride?.id === after.defaultDnsOverride?.id;
  return [
    ...changeOf({
      setting: 'name',
      before: before.name,
      after: after.name,
      effect: 'neutral',
    }),
    // Its name may be known in one state and not in the other.
    ...(sameOverride
      ? []
      : changeOf({
          setting: 'defaultDnsOverride',
          before: before.defaultDnsOverride,
          after: after.defaultDnsOverride,
          effect: 'neutral',
        })),
    ...cancelSettingNames.flatMap(setting =>
      changeOf<unknown>({
        setting,
        before: before[setting],
        after: after[setting],
        effect: () => cancelEffect(before, after),
      }),
    ),
  ];
}
