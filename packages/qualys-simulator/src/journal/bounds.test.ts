import { Journal } from './journal';

describe('Journal', () => {
  it('keeps the last 10,000 calls', () => {
    const journal = new Journal();
    for (let call = 0; call < 25_000; call += 1) {
      journal.add({
        at: '',
        host: 'api',
        method: 'GET',
        path: `/${call}`,
        query: {},
        status: 200,
      });
    }
    const kept = journal.list();
    expect(kept).toHaveLength(10_000);
    expect(kept[0].path).toBe('/15000');
    expect(kept[9_999].path).toBe('/24999');
  });
});
