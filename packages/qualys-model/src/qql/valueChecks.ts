import { NOWHERE, QqlProblem, shown } from './problem';
import { isReversed } from './ranges';
import { QqlToken } from './tokens';
import { QqlScalar, QqlTerm, scalarsOf } from './tree';
import { isNow } from './writing';

/** Whole numbers as a LONG holds them; a LONG has at most nineteen digits. */
const LONG = /^-?\d{1,19}$/;
const BOOLEAN = /^(?:true|false|1|0)$/i;
const SHORT_YEAR = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/;

/** The problems of the values of a condition; `token` is undefined where it is not known. */
export function* valueProblems(
  { token: name, value }: QqlTerm,
  token: QqlToken | undefined,
): Generator<QqlProblem> {
  for (const scalar of scalarsOf(value)) {
    const problem =
      nowProblem(scalar) ??
      dateProblem(scalar, token) ??
      typeProblem(name, scalar, token) ??
      knownValueProblem(name, scalar, token);
    if (problem) {
      yield { ...problem, ...(scalar.span ?? NOWHERE) };
    }
  }
  if (value.kind === 'range' && isReversed(value)) {
    yield {
      severity: 'error',
      code: 'reversedRange',
      message: `The range runs backwards: ${shown(
        value.lower.text,
      )} comes after ${shown(value.upper.text)}. Put the lower limit first.`,
      ...(value.span ?? NOWHERE),
    };
  }
}

type Finding = Pick<QqlProblem, 'severity' | 'code' | 'message'>;

function nowProblem({ kind, text }: QqlScalar): Finding | undefined {
  return kind === 'bare' && isNow(text)
    ? {
        severity: 'error',
        code: 'nowUnsupported',
        message:
          'Filters do not support “Now”: the query would find nothing. Write a date, such as 2023-07-06; put a name that begins so in backticks.',
      }
    : undefined;
}

function dateProblem(
  { text }: QqlScalar,
  token: QqlToken | undefined,
): Finding | undefined {
  const mayBeDate = !token || token.format === 'date';
  return mayBeDate && SHORT_YEAR.test(text)
    ? {
        severity: 'warning',
        code: 'shortYear',
        message: `The date ${shown(
          text,
        )} has a year of two digits, and it is not clear which part is the day. Write year, month and day: 2023-07-06.`,
      }
    : undefined;
}

function typeProblem(
  name: string,
  { text }: QqlScalar,
  token: QqlToken | undefined,
): Finding | undefined {
  if (token?.type === 'LONG' && !LONG.test(text)) {
    return {
      severity: 'error',
      code: 'notANumber',
      message: `${shown(name)} takes a whole number, not ${shown(text)}.`,
    };
  }
  if (
    token?.type === 'BOOLEAN' &&
    !BOOLEAN.test(text) &&
    !isOneOf(token, text)
  ) {
    return {
      severity: 'warning',
      code: 'notABoolean',
      message: `${shown(name)} takes true or false (or 1 or 0), not ${shown(
        text,
      )}.`,
    };
  }
  return undefined;
}

function knownValueProblem(
  name: string,
  { text }: QqlScalar,
  token: QqlToken | undefined,
): Finding | undefined {
  if (!token?.onlyValues || isOneOf(token, text)) {
    return undefined;
  }
  const known = (token.values ?? []).map(value =>
    token.namesCount ? `${value.value} (${value.name})` : value.value,
  );
  return {
    severity: 'error',
    code: 'valueNotAllowed',
    message: `${shown(name)} cannot be ${shown(
      text,
    )}. It is one of ${known.join(', ')}.`,
  };
}

function isOneOf(token: QqlToken, text: string): boolean {
  const wanted = text.toLowerCase();
  return (token.values ?? []).some(
    ({ value, name }) =>
      value.toLowerCase() === wanted ||
      (token.namesCount && name.toLowerCase() === wanted),
  );
}
