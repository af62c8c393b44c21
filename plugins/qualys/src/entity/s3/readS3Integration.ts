import type { S3Integration } from 'backstage-plugin-qualys-common';

/** An S3 integration as an error carries it; nothing where it cannot be read. */
export async function readS3Integration(
  current: unknown,
): Promise<S3Integration | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { s3IntegrationSchema } = await import('../../api/schemas');
  return s3IntegrationSchema.safeParse(current).data;
}
