// `npm run fix`: mends what can be mended by itself: formatting, lint, API
// reports, and the page that is made from the contract cases.

import { writeContractTable } from './checks/contractTable.mjs';
import { apiReports, compile } from './checks/types.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';

const tools = await setUp();
const { node, env } = tools;
await run(
  node,
  [
    inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
    'repo',
    'lint',
    '--fix',
  ],
  { env },
);
await run(
  node,
  [
    inRoot('node_modules/prettier/bin-prettier.js'),
    '--write',
    '--loglevel',
    'warn',
    '.',
  ],
  { env },
);
await writeContractTable(tools);
if ((await compile(tools)) === 0) {
  await apiReports(tools, { check: false });
}
