import { QqlTokenizer } from './tokenizer';
import type { QqlSpan } from './tree';
import { isKeyword } from './writing';

/**
 * A piece of the text of a query, as an editor shows and completes it.
 *
 * @public
 */
export interface QqlLexemeSpan extends QqlSpan {
  /**
   * What it is where it stands: a `token`, a word that joins conditions
   * (`keyword`), a comparison (`operator`), a `value`, or a bracket or comma
   * (`mark`).
   */
  kind: 'token' | 'keyword' | 'operator' | 'value' | 'mark';
}

/**
 * The pieces of a query in the order of the text, white space left out. It
 * needs no right query: of a text that is still being written it tells what is
 * there, so that it can be coloured and completed.
 *
 * @param text - a query, or the beginning of one
 *
 * @public
 */
export function qqlLexemes(text: string): QqlLexemeSpan[] {
  const tokenizer = new QqlTokenizer(text);
  const found: QqlLexemeSpan[] = [];
  for (
    let lexeme = tokenizer.next();
    lexeme.kind !== 'end';
    lexeme = tokenizer.next()
  ) {
    found.push({
      kind: kindOf(lexeme.kind, lexeme.text),
      from: lexeme.from,
      to: lexeme.to,
    });
  }
  return found;
}

function kindOf(
  kind: Exclude<ReturnType<QqlTokenizer['next']>['kind'], 'end'>,
  text: string,
): QqlLexemeSpan['kind'] {
  switch (kind) {
    case 'word':
      return isKeyword(text) ? 'keyword' : 'token';
    case 'operator':
      return 'operator';
    case 'bare':
    case 'quoted':
    case 'exact':
    case 'unclosed':
      return 'value';
    default:
      return 'mark';
  }
}
