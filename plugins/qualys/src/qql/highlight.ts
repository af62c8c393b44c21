import { qqlLexemes, type QqlLexemeSpan, type QqlProblem } from 'qualys-model';

/** A stretch of a query that looks the same all along. */
export interface QqlStretch {
  from: number;
  text: string;
  kind?: QqlLexemeSpan['kind'];
  problem?: QqlProblem['severity'];
}

/** A query cut into stretches by what they are and by what is wrong with them. */
export function highlightQql(
  text: string,
  problems: readonly QqlProblem[],
): QqlStretch[] {
  const lexemes = qqlLexemes(text);
  const cuts = new Set([0, text.length]);
  for (const { from, to } of [...lexemes, ...problems]) {
    cuts.add(Math.min(from, text.length));
    cuts.add(Math.min(to, text.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  let next = 0;
  return places.slice(0, -1).map((from, index) => {
    while (next < lexemes.length && lexemes[next].to <= from) next++;
    const lexeme = lexemes[next];
    const here = problems.filter(
      problem => problem.from <= from && from < problem.to,
    );
    return {
      from,
      text: text.slice(from, places[index + 1]),
      kind: lexeme && lexeme.from <= from ? lexeme.kind : undefined,
      problem:
        here.find(({ severity }) => severity === 'error')?.severity ??
        here[0]?.severity,
    };
  });
}
