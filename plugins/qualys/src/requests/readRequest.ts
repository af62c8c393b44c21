import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';

/** The request that an error carries; nothing where it cannot be read. */
export async function readRequest(
  current: unknown,
): Promise<ConnectorRequestDetails | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { connectorRequestDetailsSchema } = await import('../api/schemas');
  return connectorRequestDetailsSchema.safeParse(current).data;
}
