import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoConnectors } from './demo';

const README = readFileSync(
  resolve(__dirname, '../../../README.md'),
  'utf8',
).replace(/ +/g, ' ');

describe('demoConnectors', () => {
  it.each(demoConnectors())('$name stands in the README', connector => {
    const { name, provider, account, state, errors, id } = connector;
    expect(README).toContain(
      `| \`${name}\` | ${provider} | \`${account}\` | \`${state}\` | ${errors} | \`${id}\` |`,
    );
  });

  it('gives other ids, and nothing else, for another seed', () => {
    const withoutIds = (seed: number) =>
      demoConnectors(seed).map(({ id: _, ...rest }) => rest);
    expect(withoutIds(2)).toEqual(withoutIds(1));
    const ids = [1, 2].flatMap(seed => demoConnectors(seed).map(d => d.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
