/**
 * What stands in the words of Qualys where the cloud did not let it in. What
 * Qualys passes on are the words of the cloud.
 *
 * Source: AWS, "AssumeRole" and "Common errors" (codes); Microsoft Entra,
 * "Authentication and authorization error codes" (`AADSTS…`) and Azure Resource
 * Manager (`AuthorizationFailed`, `InvalidAuthenticationToken`); Google Cloud,
 * "Errors" (`PERMISSION_DENIED`, `UNAUTHENTICATED`) and OAuth 2.0
 * (`invalid_grant`, `invalid_client`). The code `50004` of CloudView v1 beside
 * AWS connectors is not documented; that Qualys cannot assume the role is what
 * its place suggests.
 */
const REFUSED = [
  /\b50004\b/,
  /assume[\s_-]?role/i,
  /access[\s_-]?denied/i,
  /not authorized|unauthori[sz]ed/i,
  /external[\s_-]?id/i,
  /InvalidClientTokenId|SignatureDoesNotMatch|ExpiredToken/i,
  /AuthorizationFailed|AuthenticationFailed|InvalidAuthenticationToken/i,
  /AADSTS\d+/i,
  /invalid_(?:client|grant)/i,
  /permission[\s_-]?denied|insufficient permission/i,
  /\bunauthenticated\b/i,
  /\b(?:401|403)\b|\bforbidden\b/i,
];

/** Whether these words say that the cloud did not let Qualys in. */
export function saysRefused(words: string): boolean {
  return REFUSED.some(pattern => pattern.test(words));
}
