// The three programs of the demo: the simulated Qualys, the backend and the app.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, TOOLS } from './paths.mjs';
import { start } from './processes.mjs';

const LOGS = join(TOOLS, 'logs');

/** A line of the log about a request, of which there are many while a program is waited for. */
const REQUEST = /incomingRequest/;

/** How Backstage says that a plugin did not start, which does not end the backend by itself. */
const STARTUP_FAILURE =
  /((?:Plugin|Module) '.*threw an error during startup.*)/;

/** A line without colours and without the fields that Backstage's logger adds. */
const plain = line =>
  line.replace(/\x1b\[[0-9;]*m/g, '').replace(/ type="initialization".*$/, '');

/**
 * Starts one program, keeps its log in a file and its last lines at hand, and
 * waits until it answers.
 */
function program(name, { node, args, cwd, env, verbose }) {
  mkdirSync(LOGS, { recursive: true });
  const logFile = join(LOGS, `${name}.log`);
  const lastLines = [];
  let brokenBy;
  const { child, exited } = start(node, args, {
    cwd,
    env,
    logFile,
    onLine: line => {
      brokenBy ??= STARTUP_FAILURE.exec(plain(line))?.[1];
      if (!REQUEST.test(line)) lastLines.push(line);
      if (lastLines.length > 40) lastLines.shift();
      if (verbose) process.stdout.write(`${name} | ${line}\n`);
    },
  });
  let endedWith;
  const end = exited.then(code => {
    endedWith = code;
    return code;
  });
  const failure = () =>
    new Error(
      `The ${name} ended by itself with code ${endedWith}. Its last lines (all of them: ${logFile}):\n${lastLines.join(
        '\n',
      )}`,
    );
  return {
    name,
    child,
    logFile,
    ended: end,
    failure,
    /** Resolves when the check passes; throws when the program ends first or the time is up. */
    async ready(check, timeoutMs) {
      const until = Date.now() + timeoutMs;
      while (Date.now() < until) {
        if (brokenBy) {
          throw new Error(`The ${name} does not start. ${brokenBy}`);
        }
        if (endedWith !== undefined) throw failure();
        if (await check()) return;
        await Promise.race([
          end,
          new Promise(resolve => setTimeout(resolve, 250)),
        ]);
      }
      throw new Error(
        `The ${name} was not ready after ${
          timeoutMs / 1000
        } seconds. Its last lines (all of them: ${logFile}):\n${lastLines.join(
          '\n',
        )}`,
      );
    },
  };
}

/** Whether an address answers with a success. */
export async function answersWell(url, headers = {}) {
  try {
    const answer = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(5_000),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Starts the simulated Qualys and waits for it. */
export async function startSimulator({ node, env, verbose, ports }) {
  const simulator = program('simulator', {
    node,
    env,
    verbose,
    args: [
      inRoot('packages/qualys-simulator/bin/qualys-simulator'),
      '--api-port',
      `${ports.api}`,
      '--gateway-port',
      `${ports.gateway}`,
      '--cloudview-port',
      `${ports.cloudView}`,
      '--control-port',
      `${ports.control}`,
    ],
  });
  await simulator.ready(
    () => answersWell(`http://127.0.0.1:${ports.control}/health`),
    60_000,
  );
  return simulator;
}

/** Starts the backend and waits until somebody can sign in, which needs the catalog to have read its people. */
export async function startBackend({
  node,
  env,
  verbose,
  url,
  configFiles = [],
  watch = false,
}) {
  const transform = inRoot(
    'node_modules/@backstage/cli/config/nodeTransform.cjs',
  );
  const config = configFiles.flatMap(file => ['--config', file]);
  const backend = program('backend', {
    node,
    verbose,
    cwd: inRoot('packages/backend'),
    env: { ...env, NODE_ENV: 'development' },
    args: watch
      ? [
          inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
          'package',
          'start',
          ...config,
        ]
      : ['--require', transform, 'src/index.ts', ...config],
  });
  await backend.ready(
    () =>
      answersWell(`${url}/api/auth/demo/refresh`, {
        'x-demo-persona': 'guest',
      }),
    180_000,
  );
  return backend;
}

/** Starts the app's development server and waits until it has built the app once. */
export async function startApp({ node, env, verbose, url }) {
  const app = program('app', {
    node,
    verbose,
    cwd: inRoot('packages/app'),
    env: { ...env, BROWSER: 'none', NODE_ENV: 'development' },
    args: [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
    ],
  });
  await app.ready(() => answersWell(url), 240_000);
  return app;
}
