import { splitExternalId, type ExternalIdParts } from './rule';

/**
 * An external ID as Qualys gave it: with its parts where it has the form that
 * writing needs, else as a legacy one. The raw text is always there, unchanged.
 *
 * Source: "CloudView: Unique Secure External ID for AWS connectors":
 * connectors with older external IDs keep working.
 *
 * @public
 */
export type ExternalIdReading =
  | ({ kind: 'current'; raw: string } & ExternalIdParts)
  | { kind: 'legacy'; raw: string };

/**
 * Reads an external ID. Every text is accepted; nothing is corrected, neither
 * spaces nor the case of the POD, because AWS compares the external ID with
 * the role's trust policy letter by letter.
 *
 * Source: "CloudView: Unique Secure External ID for AWS connectors"; AWS, "How
 * to use an external ID when granting access to your AWS resources to a third
 * party".
 *
 * @param raw - the external ID of a connector
 *
 * @public
 */
export function readExternalId(raw: string): ExternalIdReading {
  const parts = splitExternalId(raw);
  return parts ? { kind: 'current', raw, ...parts } : { kind: 'legacy', raw };
}

/**
 * Whether an external ID has not the form that writing needs. A connector with
 * such an ID keeps working, but cannot be updated before it has a new one,
 * which the trust policy of its role must then have too.
 *
 * Source: "CloudView: Unique Secure External ID for AWS connectors".
 *
 * @param externalId - the external ID of a connector
 *
 * @public
 */
export function isLegacyExternalId(externalId: string): boolean {
  return readExternalId(externalId).kind === 'legacy';
}
