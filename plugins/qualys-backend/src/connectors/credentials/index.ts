export { planRenewal } from './plan';
export { startKeyReminders } from './reminders';
export { createCredentialsStore, type CredentialsStore } from './store';
