import { QqlProblemCode, shown } from './problem';
import { QqlLexeme } from './tokenizer';
import { QqlSpan } from './tree';

/** Ends the reading at the first error of syntax: what follows it would be guesswork. */
export class QqlSyntaxError extends Error {
  readonly span: QqlSpan;

  constructor(
    readonly code: QqlProblemCode,
    message: string,
    { from, to }: QqlSpan,
  ) {
    super(message);
    this.span = { from, to };
  }
}

/** The error of a quotation mark or backtick that nothing closes. */
export function unclosed(lexeme: QqlLexeme): QqlSyntaxError {
  return new QqlSyntaxError(
    'unbalancedQuote',
    lexeme.text === '`'
      ? 'This backtick is never closed: the value must end with a second one.'
      : 'This quotation mark is never closed: the value must end with a second one.',
    lexeme,
  );
}

/** The error of a piece that stands where a condition is expected. */
export function noCondition(lexeme: QqlLexeme): QqlSyntaxError {
  switch (lexeme.kind) {
    case 'unclosed':
      return unclosed(lexeme);
    case 'end':
      return new QqlSyntaxError(
        'unexpectedText',
        'The query ends where a condition is expected, such as “severity >= 3”.',
        lexeme,
      );
    case ')':
    case ']':
      return new QqlSyntaxError(
        'unexpectedText',
        `A condition is expected before this “${lexeme.kind}”.`,
        lexeme,
      );
    case 'quoted':
    case 'exact':
      return new QqlSyntaxError(
        'unexpectedText',
        `${shown(
          lexeme.text,
        )} belongs to no token. A condition is a token, a comparison and a value, such as “os: "Windows 10"”.`,
        lexeme,
      );
    default:
      return new QqlSyntaxError(
        'unexpectedText',
        `${shown(
          lexeme.text,
        )} cannot stand here. A condition is expected, such as “severity >= 3”.`,
        lexeme,
      );
  }
}
