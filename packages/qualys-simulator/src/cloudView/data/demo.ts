import type { CloudProvider } from '../connectors/connector';
import { connectorIdAt } from './generate';
import { DEMO_TRAITS } from './traits';

/**
 * One of the connectors that stand at the beginning of every generated set.
 *
 * @public
 */
export interface DemoConnector {
  /** Its `connectorId`, a UUID; depends on the seed. */
  id: string;
  name: string;
  /** The team of the imagined company that it belongs to. */
  team: string;
  /** The AWS account number, the Azure subscription id or the GCP project id. */
  account: string;
  provider: CloudProvider;
  /** Its state at the start, in CloudView's word. */
  state: string;
  /** Whether it is switched off. */
  disabled: boolean;
  /** How many entries its list of errors has, once it is no longer pending. */
  errors: number;
}

/**
 * The connectors that a demo can name beforehand: the first ones of every
 * generated set, whatever its size. Everything but their ids is the same for every seed.
 *
 * @param seed - the seed of the data; 1 unless given
 *
 * @public
 */
export function demoConnectors(seed: number = 1): DemoConnector[] {
  return DEMO_TRAITS.map((traits, index) => ({
    id: connectorIdAt(seed, index),
    name: traits.name,
    team: traits.team,
    account: traits.account,
    provider: traits.provider,
    state: traits.pending ? 'PENDING' : traits.state,
    disabled: traits.disabled,
    errors: traits.failures,
  }));
}
