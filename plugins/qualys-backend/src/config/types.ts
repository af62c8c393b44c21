import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { CreateThrough, QualysFeed } from 'backstage-plugin-qualys-common';
import type { QualysClientOptions, QualysUrls } from 'qualys-client';
import type { CloudProvider } from 'qualys-model';
import type { RemovalBounds } from './removals';

/** A subscription as the configuration names it, checked. */
export interface SubscriptionConfig {
  id: string;
  /** What people call it. */
  title: string;
  /** The name of the platform, or `PRIVATE_PLATFORM` where the addresses are given one by one. */
  platform: string;
  urls: QualysUrls;
  credentials: QualysClientOptions['credentials'];
  /** Who makes changes, where it is someone else. */
  writeCredentials?: QualysClientOptions['writeCredentials'];
  /** How CloudView is reached; the client's default unless given. */
  cloudViewAccess?: QualysClientOptions['cloudViewAccess'];
  /** The dialect of the API server; the client's default unless given. */
  dialect?: QualysClientOptions['dialect'];
  /** How much of what Qualys allows the portal takes; the client's defaults unless given. */
  limits?: QualysClientOptions['limits'];
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How many connectors may go at once without a person looking. */
  removals: RemovalBounds;
  /** The clouds that are read. */
  clouds: readonly CloudProvider[];
  /** What is read; the others are switched off. */
  feeds: readonly QualysFeed[];
  /** Seconds between two readings of CloudView in full. */
  cloudViewFullSeconds: number;
  /** What the external IDs of its AWS connectors begin with, where that is given. */
  externalId?: { pod?: string; subscriptionId?: string };
  /** The API of Qualys that connectors are created through. */
  createThrough: CreateThrough;
  /** Where a person sees a connector in Qualys, with `{id}` and `{provider}` to be filled in. */
  connectorUrl?: string;
}
