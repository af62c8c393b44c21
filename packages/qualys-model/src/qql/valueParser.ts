import { shown } from './problem';
import { QqlSyntaxError, unclosed } from './syntaxError';
import { QqlLexeme } from './tokenizer';
import { QqlScalar, QqlSpan, QqlValue } from './tree';
import { isKeyword, startsWithTypographicQuote } from './writing';

/** The pieces of a query, one ahead. */
export interface QqlLexemes {
  peek(): QqlLexeme;
  take(): QqlLexeme;
}

/**
 * Reads what follows a comparison.
 *
 * @param before - where the token and the comparison stand, for errors
 * @param subject - the token and the comparison as messages show them
 */
export function parseValue(
  lexemes: QqlLexemes,
  before: QqlSpan,
  subject: string,
): QqlValue {
  const next = lexemes.peek();
  if (next.kind === '[' || next.kind === '(') {
    return parseBrackets(lexemes, next.kind);
  }
  if (
    next.kind === 'end' ||
    next.kind === ')' ||
    next.kind === ']' ||
    (next.kind === 'bare' && isKeyword(next.text))
  ) {
    throw new QqlSyntaxError(
      'emptyValue',
      `A value is missing after ${shown(subject)}.`,
      before,
    );
  }
  if (next.kind === 'operator') {
    throw new QqlSyntaxError(
      'unknownOperator',
      `${shown(
        next.text,
      )} follows another comparison. Use only one of “:”, “>”, “>=”, “<” and “<=”; put a value that begins so in backticks.`,
      next,
    );
  }
  if (next.kind === 'bare' && next.text.endsWith(',')) {
    throw new QqlSyntaxError(
      'badList',
      'A comma follows the value. Put several values in brackets, “[1, 5]”, and AND or OR between conditions.',
      next,
    );
  }
  return parseScalar(lexemes);
}

function parseBrackets(lexemes: QqlLexemes, opener: '(' | '['): QqlValue {
  const open = lexemes.take();
  const closer = opener === '[' ? ']' : ')';
  const first = parseScalarInside(lexemes, open, closer);
  if (lexemes.peek().kind === '..') {
    lexemes.take();
    const upper = parseScalarInside(lexemes, open, closer);
    const close = takeCloser(lexemes, open, closer);
    return {
      kind: 'range',
      lower: first,
      upper,
      inclusive: opener === '[',
      span: { from: open.from, to: close.to },
    };
  }
  if (opener === '(') {
    throw lexemes.peek().kind === ')' || lexemes.peek().kind === ','
      ? new QqlSyntaxError(
          'badRange',
          'Parentheses after a comparison hold a range, such as “(1 .. 5)”. Put several values in brackets: “[1, 5]”.',
          { from: open.from, to: lexemes.peek().to },
        )
      : notClosed(lexemes.peek(), open, closer);
  }
  const items = [first];
  while (lexemes.peek().kind === ',') {
    lexemes.take();
    items.push(parseScalarInside(lexemes, open, closer));
  }
  const close = takeCloser(lexemes, open, closer);
  return { kind: 'list', items, span: { from: open.from, to: close.to } };
}

function parseScalarInside(
  lexemes: QqlLexemes,
  open: QqlLexeme,
  closer: ')' | ']',
): QqlScalar {
  const next = lexemes.peek();
  if (next.kind === closer || next.kind === ',' || next.kind === '..') {
    throw new QqlSyntaxError(
      'emptyValue',
      `A value is missing before this “${next.kind}”.`,
      { from: open.from, to: next.to },
    );
  }
  if (
    next.kind !== 'bare' &&
    next.kind !== 'quoted' &&
    next.kind !== 'exact' &&
    next.kind !== 'unclosed'
  ) {
    throw notClosed(next, open, closer);
  }
  return parseScalar(lexemes);
}

function takeCloser(
  lexemes: QqlLexemes,
  open: QqlLexeme,
  closer: ')' | ']',
): QqlLexeme {
  if (lexemes.peek().kind !== closer) {
    throw notClosed(lexemes.peek(), open, closer);
  }
  return lexemes.take();
}

/** The error of a piece in brackets that neither goes on with them nor closes them. */
function notClosed(
  found: QqlLexeme,
  open: QqlLexeme,
  closer: ')' | ']',
): QqlSyntaxError {
  switch (found.kind) {
    case 'unclosed':
      return unclosed(found);
    case 'bare':
    case 'quoted':
    case 'exact':
      return new QqlSyntaxError(
        'badList',
        `${shown(
          found.text,
        )} follows another value. Write “,” between the values of a list and “..” between the limits of a range, and put a value of several words in double quotation marks.`,
        found,
      );
    case ',':
    case '..':
      return new QqlSyntaxError(
        'badRange',
        'Brackets hold either a list, “[1, 5]”, or one range, “[1 .. 5]”, not both.',
        { from: open.from, to: found.to },
      );
    default:
      return new QqlSyntaxError(
        'unbalancedBracket',
        `This “${open.kind}” is never closed: a “${closer}” is missing.`,
        open,
      );
  }
}

function parseScalar(lexemes: QqlLexemes): QqlScalar {
  const piece = lexemes.take();
  const span = { from: piece.from, to: piece.to };
  switch (piece.kind) {
    case 'unclosed':
      throw unclosed(piece);
    case 'quoted':
    case 'exact':
      if (piece.text === '') {
        throw new QqlSyntaxError(
          'emptyValue',
          'Nothing stands between these quotation marks or backticks.',
          span,
        );
      }
      return { kind: piece.kind, text: piece.text, span };
    case 'bare':
      if (startsWithTypographicQuote(piece.text)) {
        throw new QqlSyntaxError(
          'typographicQuote',
          'Use straight quotation marks (") in place of typographic ones.',
          span,
        );
      }
      return { kind: 'bare', text: piece.text, span };
    default:
      throw new QqlSyntaxError(
        'unexpectedText',
        `A value is expected here, not ${shown(piece.text)}.`,
        span,
      );
  }
}
