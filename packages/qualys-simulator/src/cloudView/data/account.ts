import { PURPOSE, Random } from '../../core/random';
import type { CloudProvider } from '../connectors/connector';
import type { Traits } from './traits';
import { ENVIRONMENTS, TEAMS, type AwsPartition } from './vocabulary';

/** A cloud account of the imagined company. */
export interface CloudAccount {
  provider: CloudProvider;
  team: string;
  service: string;
  environment: string;
  /** AWS alone. */
  partition: AwsPartition;
  /** Azure alone. */
  azureGovernment: boolean;
  /** The account number, the subscription id or the project id. */
  id: string;
}

const TEAM_NAMES = Object.keys(TEAMS);

function providerOf(random: Random): CloudProvider {
  const roll = random.below(100);
  if (roll < 70) return 'AWS';
  return roll < 88 ? 'AZURE' : 'GCP';
}

function partitionOf(random: Random): AwsPartition {
  const roll = random.below(100);
  if (roll < 94) return 'aws';
  return roll < 97 ? 'aws-us-gov' : 'aws-cn';
}

/**
 * The account that stands at a place in the list of accounts.
 *
 * @param seed - the seed of the data
 * @param index - the place, from 0
 * @param traits - what is settled about it beforehand
 */
export function cloudAccount(
  seed: number,
  index: number,
  traits: Traits,
): CloudAccount {
  const random = new Random(seed, PURPOSE.account, index);
  const provider = providerOf(random);
  const partition = partitionOf(random);
  const team = traits.team ?? random.pick(TEAM_NAMES);
  const service = random.pick(TEAMS[team]);
  const environment = random.pick(ENVIRONMENTS);
  const account = {
    provider: traits.provider ?? provider,
    partition: traits.partition ?? partition,
    azureGovernment: random.chance(0.03) || traits.azureGovernment === true,
    team,
    service: traits.service ?? service,
    environment: traits.environment ?? environment,
  };
  const leadingZero = random.chance(0.02) || traits.leadingZero === true;
  return { ...account, id: traits.account ?? accountId() };

  function accountId(): string {
    if (account.provider === 'AZURE') return random.uuid();
    if (account.provider === 'GCP') {
      const { service: name, environment: stage } = account;
      return `${name}-${stage}-${random.alphanumeric(6)}`.slice(0, 30);
    }
    return leadingZero ? `0${random.digits(11)}` : random.digits(12);
  }
}
