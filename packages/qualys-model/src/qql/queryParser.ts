import { QQL_MAX_DEPTH, QQL_MAX_LENGTH } from './limits';
import { QqlProblemCode, QqlProblems, shown } from './problem';
import { noCondition, QqlSyntaxError } from './syntaxError';
import { QqlLexeme, QqlTokenizer } from './tokenizer';
import { QqlNode, QqlOperator, QqlSpan, QqlTerm } from './tree';
import { parseValue } from './valueParser';
import { isKeyword, isTokenText } from './writing';

const OPERATORS: ReadonlySet<string> = new Set<QqlOperator>([
  ':',
  '>',
  '>=',
  '<',
  '<=',
]);

function isOperator(text: string): text is QqlOperator {
  return OPERATORS.has(text);
}

/** Reads one text; ends with a QqlSyntaxError at the first error of syntax. */
export class QqlParser {
  private readonly tokenizer: QqlTokenizer;
  private readonly length: number;
  private ahead: QqlLexeme;
  private endOfLast = 0;

  constructor(text: string, private readonly problems: QqlProblems) {
    this.length = text.length;
    this.tokenizer = new QqlTokenizer(text.length > QQL_MAX_LENGTH ? '' : text);
    this.ahead = this.tokenizer.next();
  }

  parse(): QqlNode {
    if (this.length > QQL_MAX_LENGTH) {
      throw new QqlSyntaxError(
        'tooLong',
        `The query is too long: at most ${QQL_MAX_LENGTH} characters are read.`,
        { from: QQL_MAX_LENGTH, to: this.length },
      );
    }
    if (this.peek().kind === 'end') {
      throw new QqlSyntaxError('emptyQuery', 'The query is empty.', {
        from: 0,
        to: this.length,
      });
    }
    const tree = this.anyOf(0);
    if (this.peek().kind === ')' || this.peek().kind === ']') {
      throw new QqlSyntaxError(
        'unbalancedBracket',
        `This “${this.peek().kind}” closes nothing.`,
        this.peek(),
      );
    }
    if (this.peek().kind !== 'end') {
      throw noCondition(this.peek());
    }
    return tree;
  }

  private anyOf(depth: number): QqlNode {
    const from = this.peek().from;
    const first = this.allOf(depth);
    const operands = [first.node];
    let mixed = first.joined;
    while (this.isWord('or')) {
      this.take();
      const next = this.allOf(depth);
      operands.push(next.node);
      mixed = mixed || next.joined;
    }
    if (operands.length === 1) {
      return first.node;
    }
    if (mixed) {
      this.warn(
        'mixedOperators',
        'AND and OR stand side by side, and Qualys does not say which binds closer. Put the parts that belong together in parentheses.',
        { from, to: this.endOfLast },
      );
    }
    return { kind: 'or', operands };
  }

  private allOf(depth: number): { node: QqlNode; joined: boolean } {
    const first = this.unary(depth);
    const operands = [first];
    for (;;) {
      if (this.isWord('and')) {
        this.take();
        operands.push(this.unary(depth));
      } else if (this.startsOperand()) {
        const gap = { from: this.endOfLast, to: this.peek().from };
        operands.push(this.unary(depth));
        this.warn(
          'juxtaposition',
          'Nothing joins these two conditions. They are taken as joined by AND; write AND between them.',
          gap,
        );
      } else {
        break;
      }
    }
    return operands.length === 1
      ? { node: first, joined: false }
      : { node: { kind: 'and', operands }, joined: true };
  }

  private unary(depth: number): QqlNode {
    if (!this.isWord('not')) {
      return this.primary(depth);
    }
    this.take();
    return { kind: 'not', operand: this.primary(depth) };
  }

  private primary(depth: number): QqlNode {
    if (this.peek().kind !== '(') {
      return this.term();
    }
    const open = this.take();
    if (depth >= QQL_MAX_DEPTH) {
      throw new QqlSyntaxError(
        'tooDeep',
        `Parentheses stand in each other more than ${QQL_MAX_DEPTH} deep. Write the query with fewer groups.`,
        open,
      );
    }
    const node = this.anyOf(depth + 1);
    const close = this.peek();
    if (close.kind === 'end' || close.kind === ']') {
      throw new QqlSyntaxError(
        'unbalancedBracket',
        'This “(” is never closed: a “)” is missing.',
        open,
      );
    }
    if (close.kind !== ')') {
      throw noCondition(this.peek());
    }
    this.take();
    return node;
  }

  private term(): QqlTerm {
    if (this.peek().kind !== 'word' || isKeyword(this.peek().text)) {
      throw noCondition(this.peek());
    }
    const word = this.take();
    if (this.peek().kind !== 'operator') {
      throw new QqlSyntaxError(
        'missingOperator',
        `${shown(
          word.text,
        )} is no condition: a condition is a token, a comparison and a value, such as “severity >= 3”. Put a value of several words in double quotation marks.`,
        word,
      );
    }
    if (!isTokenText(word.text)) {
      throw new QqlSyntaxError(
        'badToken',
        `${shown(
          word.text,
        )} cannot be a token: a token is a letter, followed by letters, digits, “.” and “_”.`,
        word,
      );
    }
    const sign = this.take();
    if (!isOperator(sign.text)) {
      throw new QqlSyntaxError(
        'unknownOperator',
        `${shown(
          sign.text,
        )} is no comparison of QQL. Use “:”, “>”, “>=”, “<” or “<=”.`,
        sign,
      );
    }
    const subject = `${word.text.slice(0, 40)}${sign.text}`;
    const value = parseValue(
      { peek: () => this.peek(), take: () => this.take() },
      { from: word.from, to: sign.to },
      subject,
    );
    return {
      kind: 'term',
      token: word.text,
      operator: sign.text,
      value,
      span: { from: word.from, to: this.endOfLast },
      tokenSpan: { from: word.from, to: word.to },
    };
  }

  private peek(): QqlLexeme {
    return this.ahead;
  }

  private take(): QqlLexeme {
    const taken = this.ahead;
    this.endOfLast = taken.to;
    this.ahead = this.tokenizer.next();
    return taken;
  }

  private isWord(keyword: 'and' | 'or' | 'not'): boolean {
    return (
      this.peek().kind === 'word' && this.peek().text.toLowerCase() === keyword
    );
  }

  private startsOperand(): boolean {
    return (
      this.peek().kind === '(' ||
      (this.peek().kind === 'word' && !this.isWord('or'))
    );
  }

  private warn(code: QqlProblemCode, message: string, span: QqlSpan): void {
    this.problems.add({ severity: 'warning', code, message, ...span });
  }
}
