import type { CloudProvider } from '../connectors/connector';
import { NOT_YET_READABLE, UNDOCUMENTED_STATE } from './vocabulary';
import type { AwsPartition } from './vocabulary';

/** What is settled about a connector before anything is left to chance. */
export interface Traits {
  provider?: CloudProvider;
  team?: string;
  service?: string;
  environment?: string;
  name?: string;
  /** The account number, the subscription id or the project id. */
  account?: string;
  partition?: AwsPartition;
  azureGovernment?: boolean;
  leadingZero?: boolean;
  /** The index of the connector whose account it reads too. */
  accountOf?: number;
  /** The word for its state, or for the state that it comes to when it is pending. */
  state?: string;
  pending?: boolean;
  /** What is wrong with it while it is pending. */
  pendingError?: string;
  /** What is wrong with it although its state is good. */
  warning?: string;
  disabled?: boolean;
  externalId?: 'legacy' | 'current';
  /** Whether `remediationEnabled` is left out. */
  remediationUnknown?: boolean;
  /** How many entries its list of errors has. */
  failures?: number;
}

/** What is settled about a connector that a demo can count on. */
export type DemoTraits = Traits &
  Required<
    Pick<
      Traits,
      | 'provider'
      | 'team'
      | 'service'
      | 'environment'
      | 'account'
      | 'state'
      | 'name'
      | 'pending'
      | 'disabled'
      | 'failures'
    >
  >;

const demo = (
  team: string,
  service: string,
  environment: string,
  rest: Traits & Required<Pick<Traits, 'provider' | 'account' | 'state'>>,
): DemoTraits => ({
  team,
  service,
  environment,
  name: `${team}-${service}-${environment}`,
  partition: 'aws',
  externalId: 'current',
  warning: '',
  pending: false,
  disabled: false,
  failures: 0,
  ...rest,
});

/**
 * The connectors that a demo can count on, at any size and for any seed: three
 * teams in three clouds. Their ids depend on the seed.
 */
export const DEMO_TRAITS: readonly DemoTraits[] = [
  demo('payments', 'checkout', 'prod', {
    provider: 'AWS',
    account: '048213577190',
    state: 'SUCCESS',
  }),
  demo('payments', 'card-vault', 'prod', {
    provider: 'AWS',
    account: '418820375514',
    state: 'ERROR',
    failures: 3,
  }),
  demo('payments', 'ledger', 'prod', {
    provider: 'AZURE',
    account: '6f1d2c4e-0b57-4a3e-9a51-2f7c8de41b06',
    state: 'SUCCESS',
  }),
  demo('payments', 'fraud-models', 'staging', {
    provider: 'GCP',
    account: 'fraud-models-staging-417302',
    state: 'SUCCESS',
  }),
  demo('storefront', 'web', 'prod', {
    provider: 'AWS',
    account: '733904861225',
    state: 'SUCCESS',
  }),
  demo('storefront', 'web', 'staging', {
    provider: 'AWS',
    account: '290517648833',
    state: 'REGIONS_DISCOVERED',
    failures: 1,
    externalId: 'legacy',
  }),
  demo('storefront', 'cms', 'prod', {
    provider: 'AZURE',
    account: 'b2a90e73-5c18-4d6f-8e24-61f0c3a7d592',
    state: 'SUCCESS',
  }),
  demo('storefront', 'search', 'prod', {
    provider: 'GCP',
    account: 'storefront-search-prod-2291',
    state: 'SUCCESS',
    disabled: true,
  }),
  demo('logistics', 'tracking', 'prod', {
    provider: 'AWS',
    account: '561238894707',
    state: 'SUCCESS',
    externalId: 'legacy',
  }),
  demo('logistics', 'tracking', 'staging', {
    provider: 'AWS',
    account: '905561270348',
    state: 'SUCCESS',
    pending: true,
    pendingError: NOT_YET_READABLE,
    externalId: 'current',
  }),
  demo('logistics', 'warehouse', 'prod', {
    provider: 'AZURE',
    account: '0d84f6ab-93e2-47c5-b7d1-58e9203fc4a6',
    state: 'ERROR',
    failures: 2,
  }),
  demo('logistics', 'routing', 'dev', {
    provider: 'GCP',
    account: 'logistics-routing-dev-58810',
    state: 'SUCCESS',
  }),
];

/**
 * The connectors that follow: one of each kind that a client has to cope with,
 * so that even a small set holds all of them.
 */
const VARIETY: readonly Traits[] = [
  { provider: 'AWS', partition: 'aws-us-gov' },
  { provider: 'AWS', partition: 'aws-cn' },
  { provider: 'AZURE', azureGovernment: true },
  { provider: 'AWS', externalId: 'legacy', remediationUnknown: true },
  { provider: 'AWS', partition: 'aws', leadingZero: true },
  { accountOf: DEMO_TRAITS.length + 4 },
  {
    provider: 'AWS',
    pending: true,
    pendingError: NOT_YET_READABLE,
    state: 'ERROR',
    failures: 2,
    disabled: false,
  },
  {
    provider: 'AWS',
    partition: 'aws',
    state: 'ERROR',
    failures: 85,
    pending: false,
    disabled: false,
  },
  { provider: 'GCP', state: 'ERROR', failures: 2, pending: false },
  { provider: 'AZURE', state: 'ERROR', failures: 4, pending: false },
  { provider: 'AWS', state: UNDOCUMENTED_STATE, pending: false },
  { provider: 'AWS', state: 'REGIONS_DISCOVERED', pending: false },
  { provider: 'AWS', disabled: true },
  { provider: 'AWS', state: 'Completed successfully', pending: false },
  { provider: 'GCP', pending: true, disabled: false },
  { provider: 'AZURE', disabled: true },
  {
    provider: 'AWS',
    state: 'SUCCESS',
    warning: NOT_YET_READABLE,
    pending: false,
  },
];

/** What is settled about the connector at an index; empty where nothing is. */
export function traitsAt(index: number): Traits {
  return DEMO_TRAITS[index] ?? VARIETY[index - DEMO_TRAITS.length] ?? {};
}
