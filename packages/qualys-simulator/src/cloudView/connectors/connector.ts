import { z } from 'zod';

/** A group that a connector belongs to. Source: CloudView API v1, `Group`. @public */
export interface ConnectorGroup {
  name: string;
  /** A UUID. */
  uuid: string;
}

const common = {
  name: z.string(),
  description: z.string().optional(),
  totalAssets: z.number().int().min(0),
  remediationEnabled: z.boolean().optional(),
  isDisabled: z.boolean(),
  groups: z.array(z.strictObject({ name: z.string(), uuid: z.string() })),
  pollingFrequency: z.strictObject({
    hours: z.number().int().min(0),
    minutes: z.number().int().min(0).max(59),
  }),
};

const accountId = z
  .string()
  .regex(/^\d{12}$/, 'An AWS account id has twelve digits');

/** The settings of an AWS connector. Source: CloudView API v1, `AwsConnectorResponse`. */
export const awsSettingsSchema = z.strictObject({
  provider: z.literal('AWS'),
  ...common,
  isGovCloud: z.boolean(),
  isChinaRegion: z.boolean(),
  awsAccountId: accountId,
  accountAlias: z.string().optional(),
  baseAccountId: z.string().optional(),
  externalId: z.string(),
  arn: z.string(),
  portalConnectorUuid: z.string().optional(),
  isPortalConnector: z.boolean(),
});

/** The settings of an Azure connector. Source: CloudView API v1, `AzureConnectorResponse`. */
export const azureSettingsSchema = z.strictObject({
  provider: z.literal('AZURE'),
  ...common,
  isGovCloud: z.boolean(),
  applicationId: z.string(),
  directoryId: z.string(),
  subscriptionId: z.string(),
  subscriptionName: z.string().optional(),
});

/** The settings of a GCP connector. Source: CloudView API v1, `GcpConnectorResponse`. */
export const gcpSettingsSchema = z.strictObject({
  provider: z.literal('GCP'),
  ...common,
  projectId: z.string(),
});

/** What stands in a connector until somebody changes it. */
export type ConnectorSettings =
  | z.infer<typeof awsSettingsSchema>
  | z.infer<typeof azureSettingsSchema>
  | z.infer<typeof gcpSettingsSchema>;

/**
 * What Qualys adds to the settings of a connector.
 *
 * @public
 */
export interface ConnectorStatus {
  /** A UUID. */
  connectorId: string;
  /** `PENDING`, `SUCCESS`, `ERROR`, `REGIONS_DISCOVERED` or another word. */
  state: string;
  /** What is wrong, as a code or a text; empty or absent where nothing is. */
  error?: string;
  /** `EEE MMM dd HH:mm:ss zzz yyyy` in UTC. */
  lastSyncedOn: string;
  /** `EEE MMM dd HH:mm:ss zzz yyyy` in UTC. */
  nextSyncedOn: string;
}

/**
 * A connector as CloudView answers it.
 *
 * Source: CloudView API v1, `AwsConnectorResponse`, `AzureConnectorResponse`
 * and `GcpConnectorResponse`.
 *
 * @public
 */
export type CloudViewConnector = ConnectorSettings & ConnectorStatus;

/** The clouds that CloudView has connectors for. @public */
export type CloudProvider = CloudViewConnector['provider'];

/** Something that fails each time that Qualys reads the account. */
export interface Failure {
  error: string;
  /** The region (AWS, GCP) or location (Azure) that it happens in. */
  region?: string;
  /** How many syncs ago it happened; 0 is the last one. */
  syncsAgo: number;
}

/** What the simulator keeps of a connector. */
export interface ConnectorRecord {
  readonly connectorId: string;
  /** The order of creation, which decides between equals when lists are sorted. */
  readonly order: number;
  settings: ConnectorSettings;
  /** The word for its state once it is no longer pending. */
  state: string;
  /** What is wrong with it then. */
  error?: string;
  /** When it stops being `PENDING` (milliseconds since 1970); absent where it is settled. */
  settlesAt?: number;
  /** What is wrong with it while it is pending. */
  pendingError?: string;
  /** A time at which it was synced (milliseconds since 1970); later ones follow from the polling frequency. */
  syncedAt: number;
  failures: Failure[];
  /** Azure and GCP: whether the cloud does not take the key, which itself is not kept. */
  isKeyRevoked?: boolean;
  /** Whether it ended in error for the cloud did not let Qualys in when it was last read. */
  isRefused?: boolean;
}

/** The cloud's own name for the account that a connector reads. */
export function accountOf(settings: ConnectorSettings): string {
  switch (settings.provider) {
    case 'AWS':
      return settings.awsAccountId;
    case 'AZURE':
      return settings.subscriptionId;
    default:
      return settings.projectId;
  }
}
