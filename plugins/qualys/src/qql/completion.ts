import {
  QQL_ASSET_TOKENS,
  QQL_VULNERABILITY_TOKENS,
  qqlLexemes,
  qqlToken,
  type QqlLexemeSpan,
  type QqlSide,
} from 'qualys-model';

/** Something that can stand where somebody writes. */
export interface QqlSuggestion {
  /** What is written. */
  text: string;
  /** What it means. */
  description?: string;
}

/** What can stand where somebody writes, and what of the text it would replace. */
export interface QqlCompletion {
  from: number;
  to: number;
  suggestions: QqlSuggestion[];
  /** Whether somebody has begun to write it, or it has to come now. */
  begun: boolean;
}

const TOKENS = {
  vulnerability: QQL_VULNERABILITY_TOKENS,
  asset: QQL_ASSET_TOKENS,
};

const JOINTS: QqlSuggestion[] = [{ text: 'AND' }, { text: 'OR' }];

/** The token whose value is written at the end of a text, or nothing. */
function tokenOfValue(
  text: string,
  lexemes: readonly QqlLexemeSpan[],
): string | undefined {
  let at = lexemes.length - 1;
  let inList = false;
  while (at >= 0) {
    const { kind, from, to } = lexemes[at];
    const piece = text.slice(from, to);
    if (kind === 'operator') {
      const token = lexemes[at - 1];
      return token?.kind === 'token'
        ? text.slice(token.from, token.to)
        : undefined;
    }
    // Behind a value only a list goes on, up to its bracket.
    if (piece === '[' || piece === ',') inList = true;
    else if (kind !== 'value' || !inList) return undefined;
    at--;
  }
  return undefined;
}

function valuesOf(name: string): QqlSuggestion[] {
  const token = qqlToken(name);
  if (token?.values) {
    return token.values.map(({ value, name: meaning }) => ({
      text: value,
      description: meaning === value ? undefined : meaning,
    }));
  }
  return token?.type === 'BOOLEAN' ? [{ text: 'true' }, { text: 'false' }] : [];
}

/** Whether a condition ends with a piece, so that another must be joined. */
function endsCondition(text: string, lexeme: QqlLexemeSpan | undefined) {
  return (
    lexeme !== undefined &&
    (lexeme.kind === 'value' ||
      [')', ']'].includes(text.slice(lexeme.from, lexeme.to)))
  );
}

function isWord({ kind }: QqlLexemeSpan): boolean {
  return kind !== 'operator' && kind !== 'mark';
}

/** Whether a piece is a mark of a quotation that nothing closes yet. */
function isQuotation(text: string, { kind, from, to }: QqlLexemeSpan) {
  return kind === 'value' && ['"', '`'].includes(text.slice(from, to));
}

/**
 * What can stand at a place of a query: tokens, what joins conditions, or the
 * values that a token knows.
 *
 * @param text - the query as it is being written
 * @param caret - where somebody writes, in UTF-16 units
 */
export function completeQql(
  text: string,
  caret: number,
  side: QqlSide,
): QqlCompletion {
  const before = qqlLexemes(text.slice(0, caret));
  const last = before.at(-1);
  const written =
    last && (isQuotation(text, last) || (last.to === caret && isWord(last)))
      ? last
      : undefined;
  const earlier = written ? before.slice(0, -1) : before;
  const from = written?.from ?? caret;
  const to = written
    ? qqlLexemes(text).find(lexeme => lexeme.from === from)?.to ?? caret
    : caret;

  const valued = tokenOfValue(text, earlier);
  const joined = !valued && endsCondition(text, earlier.at(-1));
  const possible = valued
    ? valuesOf(valued)
    : [
        ...(joined ? JOINTS : []),
        ...TOKENS[side].map(({ name, description }) => ({
          text: name,
          description,
        })),
      ];
  const prefix = text.slice(from, caret).replace(/^["`]/, '').toLowerCase();
  return {
    from,
    to: Math.max(to, caret),
    suggestions: possible.filter(
      suggestion =>
        suggestion.text.toLowerCase().startsWith(prefix) &&
        suggestion.text.toLowerCase() !== prefix,
    ),
    begun: written !== undefined || valued !== undefined,
  };
}
