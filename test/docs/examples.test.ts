import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root';
import { codeOf } from './codeOf';

const OWNERSHIP =
  'plugins/qualys-backend/src/ownership/__testUtils__/ourOwnership.ts';
const CONNECTORS =
  'plugins/catalog-backend-module-qualys/src/__testUtils__/ourConnectors.ts';
const POLICY = 'packages/backend/src/permissionPolicy/__testUtils__';

/**
 * Pages whose examples are sources, compiled and tested where they stand, with
 * those sources in the order of the page.
 */
const EXAMPLES: [page: string, sources: string[]][] = [
  ['docs/catalog.md', [OWNERSHIP, CONNECTORS]],
  [
    'docs/events.md',
    ['plugins/qualys-backend/src/events/__testUtils__/tellAboutErrors.ts'],
  ],
  [
    'docs/permissions.md',
    ['showToOwners.ts', 'leaveToOwners.ts', 'leaveToRequesters.ts'].map(
      file => `${POLICY}/${file}`,
    ),
  ],
  ['plugins/qualys-node/README.md', [OWNERSHIP]],
];

describe('the documentation', () => {
  it.each(EXAMPLES)(
    'shows in %s what is compiled and tested, and no other code',
    async (page, sources) => {
      const code = await Promise.all(
        sources.map(source => readFile(join(ROOT, source), 'utf8')),
      );
      expect(await codeOf(page, 'ts')).toEqual(code);
    },
  );
});
