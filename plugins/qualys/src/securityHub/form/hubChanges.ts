import {
  securityHubChanges,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import type { HubState } from './useHubEdit';

/** What differs between two states of an integration, its name included. */
export function hubChanges(
  before: Pick<HubState, 'name' | 'rows'>,
  after: Pick<HubState, 'name' | 'rows'>,
): SettingChange[] {
  const renamed: SettingChange[] =
    before.name === after.name
      ? []
      : [
          {
            setting: 'name',
            effect: 'neutral',
            before: before.name,
            after: after.name,
          },
        ];
  return [...renamed, ...securityHubChanges(before.rows, after.rows)];
}
