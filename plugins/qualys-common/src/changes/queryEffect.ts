import { parseQql, printQql, readVulnerabilityFilter } from 'qualys-model';
import type { SettingEffect } from '../api';

interface Filter {
  severity: number;
  /** Undefined for all. */
  categories?: readonly string[];
  others: readonly string[];
}

const LOWEST_SEVERITY = 1;

function read(text: string): Filter | undefined {
  const { tree } = parseQql(text);
  if (!tree && text.trim() !== '') return undefined;
  const { minSeverity, categories, others } = readVulnerabilityFilter(tree);
  return {
    severity: minSeverity ?? LOWEST_SEVERITY,
    categories: categories?.map(category => category.toLowerCase()),
    others: others.map(printQql),
  };
}

function lacks(all: readonly string[], some: readonly string[]): boolean {
  return some.some(each => !all.includes(each));
}

/**
 * What another query of vulnerabilities does: whether less is found. Of
 * conditions beside severity and category only whether one was added can be
 * told; wherever it is not clear, less may be found.
 */
export function queryEffect(before: string, after: string): SettingEffect {
  const was = read(before);
  const is = read(after);
  if (!was || !is) return 'weakening';
  const narrower =
    is.severity > was.severity ||
    (is.categories !== undefined &&
      (was.categories === undefined || lacks(is.categories, was.categories))) ||
    lacks(was.others, is.others);
  if (narrower) return 'weakening';
  const wider =
    is.severity < was.severity ||
    (was.categories !== undefined &&
      (is.categories === undefined || lacks(was.categories, is.categories))) ||
    lacks(is.others, was.others);
  return wider ? 'widening' : 'neutral';
}
