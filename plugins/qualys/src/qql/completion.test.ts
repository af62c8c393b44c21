import type { QqlSide } from 'qualys-model';
import { completeQql } from './completion';

/** What is suggested where the text has a bar. */
function at(marked: string, side: QqlSide = 'vulnerability') {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, suggestions, begun } = completeQql(text, caret, side);
  return {
    texts: suggestions.map(suggestion => suggestion.text),
    replaces: text.slice(from, to),
    begun,
  };
}

describe('what can stand at a place of a query', () => {
  it.each([
    ['sev|', ['severity'], 'sev'],
    ['SEV|x >= 3', ['severity'], 'SEVx'],
    ['severity >= 3 AND ca|', ['category'], 'ca'],
    ['severity >= 3 o|', ['OR'], 'o'],
    ['category: |', ['IG', 'Potential', 'Confirmed'], ''],
    ['category: po|', ['Potential'], 'po'],
    ['category: [IG, `Co|', ['Confirmed'], '`Co'],
    ['category: [IG, `Co|`]', ['Confirmed'], '`Co`'],
    ['superseded: |', ['true', 'false'], ''],
    ['qid: 1|', [], '1'],
  ])('%s', (marked, texts, replaces) => {
    const found = at(marked);
    expect(found.texts).toEqual(texts);
    expect(found.begun).toBe(true);
    expect(found.replaces).toBe(replaces);
  });

  it('is a token of the side that the query is of', () => {
    expect(at('o|', 'asset').texts).toEqual(['os']);
    expect(at('o|').texts).toEqual([]);
  });

  it('is offered between words only to whoever asks for it', () => {
    const found = at('severity >= 3 AND |');
    expect(found.begun).toBe(false);
    expect(found.texts).toContain('category');
    expect(found.texts).not.toContain('AND');
  });
});
