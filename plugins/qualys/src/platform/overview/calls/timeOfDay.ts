import { DateTime } from 'luxon';

/** The time of day: `14:05`. */
export function timeOfDay(at: string, locale: string): string {
  return DateTime.fromISO(at, { locale }).toLocaleString(
    DateTime.TIME_24_SIMPLE,
  );
}
