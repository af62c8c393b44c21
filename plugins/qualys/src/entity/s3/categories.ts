import {
  parseQql,
  printQql,
  qqlLexemes,
  readVulnerabilityFilter,
  withQqlDefaults,
  writeVulnerabilityFilter,
  type QqlVulnerabilityFilter,
} from 'qualys-model';

/** The categories of vulnerabilities, the most certain first. */
export const CATEGORIES = ['Confirmed', 'Potential', 'IG'] as const;

/** A category of vulnerabilities. */
export type Category = (typeof CATEGORIES)[number];

/** A query of vulnerabilities as the controls of a form show it. */
export interface ReadQuery extends QqlVulnerabilityFilter {
  /** Those of `CATEGORIES` that it names. */
  chosen: Category[];
  /** Whether it says more of categories than which ones are to match. */
  saysMore: boolean;
}

/** Reads a query for the controls of a form; nothing where it cannot be read. */
export function readQuery(text: string): ReadQuery | undefined {
  const { tree } = parseQql(text);
  if (!tree && text.trim() !== '') return undefined;
  const filter = readVulnerabilityFilter(tree);
  const named = filter.categories?.map(name => name.toLowerCase()) ?? [];
  const mentions = qqlLexemes(text).filter(
    ({ kind, from, to }) =>
      kind === 'token' && text.slice(from, to).toLowerCase() === 'category',
  ).length;
  return {
    ...filter,
    chosen: CATEGORIES.filter(each => named.includes(each.toLowerCase())),
    saysMore: mentions > (filter.categories ? 1 : 0),
  };
}

/** The text of a query that the controls of a form have changed. */
export function writeQuery(filter: QqlVulnerabilityFilter): string {
  const tree = writeVulnerabilityFilter(filter);
  return tree ? printQql(tree) : '';
}

/** A query with a category more or less, the others as they are. */
export function withCategory(
  query: ReadQuery,
  category: Category,
  wanted: boolean,
): string {
  const others = (query.categories ?? []).filter(
    name => name.toLowerCase() !== category.toLowerCase(),
  );
  return writeQuery({
    ...query,
    categories: wanted ? [...others, category] : others,
  });
}

/**
 * A query with the defaults that it would lose. That of the severity is left
 * to the lowest severity, which always goes along and would else be said twice.
 */
export function withLostDefaults(text: string): string {
  const { tree } = parseQql(text);
  if (!tree) return text;
  const severity = readVulnerabilityFilter(tree).minSeverity;
  return writeQuery({
    ...readVulnerabilityFilter(withQqlDefaults(tree)),
    minSeverity: severity,
  });
}
