export {
  createChangeSettings,
  type ChangeSettings,
  type SettingsPlace,
  type SettingsPlan,
} from './changeSettings';
export { createSettingsEvents } from './events';
export { createSettingsHistory, type SettingsHistoryStore } from './history';
export type { SettingsObject } from './object';
export { createOneAtATime } from './oneAtATime';
export { settingsHistoryRoutes } from './routes';
export { createStepRun } from './stepRun';
export { TAKEN_BUT_UNREAD } from './unread';
export { versionOf } from './version';
