import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';

const KEY = 'qualys.bindings.schedule';

// The catalog needs some seconds after a start until it has anything to show.
const INITIAL_DELAY = { seconds: 15 };

/**
 * Reads `qualys.bindings.schedule`: when the catalog is looked through for claims.
 *
 * @throws InputError naming the key and what would be right
 */
export function readScanSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const given = config.getOptionalConfig(KEY);
  if (!given) {
    return {
      frequency: { minutes: 10 },
      timeout: { minutes: 5 },
      initialDelay: INITIAL_DELAY,
    };
  }
  try {
    const schedule =
      readSchedulerServiceTaskScheduleDefinitionFromConfig(given);
    return {
      ...schedule,
      initialDelay: schedule.initialDelay ?? INITIAL_DELAY,
    };
  } catch (error) {
    throw new InputError(
      `${KEY}: ${
        toError(error).message
      }; give a frequency and a timeout, such as { frequency: { minutes: 10 }, timeout: { minutes: 5 } }`,
    );
  }
}
