import { spawn, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';

const PROGRAM = require.resolve('./backendProgram');
// Tests start it hundreds of times, and compile it once.
const COMPILED = join(tmpdir(), 'backstage-qualys-compiled');
const TYPESCRIPT = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** A backend with the plugin in it, in a process of its own, so that it can die. */
export interface BackendProcess {
  /** Its process id, as it stands behind the host in the record of the runs. */
  pid: number;
  get(path: string): request.Test;
  /** Asks for a sync now. */
  syncNow(): request.Test;
  signal(signal: NodeJS.Signals): void;
  /** Kills it, where it lives, and waits until it is gone. */
  kill(): Promise<void>;
  /** Lets it die at a point of the next provisioning: see {@link createDeathPoint}. */
  dieAt(nth: number): Promise<void>;
  /** Whether it has died. */
  isGone(): boolean;
}

// Whatever compiles the program's modules says things, too.
async function heardBy(child: ChildProcess, nth: number): Promise<void> {
  for await (const [said] of on(child, 'message')) {
    if (said?.nth === nth) return;
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    const [, port] = /^listening on (\d+)$/.exec(line) ?? [];
    if (port) return Number(port);
    said.push(line);
  }
  throw new Error(`The backend did not start:\n${said.join('\n')}`);
}

/** How another process reaches the same database. */
export function configOf(knex: Knex): Knex.Config {
  const { client, connection } = knex.client.config;
  // Knex keeps it where no copy takes it along.
  return {
    client,
    connection: { ...connection, password: connection.password },
  };
}

/**
 * Starts a backend on a database; one of PostgreSQL may be used by others, too.
 *
 * @param more.qualys - more of the `qualys` configuration
 * @param more.entities - what is in the catalog
 * @param more.task - the only task that it runs, which it does all the time; all of them by their schedules unless given
 */
export async function startBackendProcess(
  database: Knex.Config,
  subscriptions: JsonObject,
  more: { qualys?: JsonObject; entities?: Entity[]; task?: string } = {},
): Promise<BackendProcess> {
  const child = spawn(process.execPath, ['--require', TYPESCRIPT, PROGRAM], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: COMPILED,
      QUALYS_TEST_BACKEND: JSON.stringify({
        database,
        subscriptions,
        ...more,
      }),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const port = await portOf(child);
  // What it says from now on is of no interest, but has to go somewhere.
  child.stdout!.resume();
  const url = `http://127.0.0.1:${port}/api/qualys/v1`;
  return {
    pid: child.pid!,
    get: path => request(url).get(path),
    syncNow: () => request(url).post('/subscriptions/main/sync'),
    signal: signal => child.kill(signal),
    async dieAt(nth) {
      const heard = heardBy(child, nth);
      child.send({ nth });
      await heard;
    },
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
