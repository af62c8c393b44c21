// The type check, and the API reports that show what a change does to the
// public faces of the packages.

import { inRoot } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

/** The packages whose public face is written down in a report.api.md. */
export const REPORTED_PACKAGES = [
  'packages/qualys-model',
  'packages/qualys-client',
  'plugins/qualys-common',
  'plugins/qualys-node',
];

const asResult = (suite, code) => ({
  suite,
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/** Compiles everything; the declarations that come out are what the API reports are made of. */
export async function compile({ node, env }) {
  return await run(
    node,
    [
      inRoot('node_modules/typescript/bin/tsc'),
      '--pretty',
      'false',
      '--incremental',
      'false',
    ],
    { env },
  );
}

/** Writes the API reports, or with `check` compares them with what is there. */
export async function apiReports({ node, env }, { check }) {
  return await run(
    node,
    [
      inRoot('node_modules/@backstage/repo-tools/bin/backstage-repo-tools'),
      'api-reports',
      // The packages of the monorepo resolve to each other's sources.
      '--omit-messages',
      'ae-wrong-input-file-type',
      ...(check ? ['--ci'] : []),
      ...REPORTED_PACKAGES,
    ],
    { env },
  );
}

export async function checkTypes(context) {
  const compiled = await compile(context);
  if (compiled !== 0) return [asResult('compiler', compiled)];
  return [
    asResult('compiler', compiled),
    asResult('API reports', await apiReports(context, { check: true })),
  ];
}
