import { lostDefaults } from './defaults';
import { parseQql } from './parser';
import { printQql } from './printer';
import { NOWHERE, QqlProblem, QqlProblems, shown } from './problem';
import { filterSwitch, QqlSide, QqlToken, qqlToken } from './tokens';
import { QqlNode, QqlSpan, QqlTerm, termsOf } from './tree';
import { valueProblems } from './valueChecks';

/**
 * What is wrong or doubtful in a query of an S3 integration's filter.
 *
 * Errors, beside those of `parseQql`: the keyword `Now`, a severity outside 1
 * to 5, a category that is not one of three, a status that is not one of four,
 * text where a token takes a number, a range that runs backwards (numbers, IP
 * addresses, ISO dates), and `removeVulnFilter` or `removeAssetFilter`, which
 * stand beside the queries. Warnings: an unknown token, a token of the other
 * query, a date with a year of two digits, something else than a boolean where
 * a token takes one, and a vulnerability query without `category` or
 * `severity`: it replaces the whole filter, with the defaults (severity 3,
 * Confirmed) that were in it.
 *
 * Source: Qualys Documentation: "Update AWS S3 integration", `filterQuery` and
 * "Filter Query Tokens". That a value without meaning is an error and an
 * unknown token is not is a rule of this package: the samples use tokens that
 * the tables do not have.
 *
 * @param query - a text, or a tree; the problems of a tree that was built have
 * no positions (0)
 * @param side - which of the two queries it is
 * @returns at most 100 errors and 100 warnings, in the order of the text; of a
 * text that cannot be read, what `parseQql` found
 *
 * @public
 */
export function checkQql(query: string | QqlNode, side: QqlSide): QqlProblem[] {
  const { tree, problems: found } =
    typeof query === 'string'
      ? parseQql(query)
      : { tree: query, problems: [] as QqlProblem[] };
  if (!tree) {
    return found;
  }
  const problems = new QqlProblems();
  found.forEach(problem => problems.add(problem));
  let whole: QqlSpan | undefined;
  for (const term of termsOf(tree)) {
    const token = qqlToken(term.token);
    const problem = tokenProblem(term, token, side);
    if (problem) {
      problems.add(problem);
    }
    for (const valueProblem of valueProblems(term, token)) {
      problems.add(valueProblem);
    }
    whole = term.span && {
      from: whole?.from ?? term.span.from,
      to: term.span.to,
    };
  }
  if (side === 'vulnerability') {
    const problem = defaultsProblem(tree, whole ?? NOWHERE);
    if (problem) {
      problems.add(problem);
    }
  }
  return problems.inOrder();
}

function tokenProblem(
  term: QqlTerm,
  token: QqlToken | undefined,
  side: QqlSide,
): QqlProblem | undefined {
  const span = term.tokenSpan ?? NOWHERE;
  const name = filterSwitch(term.token);
  if (name) {
    return {
      severity: 'error',
      code: 'switchInText',
      message: `${shown(
        name,
      )} does not belong in the query. It is a switch of its own, true or false, beside the queries: the member ${shown(
        name,
      )} of “filterQuery”.`,
      ...(term.span ?? NOWHERE),
    };
  }
  if (!token) {
    return {
      severity: 'warning',
      code: 'unknownToken',
      message: `${shown(
        term.token,
      )} is none of the documented tokens. Check its spelling.`,
      ...span,
    };
  }
  if (token.side !== side) {
    return {
      severity: 'warning',
      code: 'otherSideToken',
      message: `${shown(term.token)} is a token of the ${
        token.side
      } query, and this is the ${side} query.`,
      ...span,
    };
  }
  return undefined;
}

function defaultsProblem(tree: QqlNode, span: QqlSpan): QqlProblem | undefined {
  const lost = lostDefaults(tree).map(term => shown(printQql(term)));
  return lost.length === 0
    ? undefined
    : {
        severity: 'warning',
        code: 'defaultsLost',
        message: `The query replaces the whole filter, with its defaults. To keep them, add ${lost.join(
          ' and ',
        )}.`,
        ...span,
      };
}
