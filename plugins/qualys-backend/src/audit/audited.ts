import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/** What is about to be done, for the audit. */
export interface AuditedAction {
  eventId: string;
  /** The request that asks for it, which tells the audit who does; missing where it did not come over HTTP. */
  request?: Request;
  meta: JsonObject;
}

/**
 * Does something under audit: what is asked for, and then whether it was done
 * or why not. A permission that is missing is asked for inside, so that the
 * refusal is in the audit, too.
 *
 * @param describe - what the audit says of the result
 */
export async function audited<T>(
  auditor: AuditorService,
  { eventId, request, meta }: AuditedAction,
  action: () => Promise<T>,
  describe: (result: T) => JsonObject,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request,
    meta,
  });
  let result: T;
  try {
    result = await action();
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
  await event.success({ meta: describe(result) });
  return result;
}
