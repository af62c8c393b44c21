import type { Random } from '../../core/random';
import type {
  ConnectorGroup,
  ConnectorSettings,
} from '../connectors/connector';
import type { CloudAccount } from './account';
import type { Subscription } from './subscription';
import type { Traits } from './traits';
import { QUALYS_ACCOUNTS } from './vocabulary';

const ROLES = ['QualysCloudViewRole', 'qualys-cspm', 'QualysConnector'];
const POLLING = [
  { hours: 4, minutes: 0 },
  { hours: 4, minutes: 0 },
  { hours: 4, minutes: 0 },
  { hours: 1, minutes: 0 },
  { hours: 12, minutes: 0 },
  { hours: 2, minutes: 30 },
];

function groups(random: Random, account: CloudAccount): ConnectorGroup[] {
  const names = random.chance(0.35) ? [account.team] : [];
  if (random.chance(0.1)) names.push(`${account.environment} accounts`);
  return names.map(name => ({ name, uuid: random.uuid() }));
}

function description(
  random: Random,
  account: CloudAccount,
): string | undefined {
  const { service, environment, team } = account;
  return random.pick([
    undefined,
    '',
    `${service} of ${team}, ${environment}`,
    `Created by the ${team} team`,
    'Connector created through API automation',
  ]);
}

/** External IDs of before the present format, which Qualys still accepts. */
function legacyExternalId(random: Random, subscription: Subscription): string {
  return random.pick([
    random.digits(13),
    `US2-${subscription.id}`,
    random.digits(40),
  ]);
}

/**
 * The settings of a generated connector.
 *
 * @param random - the stream of numbers of this connector
 * @param name - its name
 * @param account - the account that it reads
 * @param subscription - the Qualys subscription that it belongs to
 * @param traits - what is settled about it beforehand
 */
export function connectorSettings(
  random: Random,
  name: string,
  account: CloudAccount,
  subscription: Subscription,
  traits: Traits,
): ConnectorSettings {
  const text = description(random, account);
  const remediationUnknown =
    random.chance(0.4) || traits.remediationUnknown === true;
  const remediationEnabled = random.chance(0.15);
  const common = {
    name,
    ...(text === undefined ? {} : { description: text }),
    totalAssets: random.below(1200),
    ...(remediationUnknown ? {} : { remediationEnabled }),
    isDisabled: traits.disabled ?? random.chance(0.05),
    groups: groups(random, account),
    pollingFrequency: random.pick(POLLING),
  };
  switch (account.provider) {
    case 'AZURE':
      return {
        provider: 'AZURE',
        ...common,
        isGovCloud: account.azureGovernment,
        applicationId: random.uuid(),
        directoryId: subscription.azureDirectoryId,
        subscriptionId: account.id,
        ...(random.chance(0.8)
          ? { subscriptionName: `sub-${account.team}-${account.environment}` }
          : {}),
      };
    case 'GCP':
      return { provider: 'GCP', ...common, projectId: account.id };
    default:
      return {
        provider: 'AWS',
        ...common,
        ...awsSettings(random, account, subscription, traits),
      };
  }
}

function awsSettings(
  random: Random,
  account: CloudAccount,
  subscription: Subscription,
  traits: Traits,
) {
  const { partition } = account;
  const legacy = traits.externalId
    ? traits.externalId === 'legacy'
    : random.chance(0.2);
  const isPortalConnector = random.chance(0.6);
  return {
    isGovCloud: partition === 'aws-us-gov',
    isChinaRegion: partition === 'aws-cn',
    awsAccountId: account.id,
    ...(random.chance(0.5)
      ? { accountAlias: `${account.team}-${account.environment}` }
      : {}),
    ...(random.chance(0.85)
      ? { baseAccountId: QUALYS_ACCOUNTS[partition] }
      : {}),
    externalId: legacy
      ? legacyExternalId(random, subscription)
      : `${subscription.pod}-${subscription.id}-${random.digits(13)}`,
    arn: `arn:${partition}:iam::${account.id}:role/${random.pick(ROLES)}`,
    ...(isPortalConnector ? { portalConnectorUuid: random.uuid() } : {}),
    isPortalConnector,
  };
}
