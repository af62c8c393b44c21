import type { QpsFields } from '../qps/fieldTypes';

/**
 * The fields that DNS overrides can be searched by.
 *
 * Source: Qualys WAS API 3.0, "Reference: DNS Override".
 *
 * @public
 */
export const DNS_OVERRIDE_FIELDS: QpsFields = {
  id: 'integer',
  name: 'text',
  'tags.id': 'integer',
  'tags.name': 'text',
  createdDate: 'date',
  updatedDate: 'date',
  'owner.id': 'integer',
  'owner.name': 'text',
  'owner.username': 'text',
};
