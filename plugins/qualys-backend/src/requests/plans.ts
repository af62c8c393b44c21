import type { RequestsConfig } from '../config';
import type { RequestPlan } from './deeds';
import { hasAccess, type RequestPatch, type RequestRecord } from './store';

/** What is taken out of a request of which nothing comes any more. */
export const WIPED: RequestPatch = {
  secret: null,
  expiresAt: null,
  nextLookAt: null,
};

/** When a request expires that somebody does something with now, and nobody later (ISO 8601, UTC). */
export function expiryOf({
  expireAfterMs,
}: Pick<RequestsConfig, 'expireAfterMs'>): string {
  return new Date(Date.now() + expireAfterMs).toISOString();
}

/**
 * What becomes of a request by itself, in the same breath as it is agreed to.
 *
 * @param now - ISO 8601, UTC
 */
export function afterApproval(record: RequestRecord, now: string): RequestPlan {
  return hasAccess(record)
    ? { moves: [], patch: { nextLookAt: now, expiresAt: null } }
    : { moves: [{ action: 'awaitAccess' }] };
}
