// Starting other programs, and making sure that they end.

import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ROOT } from './paths.mjs';

/** Ends a child and all that it started; on POSIX each child leads a group of its own. */
function signalGroup(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
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
 * @returns {{ child: import('node:child_process').ChildProcess, ended: Promise<number> }} `ended` gives the exit code
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
  const ended = new Promise((resolve, reject) => {
    child.once('error', error => {
      running.delete(child);
      reject(error);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      log?.end();
      resolve(code ?? (signal ? 128 : 1));
    });
  });
  return { child, ended };
}

/** Runs a program to its end and gives its exit code. */
export async function run(command, args, options) {
  return await start(command, args, options).ended;
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
    child =>
      new Promise(resolve => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        else child.once('close', resolve);
      }),
  );
  children.forEach(child => signalGroup(child, 'SIGTERM'));
  const timer = setTimeout(
    () => children.forEach(child => signalGroup(child, 'SIGKILL')),
    graceMs,
  );
  await Promise.all(gone);
  clearTimeout(timer);
}

/** Leaves no process behind, however this one is asked to end. */
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
}
