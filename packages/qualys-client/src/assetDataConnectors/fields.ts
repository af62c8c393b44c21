import type { QpsFields } from 'qualys-model';

/**
 * The fields that conditions are known to work with. Others pass unchecked.
 *
 * Source: "Search AWS Connectors 3.0" and its siblings; scripts that Qualys
 * published search by `authRecord.subscriptionId`.
 */
export const CONNECTOR_FIELDS: QpsFields = {
  id: 'integer',
  name: 'text',
  description: 'text',
  awsAccountId: 'text',
  'authRecord.subscriptionId': 'text',
  'authRecord.projectId': 'text',
  disabled: 'boolean',
};
