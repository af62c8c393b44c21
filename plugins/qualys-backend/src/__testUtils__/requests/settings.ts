import type { RequestDraftSettings } from 'backstage-plugin-qualys-common';

/** 32 bytes in base64. */
export const ENCRYPTION_KEY = Buffer.alloc(32, 7).toString('base64');

/** What a complete request for an AWS connector asks for. */
export const AWS_SETTINGS = {
  name: 'Payments sandbox',
  purpose: 'To see what is open in the sandbox',
  owner: 'group:default/payments',
  entityRef: 'component:default/checkout',
  account: '048213570001',
  partition: 'aws',
} as const satisfies RequestDraftSettings;

/** A role that goes with {@link AWS_SETTINGS}. */
export const ARN = 'arn:aws:iam::048213570001:role/qualys';

const { partition: _, ...plain } = AWS_SETTINGS;

/** What a complete request for an Azure connector asks for. */
export const AZURE_SETTINGS = {
  ...plain,
  name: 'Payments on Azure',
  account: '7f25a529-4629-31e6-9bef-7a5828c360a8',
  applicationId: '0b1f6471-1bf0-4dda-aec3-cb9272f09590',
  directoryId: '41f63f6b-3a1c-4f7e-9d1b-0d6a0a6f7d11',
} as const satisfies RequestDraftSettings;

/** The secret that goes with it. */
export const AZURE_KEY = 'Zq8~very-secret-of-the-application';

/** What a complete request for a GCP connector asks for. */
export const GCP_SETTINGS = {
  ...plain,
  name: 'Payments on GCP',
  account: 'payments-prod',
} as const satisfies RequestDraftSettings;

/** The key file that goes with it. */
export const GCP_KEY_FILE = JSON.stringify({
  type: 'service_account',
  project_id: 'payments-prod',
  private_key_id: 'f00',
  private_key:
    '-----BEGIN PRIVATE KEY-----\nnobody-may-see-this\n-----END PRIVATE KEY-----\n',
  client_email: 'qualys@payments-prod.iam.gserviceaccount.com',
});
