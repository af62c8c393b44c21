// The browser tests.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBuiltPortal } from '../lib/builtPortal.mjs';
import { inRoot, TOOLS } from '../lib/paths.mjs';
import { endAll, run } from '../lib/processes.mjs';

function count(report) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(
    readFileSync(report, 'utf8'),
  ).stats;
  // A test that passes only at the second try is a fault of the test or of the product.
  return {
    suite: 'browser',
    passed: expected,
    failed: unexpected + flaky,
    skipped,
  };
}

export async function checkE2e(context) {
  const report = join(TOOLS, 'reports', 'e2e.json');
  mkdirSync(join(TOOLS, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  try {
    const env = await startBuiltPortal(context);
    await run(
      context.node,
      [
        inRoot('node_modules/@playwright/test/cli.js'),
        'test',
        '--config',
        inRoot('test/e2e/playwright.config.ts'),
      ],
      { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    );
  } finally {
    await endAll();
  }
  return [count(report)];
}
