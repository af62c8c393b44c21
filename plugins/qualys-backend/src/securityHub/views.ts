import type {
  EntitySecurityHub,
  SecurityHubIntegrationDetails,
} from 'backstage-plugin-qualys-common';
import type { SecurityHubIntegration, SecurityHubRow } from 'qualys-model';
import type { Known } from '../reads';
import { versionOf } from '../settings';
import type { HubKey } from './read';

/** Whether a row lets anything be posted. */
export function isPosting({ regions }: Pick<SecurityHubRow, 'regions'>) {
  return regions.length > 0;
}

function plain({
  awsAccount,
  minSeverity,
  baseCategory,
  regions,
}: SecurityHubRow): SecurityHubRow {
  return { awsAccount, minSeverity, baseCategory, regions };
}

// The order in which Qualys gives rows and regions says nothing.
function inOneOrder(rows: readonly SecurityHubRow[]): string[] {
  return rows
    .map(row =>
      JSON.stringify({ ...plain(row), regions: row.regions.toSorted() }),
    )
    .sort();
}

function ageOf({ asOf, staleBecause }: Known<unknown>) {
  return { asOf, ...(staleBecause !== undefined && { staleBecause }) };
}

/** An integration as it is seen from an entity. */
export function entityView(
  { subscription, id }: HubKey,
  accounts: readonly string[],
  known: Known<SecurityHubIntegration>,
): EntitySecurityHub {
  const { name, rows: all } = known.value;
  const isOwn = ({ awsAccount }: SecurityHubRow) =>
    accounts.includes(awsAccount);
  const rows = all.filter(isOwn).map(plain);
  const shared = all.some(row => !isOwn(row) && isPosting(row));
  return {
    subscription,
    id,
    // What others have may change meanwhile: it is read before each change.
    version: versionOf([accounts.toSorted(), inOneOrder(rows), shared]),
    name,
    accounts: [...accounts],
    rows,
    shared,
    ...ageOf(known),
  };
}

/** An integration with the accounts of all teams. */
export function wholeView(
  { subscription, id }: HubKey,
  known: Known<SecurityHubIntegration>,
): SecurityHubIntegrationDetails {
  const { name, rows } = known.value;
  return {
    subscription,
    id,
    version: versionOf([name, inOneOrder(rows)]),
    name,
    rows: rows.map(plain),
    ...ageOf(known),
  };
}
