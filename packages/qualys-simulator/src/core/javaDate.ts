const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
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

const two = (value: number) => String(value).padStart(2, '0');

/**
 * A time as CloudView writes it: Java's `EEE MMM dd HH:mm:ss zzz yyyy` in UTC,
 * such as `Wed Jan 13 05:17:58 UTC 2021`.
 *
 * @param time - milliseconds since 1970 (UTC)
 */
export function javaDate(time: number): string {
  const date = new Date(time);
  const clock = [
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ].map(two);
  return [
    DAYS[date.getUTCDay()],
    MONTHS[date.getUTCMonth()],
    two(date.getUTCDate()),
    clock.join(':'),
    'UTC',
    date.getUTCFullYear(),
  ].join(' ');
}
