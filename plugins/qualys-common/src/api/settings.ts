import { z } from 'zod';
import { BOUND_OBJECT_TYPES } from './bindings';
import { stepResultSchema } from './steps';

/**
 * What a change does to what Qualys sees and tells:
 *
 * - `widening`: more than before;
 * - `neutral`: neither more nor less;
 * - `weakening`: less than before, or nobody can tell; it takes a reason and
 *   the permission `qualys.settings.weaken`.
 *
 * @public
 */
export const SETTING_EFFECTS = ['widening', 'neutral', 'weakening'] as const;

/** What a change does to what Qualys sees and tells. @public */
export type SettingEffect = (typeof SETTING_EFFECTS)[number];

/**
 * A setting that is to change, or has changed.
 *
 * @public
 */
export const settingChangeSchema = z.object({
  /** Which setting, as it is called in its object: `filterQuery.vuln`. */
  setting: z.string(),
  effect: z.enum(SETTING_EFFECTS),
  /** What it was; missing where there was nothing. */
  before: z.json().optional(),
  /** What it is from now on; missing where there is nothing. */
  after: z.json().optional(),
});

/** A setting that is to change, or has changed. @public */
export type SettingChange = z.infer<typeof settingChangeSchema>;

/**
 * What settings can be changed of: whatever an entity can be bound to, and a
 * Security Hub integration as a whole, since its accounts are written together.
 *
 * @public
 */
export const settingsObjectTypeSchema = z.enum([
  ...BOUND_OBJECT_TYPES,
  'securityHubIntegration',
]);

/** What settings can be changed of. @public */
export type SettingsObjectType = z.infer<typeof settingsObjectTypeSchema>;

/**
 * What is done with an object in Qualys.
 *
 * - `update`: its settings were changed;
 * - `adopt`: the settings that it has in Qualys were entered, and nothing was sent;
 * - `enable`, `disable`: it was switched on or off;
 * - `run`: Qualys was told to read its account now;
 * - `regenerateExternalId`: Qualys made it a new external ID;
 * - `prepareExternalId`: a new external ID was made for it, and nothing was sent;
 * - `migrateExternalId`: Qualys was given the new external ID that was made for it;
 * - `confirmExternalId`: somebody said that the role trusts the new one;
 * - `renewCredentials`: the key that Qualys signs in with was renewed, or noted when it expires;
 * - `launchScan`: a scan of it was launched;
 * - `cancelScan`: a scan of it was canceled;
 * - `create`: it was created;
 * - `rename`: it got another name;
 * - `removeAccounts`: all accounts were taken out of it;
 * - `delete`: it was deleted.
 *
 * @public
 */
export const SETTINGS_ACTIONS = [
  'update',
  'enable',
  'disable',
  'run',
  'adopt',
  'regenerateExternalId',
  'prepareExternalId',
  'migrateExternalId',
  'confirmExternalId',
  'renewCredentials',
  'launchScan',
  'cancelScan',
  'create',
  'rename',
  'removeAccounts',
  'delete',
] as const;

/** What is done with an object in Qualys. @public */
export type SettingsAction = (typeof SETTINGS_ACTIONS)[number];

/**
 * What came of it:
 *
 * - `done`: Qualys took it;
 * - `partly`: it takes several steps, and Qualys took only some of them;
 * - `refused`: Qualys did not, and everything is as it was;
 * - `unknown`: the answer was lost, and Qualys has either the old or the new.
 *
 * @public
 */
export const SETTINGS_OUTCOMES = [
  'done',
  'partly',
  'refused',
  'unknown',
] as const;

/** What came of something that was done. @public */
export type SettingsOutcome = (typeof SETTINGS_OUTCOMES)[number];

const time = z.iso.datetime();

/**
 * What somebody did with an object in Qualys.
 *
 * @public
 */
export const settingsHistoryEntrySchema = z.object({
  id: z.string(),
  /** When it was asked for (ISO 8601, UTC). */
  at: z.string(),
  /** Who did it, as an entity reference. */
  actor: z.string(),
  /** The entity on whose page it was done; empty where it was done on none. */
  entityRef: z.string(),
  type: settingsObjectTypeSchema,
  subscription: z.string(),
  objectId: z.string(),
  action: z.enum(SETTINGS_ACTIONS),
  outcome: z.enum(SETTINGS_OUTCOMES),
  changes: z.array(settingChangeSchema),
  /** How far it came, where it took several steps; missing while nobody knows. */
  steps: z.array(stepResultSchema).optional(),
  /** Why, in the words of who did it. */
  reason: z.string().optional(),
  /** All settings after it, to begin from when they are to be restored. */
  settings: z.json().optional(),
});

/** What somebody did with an object in Qualys. @public */
export type SettingsHistoryEntry = z.infer<typeof settingsHistoryEntrySchema>;

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(25),
  cursor: z.string().max(2000).optional(),
};

/**
 * The query of `GET /entities/:kind/:namespace/:name/history`.
 *
 * @public
 */
export const entityHistoryQuerySchema = z.strictObject({
  type: settingsObjectTypeSchema.optional(),
  subscription: z.string().max(63).optional(),
  objectId: z.string().max(255).optional(),
  ...page,
});

/** The query of the history of an entity, every default filled in. @public */
export type EntityHistoryQuery = z.infer<typeof entityHistoryQuerySchema>;

/**
 * The query of `GET /history`.
 *
 * @public
 */
export const settingsHistoryQuerySchema = z.strictObject({
  ...entityHistoryQuerySchema.shape,
  /** Who did it, as an entity reference. */
  actor: z.string().max(255).optional(),
  /** On whose page it was done, as an entity reference. */
  entityRef: z.string().max(255).optional(),
  /** Not before (ISO 8601, UTC). */
  from: time.optional(),
  /** Before (ISO 8601, UTC). */
  to: time.optional(),
});

/** The query of the whole history, every default filled in. @public */
export type SettingsHistoryQuery = z.infer<typeof settingsHistoryQuerySchema>;

/**
 * What was done with the objects in Qualys, newest first.
 *
 * @public
 */
export const settingsHistorySchema = z.object({
  items: z.array(settingsHistoryEntrySchema),
  nextCursor: z.string().optional(),
});

/** What was done with the objects in Qualys, newest first. @public */
export type SettingsHistory = z.infer<typeof settingsHistorySchema>;

/**
 * The query of `GET /history/csv`.
 *
 * @public
 */
export const settingsHistoryCsvQuerySchema = settingsHistoryQuerySchema.omit({
  limit: true,
  cursor: true,
});

/** The query of the whole history as CSV. @public */
export type SettingsHistoryCsvQuery = z.infer<
  typeof settingsHistoryCsvQuerySchema
>;

/** Why a change is made, for the record. @public */
export const settingsReasonSchema = z
  .string()
  .trim()
  .min(3, 'must say why, in a few words')
  .max(1000);
