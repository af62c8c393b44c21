import type { ConnectorSettings, SettingChange, SettingEffect } from '../api';
import { changeOf } from './change';

function minutesOf({ pollingFrequency }: ConnectorSettings) {
  return pollingFrequency
    ? pollingFrequency.hours * 60 + pollingFrequency.minutes
    : undefined;
}

// Nobody knows what zero means to Qualys.
function polling(before: ConnectorSettings, after: ConnectorSettings) {
  return (): SettingEffect => {
    const was = minutesOf(before);
    const is = minutesOf(after);
    return was && is && is < was ? 'widening' : 'weakening';
  };
}

/**
 * What changes between two states of the settings of a connector.
 *
 * @public
 */
export function connectorChanges(
  before: ConnectorSettings,
  after: ConnectorSettings,
): SettingChange[] {
  const plain = (setting: 'name' | 'description') =>
    changeOf({
      setting,
      before: before[setting],
      after: after[setting],
      effect: 'neutral',
    });
  return [
    ...plain('name'),
    ...plain('description'),
    ...changeOf({
      setting: 'pollingFrequency',
      before: before.pollingFrequency,
      after: after.pollingFrequency,
      effect: polling(before, after),
    }),
    ...changeOf({
      setting: 'remediationEnabled',
      before: before.remediationEnabled,
      after: after.remediationEnabled,
      effect: after.remediationEnabled ? 'widening' : 'weakening',
    }),
    ...changeOf({
      setting: 'disabled',
      before: before.disabled,
      after: after.disabled,
      effect: after.disabled ? 'weakening' : 'widening',
    }),
  ];
}
