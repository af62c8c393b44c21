import type { QpsFields } from '../qps/fieldTypes';

/**
 * The fields that scans can be searched by.
 *
 * Source: Qualys WAS API 3.0, "Search Scans".
 *
 * @public
 */
export const SCAN_FIELDS: QpsFields = {
  id: 'integer',
  name: 'text',
  'webApp.name': 'text',
  'webApp.id': 'integer',
  'webApp.tags': 'integer',
  'webApp.tags.id': 'integer',
  reference: 'text',
  launchedDate: 'date',
  type: 'keyword',
  mode: 'keyword',
  status: 'keyword',
  authStatus: 'keyword',
  resultsStatus: 'keyword',
};
