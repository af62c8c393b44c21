import { makeValidator } from '@backstage/catalog-model';
import fc from 'fast-check';
import { cleanMarkdown, cleanTag, cleanText } from './text';

describe('cleanText', () => {
  it.each([
    ['  Payments   production ', 'Payments production'],
    ['a\u0000b\nc\td\u007f', 'a b c d'],
    ['exe\u202Egpj.txt\u200B', 'exe gpj.txt'],
    ['half \uD83D of one', 'half of one'],
    ['Zürich 東京 🚀', 'Zürich 東京 🚀'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['\u0000\u0001', ''],
  ])('makes one plain line of %j', (text, expected) => {
    expect(cleanText(text, 100)).toBe(expected);
  });

  it('cuts at whole characters', () => {
    expect(cleanText('🚀🚀🚀🚀', 3)).toBe('🚀🚀…');
    expect(cleanText('x'.repeat(10_000), 200)).toHaveLength(200);
  });

  it('never leaves anything unprintable, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const clean = cleanText(text, 50);
        expect(clean).not.toMatch(/\p{C}/u);
        expect(Array.from(clean).length).toBeLessThanOrEqual(50);
        expect(clean).toBe(clean.trim());
      }),
    );
  });
});

describe('cleanMarkdown', () => {
  it.each([
    [
      '![x](https://evil.example/p.png) <img src=x onerror=alert(1)>',
      '!(x)(https://evil.example/p.png) ‹img src=x onerror=alert(1)›',
    ],
    ['`code` [a](b)', "'code' (a)(b)"],
    ['prod (eu-west-1), 5 % & more', 'prod (eu-west-1), 5 % & more'],
  ])('takes the markup out of %j', (text, expected) => {
    expect(cleanMarkdown(text, 200)).toBe(expected);
  });
});

describe('cleanTag', () => {
  it.each([
    ['Team A / Payments', 'team-a-payments'],
    ['c++', 'c++'],
    ['--x--', 'x'],
    ['Ärger', 'rger'],
    ['<script>', 'script'],
    ['', undefined],
    ['///', undefined],
  ])('makes %j %j', (text, tag) => {
    expect(cleanTag(text)).toBe(tag);
  });

  it('gives nothing but what the catalog takes', () => {
    const { isValidTag } = makeValidator();
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('a', '-', ' ', ':', 'B', '9'),
        maxLength: 200,
      }),
    );
    fc.assert(
      fc.property(text, given => {
        const tag = cleanTag(given);
        expect(tag === undefined || isValidTag(tag)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
