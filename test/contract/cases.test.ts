import { CONTRACT_CASES } from './cases';

describe('the contract', () => {
  it('has cases with names of their own, each with a source', () => {
    const ids = CONTRACT_CASES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(20);
    for (const { sources } of CONTRACT_CASES) {
      expect(sources.length).toBeGreaterThan(0);
    }
  });
});
