/**
 * What to say where CloudView refuses.
 *
 * Source: CloudView API v1 ("User must have the CloudView module enabled and
 * api access permission"); that the API server does not know the paths of
 * CloudView is from a script that Qualys published (Qualys/TotalCloud).
 */
export const advice = {
  permission:
    'Check that the user has the CloudView module, API access, and this connector in its scope.',
};

/** The same for paths that exist whatever the data is. */
export const fixedPathAdvice = {
  ...advice,
  notFound:
    'This path always exists on the host of CloudView: check that urls.cloudView is the portal’s host (qualysguard…), not the API server’s (qualysapi…); with cloudViewAccess gateway, that the gateway of this platform serves CloudView.',
};
