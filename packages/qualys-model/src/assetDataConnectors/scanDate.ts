import { z } from 'zod';

/**
 * The ways in which Qualys' documents write the day that scans start on: the
 * text says `MM/dd/yyyy`, the sample has `31/05/2022`.
 *
 * Source: Asset Management connectors 3.0, `startDate`.
 *
 * @public
 */
export const SCAN_DATE_FORMATS = ['MM/dd/yyyy', 'dd/MM/yyyy'] as const;

/** A way to write the day that scans start on. @public */
export type ScanDateFormat = (typeof SCAN_DATE_FORMATS)[number];

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WITH_SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * The day that scans start on, as someone gives it: `2022-05-31`, or its parts.
 *
 * Source: Asset Management connectors 3.0, `startDate`.
 *
 * @public
 */
export type ScanStartDate =
  | string
  | {
      /** Four digits. */
      year: number;
      /** 1 to 12. */
      month: number;
      /** 1 to 31. */
      day: number;
    };

function fromInput(date: ScanStartDate): string | undefined {
  if (typeof date !== 'string') return isoDate(date.year, date.month, date.day);
  const parts = ISO.exec(date)?.slice(1).map(Number);
  return parts && isoDate(parts[0], parts[1], parts[2]);
}

const FORM =
  'must be a day of the calendar: 2022-05-31, or { year: 2022, month: 5, day: 31 }';

/**
 * The rule for the day that scans start on. A text with slashes is refused,
 * because nobody can tell what `05/06/2022` means.
 *
 * Source: Asset Management connectors 3.0, `startDate`.
 *
 * @public
 */
export const scanStartDateSchema: z.ZodType<ScanStartDate> = z
  .union(
    [
      z.string(),
      z.strictObject({ year: z.number(), month: z.number(), day: z.number() }),
    ],
    FORM,
  )
  .refine(date => fromInput(date) !== undefined, FORM);

/**
 * The day that scans start on, in one of Qualys' ways of writing.
 *
 * Source: Asset Management connectors 3.0, `startDate`.
 *
 * @param date - as {@link scanStartDateSchema} allows it
 * @param format - `MM/dd/yyyy`, as the text of the document says, unless given
 * @throws RangeError for what is no day of the calendar
 *
 * @public
 */
export function writeScanStartDate(
  date: ScanStartDate,
  format: ScanDateFormat = 'MM/dd/yyyy',
): string {
  const iso = fromInput(date);
  if (iso === undefined) throw new RangeError(`The date ${FORM}.`);
  const [year, month, day] = iso.split('-');
  return format === 'MM/dd/yyyy'
    ? `${month}/${day}/${year}`
    : `${day}/${month}/${year}`;
}

/**
 * The day that scans start on, out of what Qualys gives back: `2022-05-31`.
 * Undefined where the text is no date, or where it can be read in two ways and
 * no format is given.
 *
 * Source: Asset Management connectors 3.0, `startDate`, whose text and sample
 * contradict each other.
 *
 * @param text - `05/31/2022` or `31/05/2022`
 * @param format - the way it is written, where that is known
 *
 * @public
 */
export function readScanStartDate(
  text: string,
  format?: ScanDateFormat,
): string | undefined {
  const parts = WITH_SLASHES.exec(text.trim());
  if (!parts) return undefined;
  const [first, second, year] = parts.slice(1).map(Number);
  const monthFirst = isoDate(year, first, second);
  const dayFirst = isoDate(year, second, first);
  if (format) return format === 'MM/dd/yyyy' ? monthFirst : dayFirst;
  return monthFirst && dayFirst && monthFirst !== dayFirst
    ? undefined
    : monthFirst ?? dayFirst;
}
