// The browser tests, and those that are run again with light and dark swapped.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBuiltPortal } from '../lib/builtPortal.mjs';
import { inRoot, TOOLS } from '../lib/paths.mjs';
import { endAll, run } from '../lib/processes.mjs';

function count(suite, report) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(
    readFileSync(report, 'utf8'),
  ).stats;
  // A test that passes only at the second try is a fault of the test or of the product.
  return {
    suite,
    passed: expected,
    failed: unexpected + flaky,
    skipped,
  };
}

/** Runs a project of Playwright's configuration on a portal of its own. */
async function runProject(project, context) {
  const report = join(TOOLS, 'reports', `${project}.json`);
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
        '--project',
        project,
      ],
      { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    );
  } finally {
    await endAll();
  }
  return [count(project, report)];
}

export const checkE2e = context => runProject('browser', context);

export const checkThemes = context => runProject('themes-swapped', context);
