import type {
  ConnectorSettings,
  ConnectorUpdate,
  EditableConnector,
} from 'backstage-plugin-qualys-common';

/** What the fields of the form of a connector hold. */
export interface ConnectorFormValues {
  name: string;
  description: string;
  hours: string;
  minutes: string;
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
    hours: pollingFrequency ? String(pollingFrequency.hours) : '',
    minutes: pollingFrequency ? String(pollingFrequency.minutes) : '',
    remediation: remediationOf(remediationEnabled, settings),
    authenticationKey: '',
    keyFile: '',
  };
}

// What is no number stays what it is, so that the schema can say so.
function numberOf(text: string): number {
  return text.trim() === '' ? 0 : Number(text);
}

/** The change that the form asks for, with what differs from a state alone. */
export function updateOf(
  values: ConnectorFormValues,
  { settings }: EditableConnector,
): ConnectorUpdate {
  const { hours, minutes, remediation, authenticationKey, keyFile } = values;
  const frequency =
    hours.trim() === '' && minutes.trim() === ''
      ? undefined
      : { hours: numberOf(hours), minutes: numberOf(minutes) };
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
