import type { SettingsObjectType } from 'backstage-plugin-qualys-common';

/** Whose settings, or what. */
export interface SettingsObject {
  type: SettingsObjectType;
  subscription: string;
  objectId: string;
}
