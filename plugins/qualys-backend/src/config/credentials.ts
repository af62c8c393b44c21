import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const KEY = 'qualys.credentials.remindDaysBefore';

const DEFAULT_DAYS = [30, 7, 1];

const daysSchema = z.array(z.number().int().min(0).max(365));

/**
 * Reads how many days before the key of a connector expires people are
 * reminded of it.
 *
 * @returns none where nobody is to be reminded
 * @throws InputError naming the key, the value and what would be right
 */
export function readReminderDays(config: Config): number[] {
  const given = config.getOptional(KEY);
  if (given === undefined) return DEFAULT_DAYS;
  const { data, success } = daysSchema.safeParse(given);
  if (!success) {
    throw new InputError(
      `${KEY}: ${JSON.stringify(
        given,
      )} must be a list of whole numbers of days, 0 to 365, such as [30, 7, 1]`,
    );
  }
  return data;
}
