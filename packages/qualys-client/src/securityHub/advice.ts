/**
 * What to say where Qualys refuses a call about Security Hub.
 *
 * Source: not documented for these calls; assumed because they belong to
 * VM/VMDR and are called through the API.
 */
export const advice = {
  permission:
    'Check that the user may use the API, that the subscription has the AWS Security Hub integration with VM/VMDR, and that the user may change it.',
  notFound:
    'Check the id of the integration, and that it belongs to this subscription.',
};
