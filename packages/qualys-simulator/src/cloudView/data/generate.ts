import { PURPOSE, Random } from '../../core/random';
import type { ConnectorRecord } from '../connectors/connector';
import { cloudAccount, type CloudAccount } from './account';
import { failuresOf } from './failures';
import { connectorSettings } from './settings';
import { subscriptionOf, type Subscription } from './subscription';
import { DEMO_TRAITS, traitsAt } from './traits';
import type { Traits } from './traits';
import { UNDOCUMENTED_STATE } from './vocabulary';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** The id of the generated connector at an index. */
export function connectorIdAt(seed: number, index: number): string {
  return new Random(seed, PURPOSE.connectorId, index).uuid();
}

function accountFor(
  seed: number,
  index: number,
  traits: Traits,
  random: Random,
): CloudAccount {
  const shares = random.chance(0.06);
  // Only connectors that nothing is settled about share by chance, with one
  // of their predecessors.
  const other = Math.max(DEMO_TRAITS.length, index - 1 - random.below(20));
  const settled = Object.keys(traits).length > 0;
  const home = traits.accountOf ?? (shares && !settled ? other : index);
  return cloudAccount(seed, home, traitsAt(home));
}

function connectorName(
  random: Random,
  account: CloudAccount,
  index: number,
): string {
  const { team, service, environment } = account;
  const plain = `${team}-${service}-${environment}`;
  const style = random.below(20);
  if (style === 0) return `${team} – ${service} (${environment})`;
  if (style < 6) return `${environment}-${team}-${service}-${index}`;
  return `${plain}-${index}`;
}

function stateFor(random: Random): string {
  const roll = random.below(100);
  if (roll < 87) return 'SUCCESS';
  if (roll < 94) return 'ERROR';
  if (roll < 98) return 'REGIONS_DISCOVERED';
  return roll < 99 ? 'Completed successfully' : UNDOCUMENTED_STATE;
}

function failureCount(random: Random, state: string): number {
  if (state === 'ERROR') return 1 + random.below(6);
  return random.chance(0.03) ? 1 : 0;
}

function connectorRecord(
  seed: number,
  index: number,
  subscription: Subscription,
  times: { start: number; settleSeconds: number },
): ConnectorRecord {
  const traits = traitsAt(index);
  const random = new Random(seed, PURPOSE.connector, index);
  const account = accountFor(seed, index, traits, random);
  const settings = connectorSettings(
    random,
    traits.name ?? connectorName(random, account, index),
    account,
    subscription,
    traits,
  );
  const state = traits.state ?? stateFor(random);
  const pending =
    traits.pending ?? (random.chance(0.04) && !settings.isDisabled);
  const failures = failuresOf(
    settings,
    traits.failures ?? failureCount(random, state),
  );
  const { hours, minutes } = settings.pollingFrequency;
  const sinceSync = random.below((hours * 60 + minutes) * 60) * SECOND;
  const sinceDisabled = (1 + random.below(90)) * DAY;
  const goodError = traits.warning ?? random.pick(['', undefined]);
  const error = state === 'ERROR' ? failures[0]?.error : goodError;
  return {
    connectorId: connectorIdAt(seed, index),
    order: index,
    settings,
    state,
    error,
    failures,
    ...(pending
      ? {
          settlesAt: times.start + times.settleSeconds * SECOND,
          pendingError: traits.pendingError ?? '',
          syncedAt: times.start,
        }
      : {
          syncedAt:
            times.start - sinceSync - (settings.isDisabled ? sinceDisabled : 0),
        }),
  };
}

/**
 * Connectors made from a seed. The one at an index depends on the seed and the
 * index alone: a larger set begins with the smaller one.
 *
 * @param options - how many, the seed, when the platform starts (milliseconds
 *   since 1970; the last syncs lie before it), and how long connectors stay pending
 */
export function generateConnectors(options: {
  connectors: number;
  seed: number;
  start: number;
  settleSeconds: number;
}): ConnectorRecord[] {
  const subscription = subscriptionOf(options.seed);
  return Array.from({ length: options.connectors }, (_, index) =>
    connectorRecord(options.seed, index, subscription, options),
  );
}
