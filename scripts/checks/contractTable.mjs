// The page of the documentation that is made from the contract cases. That it
// is up to date is one of the contract tests.

import { inRoot } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

/** Writes the page anew. */
export async function writeContractTable({ node, env }) {
  return await run(
    node,
    [
      '--require',
      inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
      inRoot('test/contract/table/main.ts'),
    ],
    { cwd: inRoot('test'), env },
  );
}
