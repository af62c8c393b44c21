import type {
  ConnectorSettings,
  ConnectorUpdate,
  EditableConnector,
} from 'backstage-plugin-qualys-common';
import {
  frequencyOf,
  pollingValues,
  type PollingValues,
} from './polling/pollingValues';

/** What the fields of the form of a connector hold. */
export interface ConnectorFormValues extends PollingValues {
  name: string;
  description: string;
  remediation: 'unchanged' | 'on' | 'off';
  authenticationKey: string;
  keyFile: string;
}

// What holds already is left as it is.
function remediationOf(
  wanted: boolean | undefined,
  { remediationEnabled }: ConnectorSettings,
): ConnectorFormValues['remediation'] {
  if (wanted === undefined || wanted === remediationEnabled) return 'unchanged';
  return wanted ? 'on' : 'off';
}

/** Fills the form from a state, or from earlier settings that are to be restored. */
export function formValues(
  { settings }: EditableConnector,
  restored: ConnectorSettings = settings,
): ConnectorFormValues {
  const { name, description, pollingFrequency, remediationEnabled } = restored;
  return {
    name,
    description,
    ...pollingValues(pollingFrequency),
    remediation: remediationOf(remediationEnabled, settings),
    authenticationKey: '',
    keyFile: '',
  };
}

/** The change that the form asks for, with what differs from a state alone. */
export function updateOf(
  values: ConnectorFormValues,
  { settings }: EditableConnector,
): ConnectorUpdate {
  const { remediation, authenticationKey, keyFile } = values;
  const frequency = frequencyOf(values);
  const before = settings.pollingFrequency;
  const isPolledAnew =
    frequency !== undefined &&
    (frequency.hours !== before?.hours || frequency.minutes !== before.minutes);
  return {
    ...(values.name !== settings.name && { name: values.name }),
    ...(values.description !== settings.description && {
      description: values.description,
    }),
    ...(isPolledAnew && { pollingFrequency: frequency }),
    ...(remediation !== 'unchanged' && {
      remediationEnabled: remediation === 'on',
    }),
    ...(authenticationKey !== '' && { authenticationKey }),
    ...(keyFile !== '' && { keyFile }),
  };
}

/** The settings after a change. */
export function settingsAfter(
  { settings }: EditableConnector,
  update: Pick<
    ConnectorUpdate,
    'name' | 'description' | 'pollingFrequency' | 'remediationEnabled'
  >,
): ConnectorSettings {
  const { name, description, pollingFrequency, remediationEnabled } = update;
  return {
    ...settings,
    ...(name !== undefined && { name: name.trim() }),
    ...(description !== undefined && { description }),
    ...(pollingFrequency && { pollingFrequency }),
    ...(typeof remediationEnabled === 'boolean' && { remediationEnabled }),
  };
}
