export {
  createChangeSettings,
  type ChangeSettings,
  type SettingsPlan,
} from './changeSettings';
export { createSettingsEvents } from './events';
export { createSettingsHistory, type SettingsHistoryStore } from './history';
export { createOneAtATime } from './oneAtATime';
export { settingsHistoryRoutes } from './routes';
export { versionOf } from './version';
