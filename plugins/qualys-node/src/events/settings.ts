import type {
  SettingsAction,
  SettingsObjectType,
} from 'backstage-plugin-qualys-common';

/**
 * The topic of the events service on which the `qualys` backend plugin says
 * that somebody has changed something in Qualys through the portal. The payload
 * is a {@link QualysSettingsEvent}.
 *
 * @public
 */
export const QUALYS_SETTINGS_TOPIC = 'qualys.settings';

/**
 * What somebody has done with an object in Qualys. It names what changed and
 * holds no value of it, no secret and no external ID.
 *
 * @public
 */
export interface QualysSettingsEvent {
  /** When it was done (ISO 8601 in UTC). */
  at: string;
  /** Who did it, as an entity reference. */
  actor: string;
  /** The entity on whose page it was done; empty where it was done on none. */
  entityRef: string;
  /** What kind of object it is. */
  type: SettingsObjectType;
  /** The id of the subscription in the configuration. */
  subscription: string;
  /** The id of the object in Qualys. */
  id: string;
  /** What was done. */
  action: SettingsAction;
  /** The names of the settings that changed. */
  settings: string[];
  /** Whether Qualys sees or tells less from now on. */
  weakening: boolean;
}
