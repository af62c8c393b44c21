import { z } from 'zod';
import {
  awsSettingsSchema,
  azureSettingsSchema,
  gcpSettingsSchema,
  type CloudProvider,
  type ConnectorSettings,
} from './connector';

const lifecycleSchema = z.object({
  state: z.string().min(1).optional(),
  settlesTo: z.string().min(1).optional(),
  error: z.string().nullable().optional(),
  errors: z
    .array(z.strictObject({ error: z.string(), region: z.string().optional() }))
    .optional(),
});

type Lifecycle = z.infer<typeof lifecycleSchema>;

type Patch<T> = {
  [K in keyof T]?: undefined extends T[K] ? T[K] | null : T[K];
};

type SettingsOf<P extends CloudProvider> = Omit<
  Extract<ConnectorSettings, { provider: P }>,
  'provider'
>;

/**
 * What is changed in a connector, in the words of CloudView. What is left out
 * stays; null takes away what a connector need not have. Beside the settings:
 *
 * - `state`: the word for its state. `PENDING` begins anew: the connector
 *   settles after the simulator's settling time. Any other word takes the
 *   errors away unless `error` or `errors` is given too.
 * - `settlesTo`: the state that a pending connector comes to.
 * - `error`: the code or text in `error`.
 * - `errors`: its list of errors.
 *
 * @public
 */
export type ConnectorPatch = Lifecycle &
  Patch<SettingsOf<'AWS'> & SettingsOf<'AZURE'> & SettingsOf<'GCP'>>;

/**
 * A connector to be added: its provider (AWS unless given), perhaps its id,
 * and whatever differs from a plain connector of that cloud.
 *
 * @public
 */
export type NewConnector = ConnectorPatch & {
  provider?: CloudProvider;
  /** A UUID; a new one unless given. */
  connectorId?: string;
};

const SETTINGS = {
  AWS: awsSettingsSchema,
  AZURE: azureSettingsSchema,
  GCP: gcpSettingsSchema,
};

const identitySchema = z.looseObject({
  provider: z.enum(['AWS', 'AZURE', 'GCP']).default('AWS'),
  connectorId: z.guid().optional(),
});

/**
 * Takes a new connector apart.
 *
 * @throws ZodError that names the field, where it is none
 */
export function parseNewConnector(input: unknown) {
  const { provider, connectorId, ...patch } = identitySchema.parse(input);
  return { provider, connectorId, patch };
}

/**
 * Settings with a patch applied, and what the patch says beside the settings.
 *
 * @throws ZodError that names the field, where the patch does not fit the cloud
 */
export function applyPatch(
  settings: ConnectorSettings,
  input: unknown,
): { settings: ConnectorSettings; lifecycle: Lifecycle } {
  const patch = z.record(z.string(), z.unknown()).parse(input);
  const changes = Object.entries(patch).filter(
    ([name, value]) => value !== undefined && !(name in lifecycleSchema.shape),
  );
  const merged = { ...settings, ...Object.fromEntries(changes) };
  const kept = Object.entries(merged).filter(([, value]) => value !== null);
  return {
    settings: SETTINGS[settings.provider].parse(Object.fromEntries(kept)),
    lifecycle: lifecycleSchema.parse(input),
  };
}
