/**
 * What a problem of a query is about, for code that reacts to one kind. The
 * message says it to people.
 *
 * Errors of the text: `tooLong`, `tooDeep`, `emptyQuery`, `unbalancedQuote`,
 * `unbalancedBracket`, `typographicQuote`, `badToken`, `missingOperator`,
 * `unknownOperator`, `emptyValue`, `badRange`, `badList`, `unexpectedText`.
 * Warnings of the text: `juxtaposition`, `mixedOperators`.
 * Errors of the meaning: `nowUnsupported`, `notANumber`, `valueNotAllowed`,
 * `reversedRange`, `switchInText`. Warnings of the meaning: `unknownToken`,
 * `otherSideToken`, `shortYear`, `notABoolean`, `defaultsLost`.
 *
 * @public
 */
export type QqlProblemCode =
  | 'tooLong'
  | 'tooDeep'
  | 'emptyQuery'
  | 'unbalancedQuote'
  | 'unbalancedBracket'
  | 'typographicQuote'
  | 'badToken'
  | 'missingOperator'
  | 'unknownOperator'
  | 'emptyValue'
  | 'badRange'
  | 'badList'
  | 'unexpectedText'
  | 'juxtaposition'
  | 'mixedOperators'
  | 'nowUnsupported'
  | 'notANumber'
  | 'valueNotAllowed'
  | 'reversedRange'
  | 'switchInText'
  | 'unknownToken'
  | 'otherSideToken'
  | 'shortYear'
  | 'notABoolean'
  | 'defaultsLost';

/**
 * Something wrong (`error`: Qualys cannot or does not answer it as meant) or
 * doubtful (`warning`) in a query, and where it stands.
 *
 * @public
 */
export interface QqlProblem {
  /** An error makes the query unusable; a warning is for a person to judge. */
  severity: 'error' | 'warning';
  /** What it is about. */
  code: QqlProblemCode;
  /** What is wrong and what to do, in plain English, for people in a form. */
  message: string;
  /** The first UTF-16 unit of the text concerned; 0 in a tree without positions. */
  from: number;
  /** The end of the text concerned, in UTF-16 units, exclusive; 0 in a tree without positions. */
  to: number;
}

/** A position without one: for trees that were not read from a text. */
export const NOWHERE = { from: 0, to: 0 };

const MOST_OF_A_SEVERITY = 100;

/**
 * Gathers problems, the first hundred errors and the first hundred warnings.
 * A text of a million conditions would otherwise give a million messages; the
 * two are counted apart, so that warnings never hide that there is an error.
 */
export class QqlProblems {
  private readonly errors: QqlProblem[] = [];
  private readonly warnings: QqlProblem[] = [];

  add(problem: QqlProblem): void {
    const list = problem.severity === 'error' ? this.errors : this.warnings;
    if (list.length < MOST_OF_A_SEVERITY) {
      list.push(problem);
    }
  }

  /** All of them, in the order of the text. */
  inOrder(): QqlProblem[] {
    return [...this.errors, ...this.warnings].sort((a, b) => a.from - b.from);
  }
}

const LONGEST_QUOTATION = 40;

/** A piece of the query as messages show it: in quotation marks, cut where it is long. */
export function shown(text: string): string {
  const short =
    text.length > LONGEST_QUOTATION
      ? `${text.slice(0, LONGEST_QUOTATION)}…`
      : text;
  return `“${short}”`;
}
