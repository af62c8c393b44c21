import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { PRIVATE_PLATFORM } from 'backstage-plugin-qualys-common';
import { resolveQualysUrls } from 'qualys-client';
import { readAccess } from './access';
import { naming } from './configurationError';
import { readConnectorUrl } from './connectorUrl';
import { readCreateThrough } from './createThrough';
import { readExternalIdParts } from './externalId';
import { readRemovals } from './removals';
import { readFeedSettings } from './feeds';
import type { SubscriptionConfig } from './types';

/** What the id of a subscription looks like: it stands in paths, in annotations and in the names of tasks. */
export const SUBSCRIPTION_ID = /^[a-z][a-z0-9-]{0,62}$/;

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 30 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 5 },
  scope: 'global',
};

/**
 * Reads `qualys.subscriptions`.
 *
 * @returns the subscriptions in the order of their ids; none when nothing is configured
 * @throws InputError naming the key, the value (unless it is secret) and what would be right
 */
export function readSubscriptions(rootConfig: Config): SubscriptionConfig[] {
  const subscriptions = rootConfig.getOptionalConfig('qualys.subscriptions');
  return (subscriptions?.keys() ?? []).sort().map(id => {
    const key = `qualys.subscriptions.${id}`;
    if (!SUBSCRIPTION_ID.test(id)) {
      throw new InputError(
        `${key}: "${id}" cannot be the id of a subscription; use lower-case letters, digits and hyphens, beginning with a letter, at most 63`,
      );
    }
    return readSubscription(id, key, rootConfig.getConfig(key));
  });
}

function readSubscription(
  id: string,
  key: string,
  config: Config,
): SubscriptionConfig {
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    ...readPlatform(key, config),
    ...readAccess(key, config),
    schedule: readSchedule(key, config),
    removals: readRemovals(key, config),
    ...readFeedSettings(key, config),
    externalId: readExternalIdParts(key, config),
    createThrough: readCreateThrough(key, config),
    connectorUrl: readConnectorUrl(key, config),
  };
}

function readPlatform(
  key: string,
  config: Config,
): Pick<SubscriptionConfig, 'platform' | 'urls'> {
  const hasUrls = config.has('urls');
  if (config.has('platform') === hasUrls) {
    throw new InputError(
      `${key}: must have exactly one of "platform" (such as US2) and "urls" (for a private platform), but has ${
        hasUrls ? 'both' : 'neither'
      }`,
    );
  }
  const platform = config.getOptionalString('platform');
  const location =
    platform === undefined
      ? {
          urls: {
            api: config.getString('urls.api'),
            gateway: config.getString('urls.gateway'),
            cloudView: config.getString('urls.cloudView'),
          },
        }
      : { platform };
  return {
    platform: platform?.trim().toUpperCase() ?? PRIVATE_PLATFORM,
    urls: naming(key, () => resolveQualysUrls(location)),
  };
}

function readSchedule(
  key: string,
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig('schedule');
  if (!schedule) return DEFAULT_SCHEDULE;
  try {
    return {
      ...DEFAULT_SCHEDULE,
      ...readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule),
    };
  } catch (error) {
    throw new InputError(
      `${key}.schedule: ${
        toError(error).message
      }; give a frequency and a timeout, such as { frequency: { minutes: 30 }, timeout: { minutes: 10 } }`,
    );
  }
}
