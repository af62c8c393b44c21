// The unit and integration tests of all packages, the contract tests, those of
// the documentation, of the packages as they are published, and of a sync as a
// whole.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, TOOLS } from '../lib/paths.mjs';
import { withPostgres } from '../lib/postgres.mjs';
import { run } from '../lib/processes.mjs';

const CLI = inRoot('node_modules/@backstage/cli/bin/backstage-cli');
const REPORTS = join(TOOLS, 'reports');

/** Runs Jest through Backstage's CLI and reads what it counted. */
async function jest(suite, { node, env, long }, { cwd, args, ignore = [] }) {
  mkdirSync(REPORTS, { recursive: true });
  const report = join(REPORTS, `${suite}.json`);
  rmSync(report, { force: true });
  const ignored = [
    '/node_modules/',
    ...ignore,
    ...(long ? [] : ['\\.long\\.test\\.']),
  ];
  const code = await run(
    node,
    [
      CLI,
      ...args,
      '--watchAll=false',
      '--maxWorkers=2',
      '--testPathIgnorePatterns',
      ...ignored,
      '--json',
      `--outputFile=${report}`,
    ],
    { cwd, env },
  );
  const counted = JSON.parse(readFileSync(report, 'utf8'));
  const brokenSuites = counted.numRuntimeErrorTestSuites;
  // Jest may fail for a reason that is no test, such as an open handle.
  const otherFailure =
    code !== 0 && counted.numFailedTests + brokenSuites === 0 ? 1 : 0;
  return {
    suite,
    passed: counted.numPassedTests,
    failed: counted.numFailedTests + brokenSuites + otherFailure,
    skipped: counted.numPendingTests + counted.numTodoTests,
  };
}

export async function checkUnit(context) {
  return await withPostgres(async postgres => [
    await jest(
      'unit',
      { ...context, env: { ...context.env, ...postgres } },
      { args: ['repo', 'test'], ignore: [`${inRoot('test')}/`] },
    ),
  ]);
}

export async function checkContract(context) {
  return [
    await jest('contract', context, {
      cwd: inRoot('test'),
      args: ['package', 'test', `${inRoot('test', 'contract')}/`],
    }),
  ];
}

export async function checkDocs(context) {
  return [
    await jest('docs', context, {
      cwd: inRoot('test'),
      args: ['package', 'test', `${inRoot('test', 'docs')}/`],
    }),
  ];
}

export async function checkPackages(context) {
  return [
    await jest('packages', context, {
      cwd: inRoot('test'),
      args: ['package', 'test', `${inRoot('test', 'packages')}/`],
    }),
  ];
}

export async function checkSync(context) {
  return await withPostgres(async postgres => [
    await jest(
      'sync',
      { ...context, env: { ...context.env, ...postgres } },
      {
        cwd: inRoot('test'),
        args: ['package', 'test', `${inRoot('test', 'sync')}/`],
      },
    ),
  ]);
}
