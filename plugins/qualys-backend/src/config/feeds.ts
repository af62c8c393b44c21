import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { QUALYS_FEEDS, type QualysFeed } from 'backstage-plugin-qualys-common';
import { Duration } from 'luxon';
import { CLOUD_PROVIDERS, type CloudProvider } from 'qualys-model';
import { z } from 'zod';
import type { SubscriptionConfig } from './types';

const DEFAULT_FULL = { hours: 6 };

function readFeeds(key: string, config: Config): QualysFeed[] {
  const feeds = config.getOptionalConfig('feeds');
  const unknown = (feeds?.keys() ?? []).find(
    name => !QUALYS_FEEDS.some(feed => feed === name),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.feeds.${unknown}: there is no such feed; name ${QUALYS_FEEDS.join(
        ' or ',
      )}`,
    );
  }
  const on = QUALYS_FEEDS.filter(
    feed => feeds?.getOptionalBoolean(feed) ?? true,
  );
  if (on.length === 0) {
    throw new InputError(
      `${key}.feeds: both feeds are switched off, so nothing could be read; leave one of ${QUALYS_FEEDS.join(
        ' and ',
      )} on`,
    );
  }
  return on;
}

function readClouds(key: string, config: Config): CloudProvider[] {
  const name = 'clouds';
  const given = config.getOptional(name);
  if (given === undefined) return [...CLOUD_PROVIDERS];
  const clouds = z
    .array(z.string().transform(cloud => cloud.toUpperCase()))
    .nonempty()
    .pipe(z.array(z.enum(CLOUD_PROVIDERS)))
    .safeParse(given);
  if (!clouds.success) {
    throw new InputError(
      `${key}.${name}: ${JSON.stringify(
        given,
      )} must be a list of one or more of ${CLOUD_PROVIDERS.join(', ')}`,
    );
  }
  return CLOUD_PROVIDERS.filter(cloud => clouds.data.includes(cloud));
}

function readFullSeconds(key: string, config: Config): number {
  const name = 'cloudViewFull';
  let seconds: number;
  try {
    const given = config.has(name)
      ? readDurationFromConfig(config, { key: name })
      : DEFAULT_FULL;
    seconds = Duration.fromObject(given).as('seconds');
  } catch (error) {
    throw new InputError(
      `${key}.${name}: ${
        toError(error).message
      }; give a duration such as { hours: 6 }`,
    );
  }
  if (seconds <= 0) {
    throw new InputError(
      `${key}.${name}: must be longer than nothing; give a duration such as { hours: 6 }`,
    );
  }
  return seconds;
}

/**
 * Reads which clouds and feeds are read, and how often CloudView is read in full.
 *
 * @throws InputError naming the key, the value and what would be right
 */
export function readFeedSettings(
  key: string,
  config: Config,
): Pick<SubscriptionConfig, 'clouds' | 'feeds' | 'cloudViewFullSeconds'> {
  return {
    clouds: readClouds(key, config),
    feeds: readFeeds(key, config),
    cloudViewFullSeconds: readFullSeconds(key, config),
  };
}
