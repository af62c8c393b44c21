const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

// `EEE MMM dd HH:mm:ss zzz yyyy` of Java, the day with or without its zero.
const JAVA_DATE =
  /^[A-Z][a-z]{2} +([A-Z][a-z]{2}) +(\d{1,2}) +(\d{2}):(\d{2}):(\d{2}) +(?:UTC|GMT|Z)(?:([+-])(\d{2}):?(\d{2}))? +(\d{4})$/;
const ISO_DATE =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

function fromIso(text: string): number | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  // Without an offset it would be the time of wherever this runs.
  return Date.parse(match[1] === undefined ? `${text}Z` : text);
}

function fromJava(text: string): number | undefined {
  const match = JAVA_DATE.exec(text);
  if (!match) return undefined;
  const [
    ,
    monthName,
    day,
    hour,
    minute,
    second,
    sign,
    offsetHours,
    offsetMinutes,
    year,
  ] = match;
  const month = MONTHS.indexOf(monthName);
  const fields = [
    Number(year),
    month,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  ] as const;
  const local = new Date(Date.UTC(...fields));
  // `Feb 31` or hour 25 would roll over into another day.
  const real =
    month >= 0 &&
    local.getUTCMonth() === month &&
    local.getUTCDate() === fields[2] &&
    local.getUTCHours() === fields[3] &&
    local.getUTCMinutes() === fields[4];
  if (!real) return undefined;
  const offset =
    (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) *
    (sign === '-' ? -60_000 : 60_000);
  return local.getTime() - offset;
}

/**
 * A date of CloudView as ISO 8601 in UTC, or undefined where it cannot be
 * understood. CloudView writes dates as Java does: `Wed Jan 13 05:17:58 UTC
 * 2021`, also with `GMT`, also with `Apr 1` for `Apr 01`. The day of the week
 * does not count: it is wrong in places. ISO dates are understood too, and are
 * in UTC where they name no offset, as those of Java are.
 *
 * Source: CloudView API v1, samples of `lastSyncedOn`.
 */
export function isoDateOf(value: string): string | undefined {
  const text = value.trim();
  const time = fromIso(text) ?? fromJava(text);
  return time === undefined || Number.isNaN(time)
    ? undefined
    : new Date(time).toISOString();
}
