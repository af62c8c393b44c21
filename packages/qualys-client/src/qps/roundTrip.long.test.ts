import { HELD_IN_BOTH_FORMS } from './__testUtils__/objects';

const RUNS = 20_000;

describe('what is read from JSON and from XML, and what is written of it', () => {
  it.each(HELD_IN_BOTH_FORMS)('is the same %s', (_, holds) => {
    expect(() => holds(RUNS)).not.toThrow();
  });
});
