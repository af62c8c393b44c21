import {
  webAppSettingsOf,
  type BoundWebApp,
  type WebAppEditableSettings,
  type WebAppUpdateInput,
} from 'backstage-plugin-qualys-common';

/** Changes of settings as they are sent. */
export type WebAppSettingsUpdate = WebAppUpdateInput['settings'];

/** What the fields of the form of a web app hold. */
export interface WebAppFormValues {
  name: string;
  /** The id of the default DNS override; empty for none. */
  override: string;
  cancel: 'never' | 'hours' | 'time';
  hours: string;
  time: string;
}

/**
 * Fills the form from a state, or from earlier settings that are to be
 * restored. What cannot be taken away stays as it is.
 */
export function formValues(
  webApp: BoundWebApp,
  restored?: WebAppEditableSettings,
): WebAppFormValues {
  const present = webAppSettingsOf(webApp);
  const wanted = restored ?? present;
  const saysWhen =
    wanted.cancelScansAfterNHours !== undefined ||
    wanted.cancelScansAt !== undefined;
  const { cancelScansAfterNHours: hours, cancelScansAt: time } = saysWhen
    ? wanted
    : present;
  const override = wanted.defaultDnsOverride ?? present.defaultDnsOverride;
  const otherWay = time === undefined ? 'never' : 'time';
  return {
    name: wanted.name ?? present.name ?? '',
    override: override?.id ?? '',
    cancel: hours === undefined ? otherWay : 'hours',
    hours: hours === undefined ? '' : String(hours),
    time: time ?? '',
  };
}

/** The change that the form asks for: what differs from a state, and nothing else. */
export function updateOf(
  values: WebAppFormValues,
  webApp: BoundWebApp,
): WebAppSettingsUpdate {
  const before = formValues(webApp);
  const name = values.name.trim();
  const override = values.override.trim();
  const hours = values.hours.trim();
  const time = values.time.trim();
  const { cancel } = values;
  const isOtherWay = cancel !== before.cancel;
  return {
    ...(name !== before.name && { name }),
    ...(override !== '' &&
      override !== before.override && { defaultDnsOverride: { id: override } }),
    ...(cancel === 'hours' &&
      (isOtherWay || hours !== before.hours) && {
        cancelScansAfterNHours: hours === '' ? NaN : Number(hours),
      }),
    ...(cancel === 'time' &&
      (isOtherWay || time !== before.time) && { cancelScansAt: time }),
  };
}
