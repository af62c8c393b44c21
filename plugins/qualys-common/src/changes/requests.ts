import type { RequestDraftSettings, SettingChange } from '../api';
import { changeOf } from './change';

/**
 * What differs of two states of what is asked for. Nothing of it is weaker or
 * wider than what holds: there is no connector yet.
 *
 * @public
 */
export function requestChanges(
  before: RequestDraftSettings,
  after: RequestDraftSettings,
): SettingChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap(name =>
    changeOf<unknown>({
      setting: name,
      before: before[name as keyof RequestDraftSettings],
      after: after[name as keyof RequestDraftSettings],
      effect: 'neutral',
    }),
  );
}
