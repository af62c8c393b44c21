import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { normalizeOwnerRef } from 'backstage-plugin-qualys-node';

const KEY = 'catalog.providers.qualys';

const DEFAULT_INITIAL_DELAY = { seconds: 10 };

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  initialDelay: DEFAULT_INITIAL_DELAY,
};

const DEFAULT_FALLBACK_OWNER = 'group:default/unowned';

/** What `catalog.providers.qualys` says, every default filled in. */
export interface ProviderConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Owns what nobody owns, as a full entity reference. */
  fallbackOwner: string;
}

/**
 * Reads `catalog.providers.qualys`, all of which is optional.
 *
 * @throws InputError naming the key and what would be right
 */
export function readProviderConfig(config: RootConfigService): ProviderConfig {
  const provider = config.getOptionalConfig(KEY);
  const schedule = provider?.getOptionalConfig('schedule');
  const fallbackOwner =
    provider?.getOptionalString('fallbackOwner') ?? DEFAULT_FALLBACK_OWNER;
  return {
    schedule: schedule
      ? inKey('schedule', 'give a frequency and a timeout', () =>
          readSchedule(schedule),
        )
      : DEFAULT_SCHEDULE,
    fallbackOwner: inKey(
      'fallbackOwner',
      `give an entity reference such as ${DEFAULT_FALLBACK_OWNER}`,
      () => normalizeOwnerRef(fallbackOwner),
    ),
  };
}

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  return {
    ...schedule,
    initialDelay: schedule.initialDelay ?? DEFAULT_INITIAL_DELAY,
  };
}

function inKey<T>(key: string, advice: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InputError(`${KEY}.${key}: ${toError(error).message}; ${advice}`);
  }
}
