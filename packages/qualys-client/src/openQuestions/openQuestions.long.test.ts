import { PROMISES } from './__testUtils__/promises';
import { ALL_TOGETHER } from './__testUtils__/questions';
import { setUpWorld } from './__testUtils__/world';

describe('whatever Qualys does of all that the documents leave open', () => {
  const world = setUpWorld();

  it.each(PROMISES)(
    '$name',
    async ({ dialects, holds }) => {
      for (const behaviours of ALL_TOGETHER) {
        for (const dialect of dialects) {
          const kept = world.where(behaviours, dialect, holds);
          await expect(kept).resolves.toBeUndefined();
        }
      }
    },
    600_000,
  );
});
