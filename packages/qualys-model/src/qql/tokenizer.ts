import { isSpace } from './writing';

/** A piece of the text of a query. */
export interface QqlLexeme {
  kind:
    | 'word'
    | 'operator'
    | 'bare'
    | 'quoted'
    | 'exact'
    /** A quotation mark or backtick that nothing closes. */
    | 'unclosed'
    | '('
    | ')'
    | '['
    | ']'
    | ','
    | '..'
    | 'end';
  /** Of `quoted` and `exact` without their marks, else as it stands. */
  text: string;
  from: number;
  to: number;
}

/** Ends words between values: what a token is never written with. */
const ENDS_WORD = new Set('()[]"`,:<>=');
/** Ends a bare value; a colon does not (IPv6 addresses, times of day). */
const ENDS_BARE = new Set('()[]"`');
const ENDS_BARE_IN_BRACKETS = new Set('()[]"`,');

const TWO_UNIT_OPERATORS = new Set(['>=', '<=', '==', '!=', '<>']);

/**
 * Cuts a query into pieces, each read once from left to right. What a piece is
 * depends on where it stands: after an operator comes a value, whose brackets
 * (a range or a list) have commas and `..` of their own.
 *
 * It walks unit by unit in place of using regular expressions: those of V8 can
 * exhaust their stack on values of a million units.
 */
export class QqlTokenizer {
  private at = 0;
  private place: 'conditions' | 'value' | 'brackets' = 'conditions';

  constructor(private readonly text: string) {}

  next(): QqlLexeme {
    while (this.at < this.text.length && isSpace(this.text[this.at])) {
      this.at++;
    }
    const from = this.at;
    if (from >= this.text.length) {
      return { kind: 'end', text: '', from, to: from };
    }
    const unit = this.text[from];
    switch (unit) {
      case '"':
      case '`':
        return this.quotation(unit);
      case '(':
      case '[':
        if (this.place === 'value') {
          this.place = 'brackets';
        }
        return this.piece(unit, 1);
      case ')':
      case ']':
        this.place = 'conditions';
        return this.piece(unit, 1);
      default:
        return this.place === 'brackets' ? this.inBrackets() : this.outside();
    }
  }

  private inBrackets(): QqlLexeme {
    if (this.text[this.at] === ',') {
      return this.piece(',', 1);
    }
    if (this.dotsAt(this.at)) {
      return this.piece('..', 2);
    }
    return this.run(
      'bare',
      at => ENDS_BARE_IN_BRACKETS.has(this.text[at]) || this.dotsAt(at),
    );
  }

  private outside(): QqlLexeme {
    const inValue = this.place === 'value';
    const operator = this.operatorLength(inValue);
    if (operator > 0) {
      this.place = 'value';
      return this.piece('operator', operator);
    }
    this.place = 'conditions';
    if (inValue) {
      return this.run('bare', at => ENDS_BARE.has(this.text[at]));
    }
    if (this.text[this.at] === ',') {
      return this.piece(',', 1);
    }
    return this.run(
      'word',
      at => ENDS_WORD.has(this.text[at]) || this.text.startsWith('!=', at),
    );
  }

  /** The units of the operator that stands here, or 0. A value may begin with a colon (`::1`) or `!`. */
  private operatorLength(inValue: boolean): number {
    const unit = this.text[this.at];
    const two = this.text.slice(this.at, this.at + 2);
    if (unit === '<' || unit === '>' || unit === '=') {
      return TWO_UNIT_OPERATORS.has(two) ? 2 : 1;
    }
    if (inValue) {
      return 0;
    }
    if (two === '!=') {
      return 2;
    }
    return unit === ':' ? 1 : 0;
  }

  private quotation(mark: '"' | '`'): QqlLexeme {
    const from = this.at;
    const close = this.text.indexOf(mark, from + 1);
    if (this.place === 'value') {
      this.place = 'conditions';
    }
    if (close < 0) {
      this.at = this.text.length;
      return { kind: 'unclosed', text: mark, from, to: from + 1 };
    }
    this.at = close + 1;
    return {
      kind: mark === '"' ? 'quoted' : 'exact',
      text: this.text.slice(from + 1, close),
      from,
      to: this.at,
    };
  }

  private dotsAt(at: number): boolean {
    return this.text[at] === '.' && this.text[at + 1] === '.';
  }

  private run(
    kind: 'word' | 'bare',
    endsAt: (at: number) => boolean,
  ): QqlLexeme {
    let to = this.at;
    while (to < this.text.length && !isSpace(this.text[to]) && !endsAt(to)) {
      to++;
    }
    return this.piece(kind, to - this.at);
  }

  private piece(kind: QqlLexeme['kind'], length: number): QqlLexeme {
    const from = this.at;
    this.at += length;
    return { kind, text: this.text.slice(from, this.at), from, to: this.at };
  }
}
