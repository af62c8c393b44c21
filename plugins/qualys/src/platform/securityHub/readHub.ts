import type { SecurityHubIntegrationDetails } from 'backstage-plugin-qualys-common';

/** An integration as an error carries it; nothing where it cannot be read. */
export async function readHub(
  current: unknown,
): Promise<SecurityHubIntegrationDetails | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { securityHubIntegrationSchema } = await import('../../api/schemas');
  return securityHubIntegrationSchema.safeParse(current).data;
}
