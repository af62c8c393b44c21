import { assetManagementOddities } from './assetManagementOddities';
import { cloudViewOddities } from './cloudViewOddities';
import { generalOddities } from './generalOddities';
import { notificationOddities } from './notificationOddities';
import type { InventoriedOddity } from './oddity';
import { s3Oddities } from './s3Oddities';

export { CALLS, type InventoriedCall } from './calls';
export type { InventoriedOddity } from './oddity';

/** All oddities of the documents. */
export const ODDITIES: InventoriedOddity[] = [
  ...s3Oddities,
  ...assetManagementOddities,
  ...notificationOddities,
  ...cloudViewOddities,
  ...generalOddities,
].map(([title, source, withoutCase], index) => ({
  number: index + 1,
  title,
  source,
  ...(withoutCase && { withoutCase }),
}));
