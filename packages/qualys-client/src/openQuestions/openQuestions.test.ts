import { PROMISES } from './__testUtils__/promises';
import { ANSWERS } from './__testUtils__/questions';
import { setUpWorld, type Dialect } from './__testUtils__/world';

const both: readonly Dialect[] = ['json', 'xml'];

describe('where the documents leave open what Qualys does', () => {
  const world = setUpWorld();

  describe.each(ANSWERS)('and it is that $name', answer => {
    it('the platform does so', () =>
      world.where(answer.behaviours, 'json', async platform => {
        expect(await answer.seen(platform)).toBe(answer.answer);
      }));

    it.each(
      PROMISES.flatMap(promise =>
        both
          .filter(dialect => promise.dialects.includes(dialect))
          .map(dialect => ({ ...promise, dialect })),
      ),
    )('$name ($dialect)', async ({ dialect, holds }) => {
      const kept = world.where(answer.behaviours, dialect, holds);
      await expect(kept).resolves.toBeUndefined();
    });
  });
});
