import type {
  ClaimedConnector,
  EntitySummary,
} from 'backstage-plugin-qualys-common';

/** Whether the subscription of a claim has been read completely at least once. */
export function isRead(
  summary: EntitySummary,
  claim: ClaimedConnector,
): boolean {
  return summary.mirror.some(
    age => age.subscription === claim.subscription && age.asOf !== undefined,
  );
}
