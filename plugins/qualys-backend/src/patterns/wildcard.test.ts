import fc from 'fast-check';
import { wildcard } from './wildcard';

describe('wildcard', () => {
  it.each([
    ['prod-*', 'PROD-payments/eu'],
    ['prod-*', 'prod-'],
    ['*-prod', 'a-prod-prod'],
    ['a*b*c', 'aXbYbZc'],
    ['a?c', 'a/c'],
    ['*', ''],
    ['**', 'x'],
    ['?', '🚀'],
    ['url:https://git.example/org/*', 'url:https://git.example/org/a/b.yaml'],
    ['(a+)+$', '(a+)+$'],
    ['a|b', 'a|b'],
    ['[ab]', '[ab]'],
  ])('%s fits %s', (pattern, text) => {
    expect(wildcard(pattern)(text)).toBe(true);
  });

  it.each([
    ['prod-*', 'x-prod-a'],
    ['a*b*c', 'abd'],
    ['a?c', 'ac'],
    ['a.c', 'abc'],
    ['a|b', 'a'],
    ['[ab]', 'a'],
    ['', 'a'],
    ['(a+)+', 'aa'],
  ])('%s does not fit %s', (pattern, text) => {
    expect(wildcard(pattern)(text)).toBe(false);
  });

  it('minds case when told to', () => {
    expect(wildcard('A*', { caseSensitive: true })('abc')).toBe(false);
    expect(wildcard('A*', { caseSensitive: true })('Abc')).toBe(true);
  });

  it('takes a text for itself, and for any of its parts left out', () => {
    const plain = fc
      .string({ maxLength: 50 })
      .filter(text => !/[*?]/.test(text));
    fc.assert(
      fc.property(plain, plain, plain, (a, b, c) => {
        expect(wildcard(a + b + c)(a + b + c)).toBe(true);
        expect(wildcard(`${a}*${c}`)(a + b + c)).toBe(true);
      }),
    );
  });

  it('stays quick with patterns and texts made to slow it down', () => {
    const started = performance.now();
    expect(wildcard(`${'*a'.repeat(50)}*b`)('a'.repeat(10_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
