import type { S3Integration } from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysApi,
  QualysRequestOptions,
} from '../../api/QualysApi';

/** Reads what is known now of an S3 integration. */
export function getS3Integration(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<S3Integration> {
  return api.getS3Integration(object, options);
}

/** An S3 integration as an error carries it; nothing where it cannot be read. */
export async function readS3Integration(
  current: unknown,
): Promise<S3Integration | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { s3IntegrationSchema } = await import('../../api/schemas');
  return s3IntegrationSchema.safeParse(current).data;
}
