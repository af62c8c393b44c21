import { Duration } from 'luxon';

/** A number of seconds as people say it: `1 hour, 30 minutes`. */
export function inWords(seconds: number, locale: string): string {
  const {
    hours,
    minutes,
    seconds: rest,
  } = Duration.fromObject({ seconds })
    .shiftTo('hours', 'minutes', 'seconds')
    .toObject();
  const parts = Object.entries({ hours, minutes, seconds: rest }).filter(
    ([, value]) => value,
  );
  return Duration.fromObject(Object.fromEntries(parts), { locale }).toHuman();
}
