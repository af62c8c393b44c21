/**
 * What to say where Qualys refuses a call about an S3 integration.
 *
 * Source: AWS S3 integration, "Update Integration", and "Generate JWT token";
 * what a user must be allowed is not documented.
 */
export const advice = {
  permission:
    'Check that the user may use the API, and that the subscription has the AWS S3 integration with VM/VMDR.',
  notFound:
    'Check the id of the integration, that it belongs to this subscription, and that urls.gateway is the gateway of its platform.',
};
