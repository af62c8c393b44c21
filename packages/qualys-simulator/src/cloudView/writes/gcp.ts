import { z } from 'zod';
import { isRevokedKey } from '../connectors/cloudAccess';
import type { gcpSettingsSchema } from '../connectors/connector';
import { required } from './fields';
import type { ProviderWrites } from './providerWrites';

type GcpSettings = z.infer<typeof gcpSettingsSchema>;

const MISSING_FILE = "Required request part 'configFile' is not present";

function isKeyFile(content: string): boolean {
  try {
    const key: unknown = JSON.parse(content);
    return typeof key === 'object' && key !== null && !Array.isArray(key);
  } catch {
    return false;
  }
}

const configFile = z
  .instanceof(File, { error: MISSING_FILE })
  .refine(
    async file => isKeyFile(await file.text()),
    'must be the JSON file of a service account',
  );

const wholeNumber = (name: string, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, `${name} must be a whole number`)
    .transform(Number)
    .refine(value => value <= most, `${name} must be at most ${most}`)
    .optional();

const common = {
  description: z.string().optional(),
  pollingFrequencyInHrs: wholeNumber('pollingFrequencyInHrs', 9999),
  pollingFrequencyInMinutes: wholeNumber('pollingFrequencyInMinutes', 59),
  remediationEnabled: z
    .enum(['true', 'false'])
    .transform(value => value === 'true')
    .optional(),
};

/**
 * The form that creates a GCP connector. The file is checked and forgotten.
 *
 * Source: CloudView API v1, `POST /rest/v1/gcp/connectors`; the sample stands
 * in "Enable Remediation through API".
 */
const gcpCreateSchema = z.object({
  ...common,
  configFile,
  name: required,
  projectId: required,
});

/**
 * The form that updates a GCP connector; what it leaves out stays.
 *
 * Source: CloudView API v1, `PUT /rest/v1/gcp/connectors/{connectorId}`.
 */
const gcpUpdateSchema = z.object({
  ...common,
  configFile: configFile.optional(),
  name: required.optional(),
});

type GcpUpdate = z.infer<typeof gcpUpdateSchema>;

function gcpUpdated(kept: GcpSettings, request: GcpUpdate): GcpSettings {
  const { hours, minutes } = kept.pollingFrequency;
  return {
    ...kept,
    name: request.name ?? kept.name,
    description: request.description ?? kept.description,
    remediationEnabled:
      request.remediationEnabled ?? kept.remediationEnabled ?? false,
    pollingFrequency: {
      hours: request.pollingFrequencyInHrs ?? hours,
      minutes: request.pollingFrequencyInMinutes ?? minutes,
    },
  };
}

function gcpSettings({
  projectId,
  ...request
}: z.infer<typeof gcpCreateSchema>): GcpSettings {
  const { pollingFrequencyInHrs: hours, pollingFrequencyInMinutes: minutes } =
    request;
  const isGiven = hours !== undefined || minutes !== undefined;
  return gcpUpdated(
    {
      provider: 'GCP',
      name: request.name,
      description: '',
      totalAssets: 0,
      isDisabled: false,
      groups: [],
      pollingFrequency: { hours: isGiven ? 0 : 4, minutes: 0 },
      projectId,
    },
    request,
  );
}

const keyFileSchema = z.looseObject({
  private_key: z.string().optional().catch(undefined),
  client_email: z.string().optional().catch(undefined),
});

async function isRevokedFile(file: File): Promise<boolean> {
  const key = keyFileSchema.parse(JSON.parse(await file.text()));
  return isRevokedKey(key.private_key, key.client_email);
}

const fieldsOf = (body: unknown): unknown =>
  body instanceof FormData ? Object.fromEntries(body) : body;

/** Creates and updates GCP connectors. What an update leaves out stays. */
export const gcpWrites: ProviderWrites<'GCP'> = {
  provider: 'GCP',
  bodyType: 'multipart/form-data',
  create: async body => {
    const request = await gcpCreateSchema.parseAsync(fieldsOf(body));
    return {
      settings: gcpSettings(request),
      isKeyRevoked: await isRevokedFile(request.configFile),
    };
  },
  update: async (kept, body) => {
    const request = await gcpUpdateSchema.parseAsync(fieldsOf(body));
    return {
      settings: gcpUpdated(kept, request),
      ...(request.configFile && {
        isKeyRevoked: await isRevokedFile(request.configFile),
      }),
      isReadAnew: request.configFile !== undefined,
    };
  },
};
