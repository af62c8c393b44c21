import type {
  RequestApprove,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';

/** What whoever approves makes of what was asked for: `null` takes something out. */
export function approvedSettings(
  settings: RequestDraftSettings,
  changes: RequestApprove['changes'] = {},
): RequestDraftSettings {
  const given = Object.entries({ ...settings, ...changes });
  return Object.fromEntries(
    given.filter(([, value]) => value !== undefined && value !== null),
  );
}
