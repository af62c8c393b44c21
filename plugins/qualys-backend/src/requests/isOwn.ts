import type { RequestEvent } from 'backstage-plugin-qualys-common';
import type { RequestsConfig } from '../config';
import type { RequestRecord } from './store';

/**
 * Whether a request is somebody's own, about which they do not decide: they
 * have asked for it, or have written or submitted what somebody else asked for.
 *
 * @param events - all that happened to it
 */
function isOwn(
  { requester }: Pick<RequestRecord, 'requester'>,
  events: readonly Pick<RequestEvent, 'action' | 'actor'>[],
  person: string,
): boolean {
  return (
    requester === person ||
    events.some(
      ({ action, actor }) =>
        actor === person && (action === 'save' || action === 'submit'),
    )
  );
}

/**
 * Whether somebody is kept from deciding about a request because it is their
 * own; the configuration can do without that.
 *
 * @param events - all that happened to it
 */
export function isKeptFromDeciding(
  { allowSelfApproval }: Pick<RequestsConfig, 'allowSelfApproval'>,
  request: Pick<RequestRecord, 'requester'>,
  events: readonly Pick<RequestEvent, 'action' | 'actor'>[],
  person: string,
): boolean {
  return !allowSelfApproval && isOwn(request, events, person);
}
