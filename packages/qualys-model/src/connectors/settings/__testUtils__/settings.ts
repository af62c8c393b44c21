import type { z } from 'zod';

/** A key file as Google makes them; the key in it opens nothing. */
export function keyFile(more: Record<string, unknown> = {}): string {
  return JSON.stringify(
    {
      type: 'service_account',
      project_id: 'my-project-1513669048551',
      private_key_id: '0123456789abcdef0123456789abcdef01234567',
      private_key:
        '-----BEGIN PRIVATE KEY-----\nMIIsecretsecretsecret\n-----END PRIVATE KEY-----\n',
      client_email: 'qualys@my-project-1513669048551.iam.gserviceaccount.com',
      ...more,
    },
    null,
    2,
  );
}

/** Settings of an AWS connector without a flaw. */
export const AWS = {
  name: 'ABC',
  arn: 'arn:aws:iam::123456789012:role/CloudViewTest',
  externalId: 'USPOD01-4765-9011278609223',
};

/** Settings of an Azure connector without a flaw. */
export const AZURE = {
  name: 'My Azure Connector',
  applicationId: '11111111-2222-3333-4444-555555555555',
  directoryId: '22222222-2222-3333-4444-555555555555',
  subscriptionId: '33333333-2222-3333-4444-555555555555',
  authenticationKey: 'Zq8~secret.Key_-1',
};

/** Settings of a GCP connector without a flaw. */
export const GCP = {
  name: 'API Connector',
  projectId: 'my-project-1513669048551',
  configFile: keyFile(),
};

/** What a schema says of a value: each field and the message; nothing where it is right. */
export function complaints(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}
