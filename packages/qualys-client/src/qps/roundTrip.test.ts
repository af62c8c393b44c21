import { HELD_IN_BOTH_FORMS } from './__testUtils__/objects';

// More than 10,000 for all objects together; roundTrip.long.test.ts does more.
const RUNS = 1_300;

describe('what is read from JSON and from XML, and what is written of it', () => {
  it.each(HELD_IN_BOTH_FORMS)('is the same %s', (_, holds) => {
    expect(() => holds(RUNS)).not.toThrow();
  });
});
