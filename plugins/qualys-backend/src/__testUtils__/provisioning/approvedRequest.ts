import type {
  CreateThrough,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import type { RequestRecord, RequestStore } from '../../requests/store';
import { createSecretBox, type EncryptionKey } from '../../secrets';
import {
  APPROVER,
  ARN,
  ASKER,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  GCP_KEY_FILE,
  GCP_SETTINGS,
} from '../requests';

/** The key that the portal of these tests encrypts with. */
export const KEYS: EncryptionKey[] = [
  { id: 'k1', secret: Buffer.alloc(32, 7) },
];

/** A key, encrypted for a request. */
export function sealedFor(
  { id }: Pick<RequestRecord, 'id'>,
  key: string,
): string {
  return createSecretBox(KEYS).seal(key, { about: id });
}

const SETTINGS: Record<CloudProvider, RequestDraftSettings> = {
  AWS: AWS_SETTINGS,
  AZURE: AZURE_SETTINGS,
  GCP: GCP_SETTINGS,
};

const SECRETS: Record<CloudProvider, string | undefined> = {
  AWS: undefined,
  AZURE: AZURE_KEY,
  GCP: GCP_KEY_FILE,
};

/** What a request asks for, of which the rest is usual. */
export interface Wanted {
  subscription?: string;
  provider?: CloudProvider;
  createThrough?: CreateThrough;
  settings?: RequestDraftSettings;
  arn?: string;
  /** The key of Azure, or the key file of GCP. */
  secret?: string;
  keyExpiresOn?: string;
}

let ordinal = 0;

/** Files a request and approves it, with all that Qualys signs in with. */
export async function approvedRequest(
  store: RequestStore,
  wanted: Wanted = {},
): Promise<RequestRecord> {
  const { provider = 'AWS', createThrough = 'assetManagement' } = wanted;
  const { secret = SECRETS[provider], keyExpiresOn } = wanted;
  ordinal += 1;
  const { record: draft } = await store.create({
    subscription: wanted.subscription ?? 'main',
    provider,
    createThrough,
    requester: ASKER,
    settings: {
      ...SETTINGS[provider],
      // Those that are open have each a name of their own.
      name: `${SETTINGS[provider].name} ${ordinal}`,
      ...wanted.settings,
    },
    ...(provider === 'AWS' && {
      externalId: `USPOD01-4765-${String(ordinal).padStart(9, '0')}`,
    }),
  });
  const { record } = await store.move(
    draft,
    [
      { action: 'submit', actor: ASKER },
      { action: 'approve', actor: APPROVER },
    ],
    {
      ...(provider === 'AWS'
        ? { arn: wanted.arn ?? ARN }
        : { secret: sealedFor(draft, secret!) }),
      ...(keyExpiresOn !== undefined && { keyExpiresOn }),
      nextLookAt: new Date().toISOString(),
    },
  );
  return record;
}
