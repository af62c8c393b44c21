/**
 * What to say where Web Application Scanning refuses.
 *
 * Source: Qualys WAS API 3.0, Set a Default DNS Override, "Permissions".
 */
export const advice = {
  permission:
    'Check that the subscription has the WAS module, that the user has the permissions “API Access” and “Access WAS module”, and that the web application is in its scope.',
};
