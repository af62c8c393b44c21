import type { RequestDraftSettings } from 'backstage-plugin-qualys-common';
import type {
  AssetDataConnectorSettings,
  GcpAuthRecordInput,
  PollingFrequency,
} from 'qualys-model';
import type { RequestRecord } from '../store';

// What the form promises where nothing is chosen.
const EVERY_FOUR_HOURS: PollingFrequency = { hours: 4, minutes: 0 };

/** What was checked to be there before anybody could agree to it. */
function needed<K extends keyof RequestDraftSettings>(
  { id, settings }: RequestRecord,
  name: K,
): NonNullable<RequestDraftSettings[K]> {
  const value = settings[name];
  if (value === undefined || value === null) {
    throw new Error(`The request ${id} has no ${name}`);
  }
  return value;
}

/** The account that a request asks for. */
export function accountOf(request: RequestRecord): string {
  return needed(request, 'account');
}

/** What connectors of every cloud have in CloudView. */
export function commonSettings(request: RequestRecord) {
  const { description, pollingFrequency, remediationEnabled } =
    request.settings;
  return {
    name: needed(request, 'name').trim(),
    ...(description !== undefined && { description }),
    pollingFrequency: pollingFrequency ?? EVERY_FOUR_HOURS,
    ...(remediationEnabled !== undefined && { remediationEnabled }),
  };
}

/** What connectors of every cloud have in Asset Management. */
export function commonAssetSettings(
  request: RequestRecord,
): AssetDataConnectorSettings {
  const { pollingFrequency, ...common } = commonSettings(request);
  const { activation = [], defaultTags = [] } = request.settings;
  return {
    ...common,
    runFrequency: pollingFrequency.hours * 60 + pollingFrequency.minutes,
    ...(activation.length > 0 && { activation }),
    ...(defaultTags.length > 0 && { defaultTags }),
  };
}

/** Which partition an AWS account is in, as both APIs say it. */
export function partitionFlags({ settings: { partition } }: RequestRecord) {
  return {
    govCloud: partition === 'aws-us-gov',
    chinaRegion: partition === 'aws-cn',
  };
}

/** What Azure is signed in to with, but for the key. */
export function azureIds(request: RequestRecord) {
  return {
    applicationId: needed(request, 'applicationId'),
    directoryId: needed(request, 'directoryId'),
    subscriptionId: accountOf(request),
  };
}

/** Whether an Azure subscription is in Azure Government. */
export function azureGovCloud({ settings }: RequestRecord) {
  return { govCloud: settings.govCloud ?? false };
}

// What Qualys describes of a key file; others are of no use to it.
const KEY_MEMBERS = [
  'type',
  'project_id',
  'private_key_id',
  'private_key',
  'client_email',
  'client_id',
  'auth_uri',
  'token_uri',
  'auth_provider_x509_cert_url',
  'client_x509_cert_url',
] as const satisfies readonly (keyof GcpAuthRecordInput)[];

/** The members of a key file of GCP, which has been checked to be one. */
export function gcpAuthRecordOf(keyFile: string): GcpAuthRecordInput {
  const file: Record<string, unknown> = JSON.parse(
    keyFile.replace(/^\uFEFF/, ''),
  );
  return Object.fromEntries(
    KEY_MEMBERS.filter(name => file[name] !== undefined).map(name => [
      name,
      file[name],
    ]),
  ) as unknown as GcpAuthRecordInput;
}
