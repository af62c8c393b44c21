import type { SimulatorBehaviours } from '../../behaviours/behaviours';
import type { ConnectorSettings } from '../connectors/connector';

/** A connector that a request asks for. */
interface NewSettings {
  settings: ConnectorSettings;
  /** Azure and GCP: whether the cloud does not take the key that came along. */
  isKeyRevoked?: boolean;
}

/** What a request makes of a connector. */
interface SettingsChange extends NewSettings {
  /** Whether Qualys signs in to the cloud in another way, and so reads it anew. */
  isReadAnew: boolean;
}

/**
 * How the connectors of a cloud are created and updated. Both verbs throw a
 * ZodError that names the field where the body does not fit.
 */
export interface ProviderWrites<P extends ConnectorSettings['provider']> {
  provider: P;
  /** The type of the bodies. */
  bodyType: 'application/json' | 'multipart/form-data';
  /** The settings of a new connector. */
  create(body: unknown): Promise<NewSettings>;
  /** The settings of a connector after an update. */
  update(
    kept: Extract<ConnectorSettings, { provider: P }>,
    body: unknown,
    behaviours: SimulatorBehaviours,
  ): Promise<SettingsChange>;
}
