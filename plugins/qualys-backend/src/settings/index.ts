export type {
  ChangeSettings,
  SettingsPlace,
  SettingsPlan,
} from './changeSettings';
export type { SettingsHistoryStore } from './history';
export type { SettingsObject } from './object';
export { createStepRun } from './stepRun';
export { TAKEN_BUT_UNREAD } from './unread';
export { versionOf } from './version';
export { wireSettings } from './wiring';
