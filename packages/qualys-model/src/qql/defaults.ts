import { qqlAnd, qqlTerm } from './build';
import { QqlNode, QqlTerm, termsOf } from './tree';

/** What a filter of vulnerabilities holds until a query replaces it: severity 3 and higher, Confirmed. */
const DEFAULTS: readonly QqlTerm[] = [
  qqlTerm('severity', '>=', 3),
  qqlTerm('category', ':', 'Confirmed'),
];

/** The default conditions whose tokens a vulnerability query does not name, and so loses. */
export function lostDefaults(query: QqlNode): readonly QqlTerm[] {
  const named = new Set<string>();
  for (const { token } of termsOf(query)) {
    named.add(token.toLowerCase());
  }
  return DEFAULTS.filter(({ token }) => !named.has(token));
}

/**
 * A vulnerability query together with the default conditions that it would
 * lose: an update replaces the whole filter, and with it severity 3 and
 * category Confirmed. A default whose token the query names is left to the
 * query. For a person to ask for; nothing adds it by itself.
 *
 * Source: Qualys Documentation: "Update AWS S3 integration", `filterQuery`
 * ("Filter updates replace the entire query"). The defaults are documented as
 * severity 3 and category Confirmed; that the severity is a minimum is what
 * the document says of the token.
 *
 * @param query - the vulnerability query
 *
 * @public
 */
export function withQqlDefaults(query: QqlNode): QqlNode {
  const lost = lostDefaults(query);
  if (lost.length === 0) {
    return query;
  }
  return query.kind === 'and'
    ? { kind: 'and', operands: query.operands.concat(lost) }
    : qqlAnd(query, ...lost);
}
