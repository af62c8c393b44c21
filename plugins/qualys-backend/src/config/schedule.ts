import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';

type Schedule = SchedulerServiceTaskScheduleDefinition;

function seconds(value: Schedule['timeout']): number {
  const duration = Duration.isDuration(value)
    ? value
    : Duration.fromObject(value);
  return duration.as('seconds');
}

/** Seconds between two syncs; undefined where the schedule is no plain interval. */
export function intervalSeconds({ frequency }: Schedule): number | undefined {
  return 'cron' in frequency || 'trigger' in frequency
    ? undefined
    : seconds(frequency);
}

/** Seconds after which a sync is given up. */
export function timeoutSeconds({ timeout }: Schedule): number {
  return seconds(timeout);
}

/**
 * How long a call of a sync may wait for its turn, in milliseconds: half of the
 * time of the whole sync, so that it ends by saying that Qualys limits it and
 * until when, and not by running out of time.
 */
export function longestWaitMs(schedule: Schedule): number {
  return Math.round((timeoutSeconds(schedule) * 1000) / 2);
}
