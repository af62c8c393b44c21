// ESLint with Backstage's rules, and the formatting.

import { inRoot } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

export async function checkLint({ node, env }) {
  const checks = [
    [
      'ESLint',
      [
        inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
        'repo',
        'lint',
        '--max-warnings',
        '0',
      ],
    ],
    [
      'formatting',
      [
        inRoot('node_modules/prettier/bin-prettier.js'),
        '--check',
        '--loglevel',
        'warn',
        '.',
      ],
    ],
  ];
  const results = [];
  for (const [suite, args] of checks) {
    const code = await run(node, args, { env });
    results.push({
      suite,
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      skipped: 0,
    });
  }
  return results;
}
