/**
 * The condition of a role's trust policy that names external IDs.
 *
 * @param externalIds - one or several, any of which is trusted
 */
export function trustConditionOf(externalIds: readonly string[]): string {
  return `"Condition": ${JSON.stringify(
    {
      StringEquals: {
        'sts:ExternalId':
          externalIds.length === 1 ? externalIds[0] : externalIds,
      },
    },
    null,
    2,
  )}`;
}
