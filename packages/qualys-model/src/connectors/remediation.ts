import { z } from 'zod';

/**
 * What an update of a connector does to its remediation: switches it on
 * (`true`) or off (`false`), or leaves it as it is (`'unchanged'`).
 *
 * Leaving it as it is differs from switching it off: Qualys keeps the state of
 * a connector whose update does not name it, and reports that state.
 *
 * Source: CloudView API v1, `remediationEnabled` ("During the update request,
 * if the flag is not specified, the current remediation status is reflected in
 * the response"). Its document says both that
 * remediation is enabled by default and that it is disabled by default, so
 * nothing is assumed here: the answer of Qualys says what holds.
 *
 * @public
 */
export const remediationUpdateSchema = z.union(
  [z.boolean(), z.literal('unchanged')],
  {
    error:
      'must be true (switch remediation on), false (switch it off) or unchanged (leave it as it is)',
  },
);

/** What an update of a connector does to its remediation. @public */
export type RemediationUpdate = z.infer<typeof remediationUpdateSchema>;

/**
 * The member of an update that says what happens to remediation: none where it
 * is left as it is. To be spread into the body of the update.
 *
 * Source: as {@link remediationUpdateSchema}.
 *
 * @param update - what shall happen; nothing given leaves remediation as it is
 *
 * @public
 */
export function remediationMember(update: RemediationUpdate = 'unchanged'): {
  remediationEnabled?: boolean;
} {
  return update === 'unchanged' ? {} : { remediationEnabled: update };
}
