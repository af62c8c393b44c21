import { QqlBuildError } from './buildError';
import {
  QqlList,
  QqlNode,
  QqlOperator,
  QqlRange,
  QqlScalar,
  QqlTerm,
  QqlValue,
} from './tree';
import { canStandBare, isNow, isTokenText } from './writing';

export { QqlBuildError };

/**
 * What the builder takes for a value: text is matched exactly (in backticks),
 * numbers and booleans are written as they are.
 *
 * @public
 */
export type QqlInput = string | number | boolean;

/**
 * A text in backticks, which match it exactly. Neither a backtick nor a double
 * quotation mark is let through: no document says how QQL escapes them.
 *
 * Source: Qualys Documentation: "QQL Best Practices".
 *
 * @param text - any text that is not empty
 * @throws QqlBuildError where the text is empty or contains one of the two
 *
 * @public
 */
export function quoteQqlValue(text: string): string {
  return `\`${quotable(text)}\``;
}

/**
 * A value that matches the words of a text in their order (in double quotation
 * marks).
 *
 * Source: Qualys Documentation: "QQL Best Practices".
 *
 * @param text - any text that is not empty
 * @throws QqlBuildError where the text is empty or contains a backtick or a
 * double quotation mark
 *
 * @public
 */
export function qqlPhrase(text: string): QqlScalar {
  return { kind: 'quoted', text: quotable(text) };
}

/**
 * The range between two limits. Text that needs no marks stands without them,
 * as dates and addresses do in the samples.
 *
 * Source: Qualys Documentation: "QQL Best Practices"; "Update AWS S3
 * integration" for `Now`, which filters do not support.
 *
 * @param lower - the lower limit
 * @param upper - the upper limit
 * @param options - `inclusive`: whether the limits themselves match; default true
 * @throws QqlBuildError where a limit is empty, is `Now` or cannot be quoted
 *
 * @public
 */
export function qqlRange(
  lower: QqlInput,
  upper: QqlInput,
  options: { inclusive?: boolean } = {},
): QqlRange {
  return {
    kind: 'range',
    lower: limit(lower),
    upper: limit(upper),
    inclusive: options.inclusive ?? true,
  };
}

/**
 * Any of several values.
 *
 * Source: Qualys Documentation: "QQL: Components of a QQL query".
 *
 * @param values - at least one
 * @throws QqlBuildError where there is none, or one cannot be quoted
 *
 * @public
 */
export function qqlList(values: readonly QqlInput[]): QqlList {
  if (values.length === 0) {
    throw new QqlBuildError('A list needs at least one value.');
  }
  return { kind: 'list', items: values.map(scalar) };
}

/**
 * One condition.
 *
 * @param token - for example `severity`; it need not be a known one
 * @param operator - `:` for equals, or a comparison
 * @param value - an input, or what `qqlPhrase`, `qqlRange` or `qqlList` gave
 * @throws QqlBuildError where the token cannot be one or the value cannot be quoted
 *
 * @public
 */
export function qqlTerm(
  token: string,
  operator: QqlOperator,
  value: QqlInput | QqlValue,
): QqlTerm {
  if (!isTokenText(token)) {
    throw new QqlBuildError(
      'A token is a letter, followed by letters, digits, “.” and “_”.',
    );
  }
  return {
    kind: 'term',
    token,
    operator,
    value: typeof value === 'object' ? value : scalar(value),
  };
}

/**
 * What matches all of the parts; the part itself where there is only one.
 *
 * @param parts - at least one
 * @throws QqlBuildError where there is none
 *
 * @public
 */
export function qqlAnd(...parts: QqlNode[]): QqlNode {
  return junction('and', parts);
}

/**
 * What matches any of the parts; the part itself where there is only one.
 * Qualys advises a list of values in place of many OR.
 *
 * Source: Qualys Documentation: "QQL Best Practices".
 *
 * @param parts - at least one
 * @throws QqlBuildError where there is none
 *
 * @public
 */
export function qqlOr(...parts: QqlNode[]): QqlNode {
  return junction('or', parts);
}

/**
 * What does not match the part. Qualys advises to do without it where the
 * values that shall match can be listed.
 *
 * Source: Qualys Documentation: "QQL: Components of a QQL query".
 *
 * @param part - what must not match
 *
 * @public
 */
export function qqlNot(part: QqlNode): QqlNode {
  return { kind: 'not', operand: part };
}

function junction(kind: 'and' | 'or', parts: QqlNode[]): QqlNode {
  if (parts.length === 0) {
    throw new QqlBuildError('AND and OR need conditions to join.');
  }
  return parts.length === 1 ? parts[0] : { kind, operands: parts };
}

function quotable(text: string): string {
  if (text === '') {
    throw new QqlBuildError('A value must not be empty.');
  }
  if (/[`"]/.test(text)) {
    throw new QqlBuildError(
      'A value cannot contain a backtick or a double quotation mark: QQL documents no way to escape them.',
    );
  }
  return text;
}

function scalar(input: QqlInput): QqlScalar {
  if (typeof input === 'string') {
    return { kind: 'exact', text: quotable(input) };
  }
  if (typeof input === 'number' && !Number.isSafeInteger(input)) {
    throw new QqlBuildError('A number must be whole and exact.');
  }
  return { kind: 'bare', text: String(input) };
}

function limit(input: QqlInput): QqlScalar {
  if (typeof input !== 'string' || !canStandBare(input, true)) {
    return scalar(input);
  }
  if (isNow(input)) {
    throw new QqlBuildError('Filters do not support “Now”. Write a date.');
  }
  return { kind: 'bare', text: input };
}
