import { z } from 'zod';

const needed = (what: string) =>
  z
    .string({ error: `must be ${what}` })
    .trim()
    .min(1, `must be ${what}`);

const azureMembers = {
  /** The application (client) id. */
  applicationId: needed('the id of the application'),
  /** The directory (tenant) id. */
  directoryId: needed('the id of the directory'),
  /** The Azure subscription. */
  subscriptionId: needed('the id of the Azure subscription'),
  /** The secret of the application. It is sent and never given back. */
  authenticationKey: z
    .string({ error: 'must be the secret of the application' })
    .min(1, 'must be the secret of the application'),
};

/**
 * What Qualys signs in to Azure with.
 *
 * Source: Asset Management connectors 3.0, `AzureAuthRecordSimple`.
 *
 * @public
 */
export const azureAuthRecordInputSchema = z.strictObject(azureMembers);

/** What Qualys signs in to Azure with. @public */
export type AzureAuthRecordInput = z.input<typeof azureAuthRecordInputSchema>;

/** What of it a change may give: at least one member. */
export const azureAuthRecordChangeSchema = z
  .strictObject(azureMembers)
  .partial()
  .refine(
    record => Object.values(record).some(value => value !== undefined),
    'must change something',
  );

const gcpMembers = {
  /** `service_account`. */
  type: needed('the type that stands in the key file: service_account'),
  /** The GCP project. */
  project_id: needed('the id of the GCP project'),
  /** Which of the account's keys it is. */
  private_key_id: needed('the id of the private key'),
  /** The private key itself (PEM). It is sent and never given back. */
  private_key: z
    .string({ error: 'must be the private key' })
    .min(1, 'must be the private key'),
  /** The service account. */
  client_email: needed('the e-mail address of the service account'),
  /** The number of the service account. */
  client_id: z.string().optional(),
  auth_uri: z.string().optional(),
  token_uri: z.string().optional(),
  auth_provider_x509_cert_url: z.string().optional(),
  client_x509_cert_url: z.string().optional(),
  /** Newer key files have it. Qualys does not describe it, so it is not sent. */
  universe_domain: z.string().optional(),
};

/**
 * What Qualys signs in to GCP with: the members of the key file of a service
 * account, as Google gives it out.
 *
 * Source: Asset Management connectors 3.0, `GCPAuthRecordSimple`, whose sample
 * in JSON has the members of the key file; Google Cloud, "Create and delete
 * service account keys".
 *
 * @public
 */
export const gcpAuthRecordInputSchema = z.strictObject(gcpMembers);

/** What Qualys signs in to GCP with. @public */
export type GcpAuthRecordInput = z.input<typeof gcpAuthRecordInputSchema>;

/** What of it a change gives: the project alone, or a whole key file. */
export const gcpAuthRecordChangeSchema = z
  .strictObject(gcpMembers)
  .partial()
  .required({ project_id: true })
  .check(({ value, issues }) => {
    const { project_id: _, ...rest } = value;
    if (Object.values(rest).every(member => member === undefined)) return;
    const complete = gcpAuthRecordInputSchema.safeParse(value);
    if (complete.success) return;
    const [{ path, message }] = complete.error.issues;
    issues.push({
      code: 'custom',
      path,
      input: undefined,
      message: `${message} (give project_id alone, or the whole key file)`,
    });
  });
