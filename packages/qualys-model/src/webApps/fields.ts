import type { QpsFields } from '../qps/fieldTypes';

/**
 * The fields that web apps can be searched by.
 *
 * Source: Qualys WAS API 3.0, "Search Web Applications".
 *
 * @public
 */
export const WEB_APP_FIELDS: QpsFields = {
  id: 'integer',
  name: 'text',
  url: 'text',
  'tags.name': 'text',
  'tags.id': 'integer',
  createdDate: 'date',
  updatedDate: 'date',
  isScheduled: 'boolean',
  isScanned: 'boolean',
  'lastScan.status': 'keyword',
  'lastScan.date': 'date',
};
