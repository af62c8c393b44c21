import {
  cloudProviderSchema,
  connectorDescriptionSchema,
  connectorNameSchema,
  gcpKeyFileSchema,
  pollingFrequencyInputSchema,
  pollingFrequencySchema,
  remediationUpdateSchema,
} from 'qualys-model';
import { z } from 'zod';
import {
  authenticationKeySchema,
  connectorCredentialsSchema,
} from './connectorCredentials';
import { settingsReasonSchema } from './settings';

/**
 * Why the settings of a connector cannot be changed:
 *
 * - `notInCloudView`: Asset Management alone knows it.
 * - `legacyExternalId`: Qualys takes no update of a connector whose external ID
 *   is of the form before 2021; it can be switched on and off.
 *
 * @public
 */
export const CONNECTOR_LOCKS = ['notInCloudView', 'legacyExternalId'] as const;

/**
 * The settings of a connector that its team can change.
 *
 * @public
 */
export const connectorSettingsSchema = z.object({
  name: z.string(),
  description: z.string(),
  /** How often Qualys polls the account; missing where Qualys does not say. */
  pollingFrequency: pollingFrequencySchema.optional(),
  /** Whether Qualys may change cloud resources; missing where Qualys does not say. */
  remediationEnabled: z.boolean().optional(),
  /** Whether it is switched off. */
  disabled: z.boolean(),
});

/** The settings of a connector that its team can change. @public */
export type ConnectorSettings = z.infer<typeof connectorSettingsSchema>;

/**
 * The settings of a connector as Qualys has them just now.
 *
 * @public
 */
export const editableConnectorSchema = z.object({
  subscription: z.string(),
  id: z.string(),
  provider: cloudProviderSchema,
  /** The state that a change is made from; the `ETag` of the answer is the same. */
  version: z.string(),
  settings: connectorSettingsSchema,
  /** What the portal knows of the key that Qualys signs in with; missing where that is nothing. */
  credentials: connectorCredentialsSchema.optional(),
  /** Why they cannot be changed; missing where they can. */
  locked: z.enum(CONNECTOR_LOCKS).optional(),
  /** Why it is not what Qualys has just said, for people; missing where it is. */
  staleBecause: z.string().optional(),
});

/** The settings of a connector as Qualys has them just now. @public */
export type EditableConnector = z.infer<typeof editableConnectorSchema>;

/**
 * The body of `PATCH …/connectors/:s/:id`. What is left out stays as it is.
 *
 * @public
 */
export const connectorUpdateSchema = z.strictObject({
  name: connectorNameSchema.optional(),
  description: connectorDescriptionSchema.optional(),
  pollingFrequency: pollingFrequencyInputSchema.optional(),
  /** `unchanged` is as good as leaving it out. */
  remediationEnabled: remediationUpdateSchema.optional(),
  /**
   * Azure alone, and needed there: whether Qualys keeps the key that it has
   * when it gets none is not documented. A secret.
   */
  authenticationKey: authenticationKeySchema.optional(),
  /** GCP alone: another key file of the service account, as text. A secret. */
  keyFile: gcpKeyFileSchema.optional(),
  /** Why; needed where the change is a weakening. */
  reason: settingsReasonSchema.optional(),
});

/** The body of a change of a connector. @public */
export type ConnectorUpdate = z.infer<typeof connectorUpdateSchema>;

/** The body of a change of a connector, as it comes. @public */
export type ConnectorUpdateInput = z.input<typeof connectorUpdateSchema>;

/**
 * The body of `POST …/connectors/:s/:id/enable`, `/disable` and `/run`.
 *
 * @public
 */
export const connectorActionSchema = z.strictObject({
  /** Why; needed to switch it off. */
  reason: settingsReasonSchema.optional(),
});

/** What can be done with a connector beside changing its settings. @public */
export const CONNECTOR_ACTIONS = ['enable', 'disable', 'run'] as const;

/** What can be done with a connector beside changing its settings. @public */
export type ConnectorAction = (typeof CONNECTOR_ACTIONS)[number];
