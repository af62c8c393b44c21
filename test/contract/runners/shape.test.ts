import { differencesInShape } from './shape';

describe('the comparison of shapes', () => {
  const documented = {
    name: 'a',
    when: 'Fri Apr 1 10:33:08 UTC 2020',
    list: [{ id: 'x' }],
    nothing: [],
  };
  const like = (change: object) => ({ ...documented, ...change });

  it('goes by keys and types, not by values', () => {
    expect(
      differencesInShape(
        documented,
        like({
          name: 'b',
          when: 'Wed Jan 13 05:17:58 UTC 2021',
          list: [{ id: 'y' }, { id: 'z' }],
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    [like({ name: 1 }), 'name is number, documented is string'],
    [like({ when: '2021-01-13' }), 'when is string, documented is date'],
    [like({ list: [] }), 'list is empty, documented is not'],
    [like({ list: [{ id: 'y' }, {}] }), 'list[].id is missing'],
    [like({ list: {} }), 'list is object, documented is array'],
    [like({ more: 1 }), 'more is not documented'],
    [like({ extra: 1 }), 'extra is number, documented is string'],
    [null, 'the answer is null, documented is object'],
  ])('finds what differs in %j', (actual, difference) => {
    expect(
      differencesInShape(documented, actual, { '': { extra: 'string' } }),
    ).toEqual([difference]);
  });

  it('takes what is described besides the sample', () => {
    const described = { '': { extra: 'string' }, 'list[]': { size: 'number' } };
    expect(
      differencesInShape(
        documented,
        like({ extra: 'e', list: [{ id: 'x', size: 1 }] }),
        described,
      ),
    ).toEqual([]);
  });

  it('takes anything besides where that is right, and misses what is missing', () => {
    expect(
      differencesInShape(documented, like({ more: 1 }), 'anything'),
    ).toEqual([]);
    expect(
      differencesInShape(documented, { more: 1 }, 'anything'),
    ).toHaveLength(Object.keys(documented).length);
  });
});
