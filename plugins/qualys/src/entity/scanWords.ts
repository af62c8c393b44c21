import { Info } from 'luxon';
import { SCAN_DAYS } from 'qualys-model';
import type { Translate } from '../translation';

/** How often a perimeter scan runs, in words; what is not known stays as Qualys says it. */
export function recurrenceInWords(recurrence: string, t: Translate): string {
  switch (recurrence) {
    case 'DAILY':
      return t('details.scan.daily');
    case 'WEEKLY':
      return t('details.scan.weekly');
    default:
      return recurrence;
  }
}

/** A day of the week as people call it; what is not known stays as Qualys says it. */
export function dayInWords(
  day: string,
  locale: string,
  length: 'short' | 'long' = 'short',
): string {
  const index = SCAN_DAYS.findIndex(known => known === day);
  // Luxon's week begins on Monday, that of Qualys on Sunday.
  return index < 0 ? day : Info.weekdays(length, { locale })[(index + 6) % 7];
}
