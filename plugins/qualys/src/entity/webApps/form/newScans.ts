import type {
  SettingChange,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';

/** The scans of a list that another one does not have, as changes. */
export function newScans(
  before: WebAppScanList,
  current: WebAppScanList,
): SettingChange[] {
  const known = new Set(before.items.map(({ id }) => id));
  return current.items
    .filter(({ id }) => !known.has(id))
    .map(({ name = '', type = '', profile }) => ({
      setting: 'scan',
      effect: 'neutral',
      after: {
        name,
        type,
        ...(profile && { profile: { id: profile.id } }),
      },
    }));
}
