import {
  requestDraftSettingsSchema,
  type ConnectorSettings,
  type RequestApprove,
  type RequestDraftSettings,
  type SettingChange,
} from '../api';
import { changeOf } from './change';
import {
  connectorAssetsAfter,
  connectorAssetsChanges,
} from './connectorAssets';
import { connectorChanges } from './connectors';

/** How often Qualys reads an account unless it is told otherwise. */
const DEFAULT_POLLING = { hours: 4, minutes: 0 };

const PLAIN = [
  'purpose',
  'owner',
  'system',
  'entityRef',
  'account',
  'partition',
  'applicationId',
  'directoryId',
  'govCloud',
] as const;

// What is left out of a request is what Qualys makes of it then.
function connectorOf(settings: RequestDraftSettings): ConnectorSettings {
  const { name = '', description = '', remediationEnabled = false } = settings;
  return {
    name,
    description,
    remediationEnabled,
    pollingFrequency: settings.pollingFrequency ?? DEFAULT_POLLING,
    disabled: false,
  };
}

function assetsOf(settings: RequestDraftSettings) {
  const { activation, defaultTags, perimeterScan } = settings;
  return connectorAssetsAfter(
    { activation: [], defaultTags: [], perimeterScan: { enabled: false } },
    { activation, defaultTags, perimeterScan },
  );
}

// An id in capitals is the same as in small letters.
function plainOf(settings: RequestDraftSettings, name: (typeof PLAIN)[number]) {
  const { data } = requestDraftSettingsSchema.shape[name].safeParse(
    settings[name],
  );
  return data ?? settings[name];
}

function regionsChanges(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): SettingChange[] {
  return changeOf({
    setting: 'regions',
    before: before?.toSorted(),
    after: after?.toSorted(),
    // Without any, all of them are read.
    effect: (old, now) =>
      now === undefined || old?.every(region => now.includes(region))
        ? 'widening'
        : 'weakening',
  });
}

/**
 * What differs between two states of what somebody asks for. The effect of each
 * change is that on what Qualys would see and tell.
 *
 * @public
 */
export function requestChanges(
  before: RequestDraftSettings,
  after: RequestDraftSettings,
): SettingChange[] {
  return [
    ...connectorChanges(connectorOf(before), connectorOf(after)),
    ...PLAIN.flatMap(setting =>
      changeOf({
        setting,
        before: plainOf(before, setting),
        after: plainOf(after, setting),
        effect: 'neutral',
      }),
    ),
    ...regionsChanges(before.regions, after.regions),
    ...connectorAssetsChanges(assetsOf(before), assetsOf(after)),
  ];
}

/** A setting that tells what Qualys signs in to. @public */
export type RequestTargetSetting =
  | 'account'
  | 'partition'
  | 'applicationId'
  | 'directoryId';

const TARGET: readonly RequestTargetSetting[] = [
  'account',
  'partition',
  'applicationId',
  'directoryId',
];

/**
 * The settings that have another account, application or directory signed in
 * to. The role or the key that was given before is nothing to that.
 *
 * @public
 */
export function requestTargetChanges(
  before: RequestDraftSettings,
  after: RequestDraftSettings,
): RequestTargetSetting[] {
  // What a draft does not say yet is the one that most accounts are in.
  const valueOf = (
    settings: RequestDraftSettings,
    name: RequestTargetSetting,
  ) => plainOf({ partition: 'aws', ...settings }, name);
  return TARGET.filter(name => valueOf(before, name) !== valueOf(after, name));
}

/**
 * What is agreed to, where whoever approves changes what was asked for.
 *
 * @param changes - what takes the place of what was asked for; `null` takes it out
 *
 * @public
 */
export function requestSettingsAfter(
  before: RequestDraftSettings,
  changes: RequestApprove['changes'] = {},
): RequestDraftSettings {
  const after = Object.entries({ ...before, ...changes }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(after) as RequestDraftSettings;
}
