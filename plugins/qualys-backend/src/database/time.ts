import type { Knex } from 'knex';

/**
 * The time by the clock of the database (ISO 8601 in UTC, with milliseconds),
 * now or some seconds ago; a negative number lies ahead. The clocks of two backends need not agree; this is
 * the one that they share.
 */
export function databaseTime(knex: Knex, secondsAgo = 0): Knex.Raw {
  return knex.client.config.client === 'pg'
    ? knex.raw(
        `to_char((clock_timestamp() - make_interval(secs => ?)) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
        [secondsAgo],
      )
    : knex.raw("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?)", [
        `${-secondsAgo} seconds`,
      ]);
}
