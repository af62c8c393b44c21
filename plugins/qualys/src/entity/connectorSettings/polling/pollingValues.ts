import type { PollingFrequency } from 'qualys-model';

/** What the fields hold that say how often Qualys reads an account. */
export interface PollingValues {
  hours: string;
  minutes: string;
}

/** Fills the fields; they are empty where no frequency is known. */
export function pollingValues(
  frequency: PollingFrequency | undefined,
): PollingValues {
  return {
    hours: frequency ? String(frequency.hours) : '',
    minutes: frequency ? String(frequency.minutes) : '',
  };
}

// What is no number stays what it is, so that the schema can say so.
function numberOf(text: string): number {
  return text.trim() === '' ? 0 : Number(text);
}

/** The frequency that the fields ask for; undefined where they are empty. */
export function frequencyOf({
  hours,
  minutes,
}: PollingValues): PollingFrequency | undefined {
  return hours.trim() === '' && minutes.trim() === ''
    ? undefined
    : { hours: numberOf(hours), minutes: numberOf(minutes) };
}
