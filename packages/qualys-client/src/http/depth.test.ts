import fc from 'fast-check';
import { isDeeperThan } from './depth';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the depth of JSON', () => {
  it('is that of the value, whatever its strings hold', () => {
    fc.assert(
      fc.property(
        fc.json({ depthSize: 'large', stringUnit: 'grapheme' }),
        fc.integer({ min: 0, max: 6 }),
        (text, levels) => {
          expect(isDeeperThan(text, levels)).toBe(
            depthOf(JSON.parse(text)) > levels,
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it.each(['"\\"[[["', '"\\\\"', '["\\\\\\"[", "{"]'])(
    'takes no bracket in a string for one: %s',
    text => {
      JSON.parse(text);
      expect(isDeeperThan(text, 1)).toBe(false);
    },
  );

  it('ends with a text that does not', () => {
    expect(isDeeperThan(`["${'\\"['.repeat(100_000)}`, 1)).toBe(false);
    expect(isDeeperThan('['.repeat(1_000_000), 100)).toBe(true);
  });

  it('costs less than parsing', () => {
    const connector = {
      connectorId: '00000000-0000-0000-0000-000000000001',
      name: 'Connector "one"',
      arn: 'arn:aws:iam::012345678901:role/Qualys',
      groups: [{ name: 'A', uuid: 'b'.repeat(36) }],
      pollingFrequency: { hours: 4, minutes: 0 },
    };
    const text = JSON.stringify(Array(6_000).fill(connector));
    expect(text.length).toBeGreaterThan(1_400_000);
    const best = (run: () => void) => {
      const times = Array.from({ length: 7 }, () => {
        const before = performance.now();
        run();
        return performance.now() - before;
      });
      return Math.min(...times);
    };
    const parsing = best(() => JSON.parse(text));
    const checking = best(() => isDeeperThan(text, 100));
    expect(checking).toBeLessThan(parsing);
  });
});
