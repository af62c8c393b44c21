import {
  QualysError,
  type CallOptions,
  type QualysClient,
} from 'qualys-client';
import {
  securityHubIntegrationSchema,
  type SecurityHubIntegration,
} from 'qualys-model';
import { z } from 'zod';
import type { CachedRead } from '../reads';

/** Which Security Hub integration. */
export interface HubKey {
  subscription: string;
  id: string;
}

const NO_SUCH_DETAILS = new Set<QualysError['kind']>(['notFound', 'invalid']);

const FRESH_MS = 60_000;
// People look at a page again soon after, and rarely does anything change.
const RENEWED_MS = 10 * 60_000;

async function find(
  { securityHub }: Pick<QualysClient, 'securityHub'>,
  id: string,
  options: CallOptions,
): Promise<SecurityHubIntegration> {
  const among = (all: readonly SecurityHubIntegration[]) =>
    all.find(integration => integration.id === id);
  let refusal: QualysError | undefined;
  try {
    const found = among((await securityHub.get(id, options)).integrations);
    if (found) return found;
  } catch (error) {
    if (!(error instanceof QualysError) || !NO_SUCH_DETAILS.has(error.kind)) {
      throw error;
    }
    refusal = error;
  }
  // The call above reads what an integration does for VM/VMDR. What it answers
  // for one that was never configured is not documented.
  const found = among((await securityHub.list(options)).integrations);
  if (found) return found;
  throw (
    refusal ??
    new QualysError(
      'notFound',
      `Qualys knows no Security Hub integration ${id}`,
    )
  );
}

/** How one integration is read. */
export function integrationRead({
  subscription,
  id,
}: HubKey): CachedRead<SecurityHubIntegration> {
  return {
    key: `securityHub:${subscription}/${id}`,
    subscription,
    area: 'securityHub',
    what: `The Security Hub integration ${subscription}/${id}`,
    schema: securityHubIntegrationSchema,
    freshMs: FRESH_MS,
    renewedMs: RENEWED_MS,
    ask: ({ qualys }, options) => find(qualys, id, options),
  };
}

/** How all integrations of a subscription are read. */
export function listRead(
  subscription: string,
): CachedRead<SecurityHubIntegration[]> {
  return {
    key: `securityHub:${subscription}`,
    subscription,
    area: 'securityHub',
    what: `The Security Hub integrations of ${subscription}`,
    schema: z.array(securityHubIntegrationSchema),
    freshMs: FRESH_MS,
    renewedMs: RENEWED_MS,
    ask: async ({ qualys }, options) =>
      (await qualys.securityHub.list(options)).integrations,
  };
}
