// Starting other programs, and making sure that they end.

import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ROOT } from './paths.mjs';

/**
 * Ends a child and all that it started; on POSIX each child leads a group of
 * its own, which may live on when the child itself has ended.
 */
function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

const running = new Set();

/**
 * Starts a program in a process group of its own.
 *
 * @param {string} command - the program
 * @param {string[]} args - its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, logFile?: string }} options -
 *   `onLine` gets each line of both outputs, `logFile` all of them; without either the output goes to the terminal
 * @returns {{ child: import('node:child_process').ChildProcess, exited: Promise<number>, closed: Promise<number> }}
 *   the exit code, once when the program itself has ended, and once when nothing that it started can print any more
 */
export function start(command, args, options = {}) {
  const captured = Boolean(options.onLine || options.logFile);
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: options.env ?? process.env,
    detached: process.platform !== 'win32',
    stdio: captured
      ? ['ignore', 'pipe', 'pipe']
      : ['ignore', 'inherit', 'inherit'],
  });
  running.add(child);
  const log = options.logFile ? createWriteStream(options.logFile) : undefined;
  if (captured) {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        log?.write(`${line}\n`);
        options.onLine?.(line);
      });
    }
  }
  const code = (exitCode, signal) => exitCode ?? (signal ? 128 : 1);
  const exited = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...how) => resolve(code(...how)));
  });
  const closed = new Promise((resolve, reject) => {
    child.once('error', error => {
      running.delete(child);
      reject(error);
    });
    child.once('close', (...how) => {
      running.delete(child);
      log?.end();
      resolve(code(...how));
    });
  });
  // Whoever waits for one of them is told; nobody has to wait for both.
  exited.catch(() => {});
  closed.catch(() => {});
  return { child, exited, closed };
}

/** Runs a program to its end and gives its exit code. */
export async function run(command, args, options) {
  return await start(command, args, options).closed;
}

/** Runs a program to its end and gives what it printed; throws with its last lines when it failed. */
export async function capture(command, args, options = {}) {
  const lines = [];
  const code = await run(command, args, {
    ...options,
    onLine: line => lines.push(line),
  });
  if (code !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} ended with code ${code}:\n${lines
        .slice(-30)
        .join('\n')}`,
    );
  }
  return lines.join('\n');
}

/** Asks every program that is still running to end, and makes it end where it does not within the grace period. */
export async function endAll(graceMs = 8_000) {
  const children = [...running];
  const gone = children.map(
    child => new Promise(resolve => child.once('close', resolve)),
  );
  children.forEach(child => signalGroup(child, 'SIGTERM'));
  const timer = setTimeout(
    () => children.forEach(child => signalGroup(child, 'SIGKILL')),
    graceMs,
  );
  await Promise.all(gone);
  clearTimeout(timer);
}

/**
 * Leaves no process behind, however this one is asked to end.
 *
 * @param {(signal: string) => void} [onSignal] - called once, before anything is ended
 * @returns {() => boolean} whether this process has been asked to end
 */
export function endAllOnSignals(onSignal) {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (ending) return;
      ending = true;
      onSignal?.(signal);
      await endAll();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
  return () => ending;
}
