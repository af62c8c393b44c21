import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { QualysUrls } from 'qualys-client';

/** A subscription as the configuration names it, checked. */
export interface SubscriptionConfig {
  id: string;
  /** What people call it. */
  title: string;
  /** The name of the platform, or `PRIVATE_PLATFORM` where the addresses are given one by one. */
  platform: string;
  urls: QualysUrls;
  credentials: { username: string; password: string };
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Where a person sees a connector in Qualys, with `{id}` and `{provider}` to be filled in. */
  connectorUrl?: string;
}
