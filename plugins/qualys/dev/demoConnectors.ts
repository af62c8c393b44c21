import { connector, minutesAgo } from '../src/__testUtils__/fixtures';

const STATES = [
  'success',
  'success',
  'success',
  'success',
  'success',
  'error',
  'pending',
  'success',
  'disabled',
  'success',
  'unknown',
] as const;

const RULES = [
  ['group:default/payments', 'payments accounts'],
  ['group:default/storefront', 'tag team-storefront'],
  ['group:default/payments', 'payments accounts'],
  ['group:default/platform', 'default'],
] as const;

/** Invented connectors. */
export const demoConnectors = Array.from({ length: 240 }, (_, index) => {
  const state = STATES[index % STATES.length];
  const provider = (['AWS', 'AWS', 'AZURE', 'AWS', 'GCP'] as const)[index % 5];
  const [owner, ownerRule] = index % 7 ? RULES[index % RULES.length] : [];
  return connector({
    id: `connector-${index}`,
    name: `${['payments', 'shop', 'ledger', 'search'][index % 4]}-${index}`,
    provider: provider as 'AWS',
    account: String(100000000000 + index * 7919),
    state,
    reportedState: state === 'unknown' ? 'HIBERNATING' : state.toUpperCase(),
    error:
      state === 'error'
        ? 'Access denied: sts:AssumeRole on arn:aws:iam::role/qualys'
        : undefined,
    owner,
    ownerRule,
    totalAssets: index * 131,
    lastSyncedOn: index % 9 ? minutesAgo(index * 13) : undefined,
    entityRef: `resource:default/connector-${index}`,
  });
});
