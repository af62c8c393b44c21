import { QqlProblem, QqlProblems } from './problem';
import { QqlParser } from './queryParser';
import { QqlSyntaxError } from './syntaxError';
import { QqlNode } from './tree';

/**
 * What was read of a query.
 *
 * @public
 */
export interface QqlParseResult {
  /** The query; undefined where there is an error. */
  tree?: QqlNode;
  /** What is wrong or doubtful, in the order of the text: at most 100 errors and 100 warnings. */
  problems: QqlProblem[];
}

/**
 * Reads a query of the Qualys Query Language. It never throws, and takes time
 * in proportion to the length of the text.
 *
 * ```text
 * query := and { OR and }          and  := unary { [AND] unary }
 * unary := [NOT] primary           primary := "(" query ")" | token op value
 * op    := ":" | ">" | ">=" | "<" | "<="
 * value := "[" v ".." v "]" | "(" v ".." v ")" | "[" v { "," v } "]" | v
 * v     := "phrase" | `exact` | text without spaces
 * ```
 *
 * AND, OR and NOT count in any case. Conditions that nothing joins count as
 * joined by AND, as in a sample of the S3 documentation, with a warning; so do
 * AND and OR that are mixed without parentheses, since Qualys documents no
 * precedence (AND is taken to bind closer). A parenthesis right after a
 * comparison opens a range, anywhere else a group.
 *
 * Source: Qualys Documentation: "QQL: Components of a QQL query", "QQL Best
 * Practices", and the samples of "Update AWS S3 integration". No grammar is
 * published; this one reads all of their samples.
 *
 * @param text - the query, for example `severity >= 3 AND category: Confirmed`
 *
 * @public
 */
export function parseQql(text: string): QqlParseResult {
  const problems = new QqlProblems();
  try {
    return {
      tree: new QqlParser(text, problems).parse(),
      problems: problems.inOrder(),
    };
  } catch (error) {
    if (!(error instanceof QqlSyntaxError)) {
      throw error;
    }
    const { code, message, span } = error;
    problems.add({
      severity: 'error',
      code,
      message,
      from: span.from,
      to: span.to,
    });
    return { problems: problems.inOrder() };
  }
}
