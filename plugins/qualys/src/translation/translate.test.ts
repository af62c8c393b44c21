import type { TranslateOf } from './translate';

type Messages = {
  plain: 'Plain';
  named: 'From {{before}} to {{after}}';
  counted_one: '{{count}} line of {{what}}';
  counted_other: '{{count}} lines of {{what}}';
};

// What is given is given back: the compiler is what is tested here.
const t = ((...given: unknown[]) => given) as unknown as TranslateOf<Messages>;

describe('TranslateOf', () => {
  it('takes the keys of the messages, with the values that they name', () => {
    expect([
      t('plain'),
      t('named', { before: 'a', after: 2 }),
      t('counted', { count: 2, what: 'code' }),
    ]).toHaveLength(3);
  });

  it('takes nothing else', () => {
    // @ts-expect-error there is no such key
    t('other');
    // @ts-expect-error the key is that of both numbers
    t('counted_one', { count: 1, what: 'code' });
    // @ts-expect-error values are missing
    t('named');
    // @ts-expect-error one of the values is missing
    t('named', { before: 'a' });
    // @ts-expect-error the count is missing
    t('counted', { what: 'code' });
    // @ts-expect-error the count is no number
    t('counted', { count: '1', what: 'code' });
    // @ts-expect-error there is nothing to put a value in
    t('plain', { before: 'a' });
    // @ts-expect-error an object is no text
    t('named', { before: {}, after: 'b' });
    expect(t('plain')).toEqual(['plain']);
  });
});
