import { CONTRACT_CASES } from './cases';
import { CALLS, ODDITIES } from './inventory';
import {
  casesOfCall,
  casesOfOddity,
  contractTable,
} from './table/contractTable';
import { pageAsItIs } from './table/page';

const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => index + 1);

describe('the contract', () => {
  it('has cases with names of their own, each with a source', () => {
    const ids = CONTRACT_CASES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { sources } of CONTRACT_CASES) {
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('counts 25 calls and 74 oddities, each with its lines in the documents', () => {
    expect(CALLS.map(({ number }) => number)).toEqual(numbers(25));
    expect(ODDITIES.map(({ number }) => number)).toEqual(numbers(74));
    for (const { source } of [...CALLS, ...ODDITIES]) {
      expect(source.lines).toMatch(/^\d+(-\d+)?(, \d+(-\d+)?)*$/);
    }
  });

  it('knows every number that a case names', () => {
    for (const { calls = [], oddities = [] } of CONTRACT_CASES) {
      for (const number of calls) expect(numbers(25)).toContain(number);
      for (const number of oddities) expect(numbers(74)).toContain(number);
    }
  });

  it('shows every call in a case of its own', () => {
    const missing = CALLS.filter(
      ({ number }) =>
        !casesOfCall(number).some(
          ({ kind, outcome }) => kind === 'call' && 'value' in outcome,
        ),
    );
    expect(missing).toEqual([]);
  });

  it('shows every oddity in a case, or says why not', () => {
    const wrong = ODDITIES.filter(
      ({ number, withoutCase }) =>
        casesOfOddity(number).length > 0 === Boolean(withoutCase),
    );
    expect(wrong).toEqual([]);
  });

  it('is the one in the documentation; `npm run fix` writes it anew', () => {
    expect(pageAsItIs()).toBe(contractTable());
  });
});
