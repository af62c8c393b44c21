// The built app, as the backend serves it. It is built again only when
// something that goes into it has changed.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, TOOLS } from './paths.mjs';
import { capture } from './processes.mjs';

/** What ends up in the app's bundle. */
const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'packages/qualys-model/src',
  'plugins/qualys/src',
  'plugins/qualys-common/src',
];
const FILES = ['app-config.yaml', 'packages/app/package.json', 'yarn.lock'];

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  const paths = [
    ...FILES.map(file => inRoot(file)),
    ...SOURCES.flatMap(folder => [...filesBelow(inRoot(folder))].sort()),
  ];
  for (const path of paths) {
    hash.update(`${path.slice(inRoot().length)}\n`);
    hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Builds the app where it is not built already. */
export async function buildApp({ node, env }) {
  const stamp = join(TOOLS, 'app-build-fingerprint');
  const now = fingerprint();
  const built = existsSync(inRoot('packages/app/dist/index.html'));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stdout.write('Building the app …\n');
  await capture(
    node,
    [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: inRoot('packages/app'), env: { ...env, NODE_ENV: 'production' } },
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
