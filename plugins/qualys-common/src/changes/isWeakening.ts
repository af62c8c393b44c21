import type { SettingChange } from '../api';

/**
 * Whether any of the changes is a weakening.
 *
 * @public
 */
export function isWeakening(
  changes: readonly Pick<SettingChange, 'effect'>[],
): boolean {
  return changes.some(({ effect }) => effect === 'weakening');
}
