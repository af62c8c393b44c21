import { z } from 'zod';
import type { PollingFrequency } from '../connector';
import {
  remediationUpdateSchema,
  type RemediationUpdate,
} from '../remediation';
import { UUID } from '../uuid';
import {
  connectorDescriptionSchema,
  connectorNameSchema,
  flagSchema,
  pollingFrequencyInputSchema,
  settingsObject,
} from './members';

/**
 * The settings of a new Azure connector. What is left out is left to Qualys.
 *
 * Source: CloudView API v1, `AzureConnectorCreateRequest`; "CloudView: Enable
 * Remediation through API".
 *
 * @public
 */
export interface AzureConnectorSettings {
  /** Its name, for people: 1 to 255 characters. */
  name: string;
  /** Free text. */
  description?: string;
  /** The application (client) id that Qualys signs in with: a UUID. */
  applicationId: string;
  /** The directory (tenant) id: a UUID. */
  directoryId: string;
  /** The id of the Azure subscription: a UUID. */
  subscriptionId: string;
  /** The secret of the application. Qualys never gives it back. */
  authenticationKey: string;
  /** Whether the subscription is in Azure Government. */
  govCloud?: boolean;
  /** How often Qualys polls the subscription; every four hours unless given. */
  pollingFrequency?: PollingFrequency;
  /** Whether Qualys may change cloud resources; off unless given, and only for subscribers of Cloud Security Assessment. */
  remediationEnabled?: boolean;
}

/**
 * What an update makes of an Azure connector. It replaces the settings:
 * whether Qualys keeps or resets what is left out is documented of remediation
 * alone, so give all of them.
 *
 * Source: CloudView API v1, `AzureConnectorUpdateRequest`; "CloudView: Enable
 * Remediation through API".
 *
 * @public
 */
export interface AzureConnectorUpdate
  extends Omit<
    AzureConnectorSettings,
    'authenticationKey' | 'subscriptionId' | 'remediationEnabled'
  > {
  /** The secret of the application. Whether Qualys keeps the one that it has where none is sent is not documented. */
  authenticationKey?: string;
  /** The id of the Azure subscription, which an update does not change: the description of the API has no such field, a sample of the documents sends it. */
  subscriptionId?: string;
  /** What happens to remediation; left as it is unless given. */
  remediationEnabled?: RemediationUpdate;
}

const KEY =
  'must be the secret of the application: 1 to 1000 characters without spaces';

/**
 * The rule for one of the ids that Azure gives out, such as that of a
 * subscription: a UUID.
 *
 * Source: Microsoft Entra; Qualys documents no form.
 *
 * @param what - what it is the id of, for the message: `the id of an Azure subscription`
 *
 * @public
 */
export function azureIdSchema(what: string): z.ZodString {
  const message = `must be ${what}: a UUID, like 7f25a529-4629-31e6-9bef-7a5828c360a8`;
  return z.string(message).regex(UUID, message);
}

const authenticationKey = z.string(KEY).regex(/^[^\s\p{Cc}]{1,1000}$/u, KEY);
const subscriptionId = azureIdSchema('the id of an Azure subscription');

const members = {
  name: connectorNameSchema,
  description: connectorDescriptionSchema.optional(),
  applicationId: azureIdSchema('the application (client) id'),
  directoryId: azureIdSchema('the directory (tenant) id'),
  govCloud: flagSchema.optional(),
  pollingFrequency: pollingFrequencyInputSchema.optional(),
};

const OF = 'an Azure connector';

/**
 * The rules for the settings of a new Azure connector. Its messages say what
 * would be right and never hold the secret.
 *
 * Source: as {@link AzureConnectorSettings}. That the ids and the secret are
 * needed is assumed; the description of the API names no field as required.
 * That ids are UUIDs is from Microsoft Entra; that a secret has no spaces is
 * assumed, because its characters are not documented and none was seen.
 *
 * @public
 */
export const azureConnectorSettingsSchema: z.ZodType<AzureConnectorSettings> =
  settingsObject(OF, {
    ...members,
    subscriptionId,
    authenticationKey,
    remediationEnabled: flagSchema.optional(),
  });

/**
 * The rules for an update of an Azure connector. Its messages say what would
 * be right and never hold the secret.
 *
 * Source: as {@link AzureConnectorUpdate}.
 *
 * @public
 */
export const azureConnectorUpdateSchema: z.ZodType<AzureConnectorUpdate> =
  settingsObject(OF, {
    ...members,
    subscriptionId: subscriptionId.optional(),
    authenticationKey: authenticationKey.optional(),
    remediationEnabled: remediationUpdateSchema.optional(),
  });
