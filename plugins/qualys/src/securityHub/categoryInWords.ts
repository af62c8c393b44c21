import { SECURITY_HUB_BASE_CATEGORIES } from 'qualys-model';
import type { Translate } from '../translation';

type Known = (typeof SECURITY_HUB_BASE_CATEGORIES)[number];

function isKnown(category: string): category is Known {
  return (SECURITY_HUB_BASE_CATEGORIES as readonly string[]).includes(category);
}

/** A lowest category in words; in Qualys' own where it is not known. */
export function categoryInWords(category: string, t: Translate): string {
  return isKnown(category) ? t(`securityHub.category.${category}`) : category;
}
