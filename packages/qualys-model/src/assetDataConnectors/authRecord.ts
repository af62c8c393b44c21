import { z } from 'zod';
import { settingsObject } from '../connectors/settings/members';

/**
 * What Qualys signs in to Azure with.
 *
 * Source: Asset Management connectors 3.0, `AzureAuthRecordSimple`.
 *
 * @public
 */
export interface AzureAuthRecordInput {
  /** The application (client) id. */
  applicationId: string;
  /** The directory (tenant) id. */
  directoryId: string;
  /** The id of the Azure subscription. */
  subscriptionId: string;
  /** The secret of the application. Qualys never gives it back. */
  authenticationKey: string;
}

/**
 * What Qualys signs in to GCP with: the members of the key file of a service
 * account, as Google gives it out (`JSON.parse` of its text).
 *
 * Source: Asset Management connectors 3.0, `GCPAuthRecordSimple`, whose sample
 * in JSON has the members of the key file; Google Cloud, "Create and delete
 * service account keys".
 *
 * @public
 */
export interface GcpAuthRecordInput {
  /** `service_account`. */
  type: string;
  /** The id of the project. */
  project_id: string;
  /** The id of the key. */
  private_key_id: string;
  /** The private key (PEM). Qualys never gives it back. */
  private_key: string;
  /** The address of the service account. */
  client_email: string;
  /** The number of the service account. */
  client_id?: string;
  /** Where Google lets accounts sign in. */
  auth_uri?: string;
  /** Where Google gives out tokens. */
  token_uri?: string;
  /** Google's certificates. */
  auth_provider_x509_cert_url?: string;
  /** The certificates of the service account. */
  client_x509_cert_url?: string;
  /** Newer key files have it. Qualys does not describe it, so it is not sent. */
  universe_domain?: string;
}

function needed(what: string) {
  const message = `must be ${what}`;
  return z.string(message).trim().min(1, message);
}

// A secret is sent as it is, with the line breaks of a key file.
function secret(what: string) {
  const message = `must be ${what}`;
  return z.string(message).refine(value => value.trim() !== '', message);
}

const azureMembers = {
  applicationId: needed('the id of the application'),
  directoryId: needed('the id of the directory'),
  subscriptionId: needed('the id of the Azure subscription'),
  authenticationKey: secret('the secret of the application'),
};

/** The rules for what Qualys signs in to Azure with. */
export const azureAuthRecordSchema: z.ZodType<AzureAuthRecordInput> =
  settingsObject('an Azure authentication record', azureMembers);

/** The rules for what changes of it. */
export const azureAuthRecordChangeSchema: z.ZodType<
  Partial<AzureAuthRecordInput>
> = settingsObject('an Azure authentication record', {
  applicationId: azureMembers.applicationId.optional(),
  directoryId: azureMembers.directoryId.optional(),
  subscriptionId: azureMembers.subscriptionId.optional(),
  authenticationKey: azureMembers.authenticationKey.optional(),
}).refine(
  record => Object.values(record).some(value => value !== undefined),
  'must change something',
);

const OF_GCP = 'a GCP authentication record';
const NOT_TEXT = 'must be text';

const gcpMembers = {
  type: needed('the type of the key file: service_account'),
  project_id: needed('the id of the GCP project'),
  private_key_id: needed('the id of the private key'),
  private_key: secret('the private key of the service account'),
  client_email: needed('the address of the service account'),
  client_id: z.string(NOT_TEXT).optional(),
  auth_uri: z.string(NOT_TEXT).optional(),
  token_uri: z.string(NOT_TEXT).optional(),
  auth_provider_x509_cert_url: z.string(NOT_TEXT).optional(),
  client_x509_cert_url: z.string(NOT_TEXT).optional(),
  universe_domain: z.string(NOT_TEXT).optional(),
};

/** The rules for what Qualys signs in to GCP with. */
export const gcpAuthRecordSchema: z.ZodType<GcpAuthRecordInput> =
  settingsObject(OF_GCP, gcpMembers);

const projectAlone = settingsObject(OF_GCP, {
  project_id: gcpMembers.project_id,
});

/** The rules for what a change gives of it: the project alone, or a whole key file. */
export const gcpAuthRecordChangeSchema: z.ZodType<
  Pick<GcpAuthRecordInput, 'project_id'> | GcpAuthRecordInput
> = z.custom<GcpAuthRecordInput>().check(({ value, issues }) => {
  if (projectAlone.safeParse(value).success) return;
  const { error } = gcpAuthRecordSchema.safeParse(value);
  for (const { path, message } of error?.issues ?? []) {
    issues.push({
      code: 'custom',
      path,
      input: undefined,
      message: `${message} (a change gives project_id alone, or the whole key file)`,
    });
  }
});
