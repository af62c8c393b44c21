// A browser for the tests. On Linux it comes in an npm package; elsewhere, or
// where another one is wanted, CHROMIUM_PATH names it.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, TOOLS } from './paths.mjs';
import { capture, run } from './processes.mjs';

const UNPACK = `
  import chromium from ${JSON.stringify(
    inRoot('node_modules/@sparticuz/chromium/build/index.js'),
  )};
  console.log(await chromium.executablePath());
`;

const starts = async (path, env) =>
  (await run(path, ['--version'], { env, onLine: () => {} })) === 0;

/**
 * Unpacks the browser, once.
 *
 * @returns {Promise<{ path: string, env: NodeJS.ProcessEnv }>} the program, and the environment that it needs
 */
export async function findBrowser({ node, env }) {
  if (process.env.CHROMIUM_PATH) {
    if (!existsSync(process.env.CHROMIUM_PATH)) {
      throw new Error(
        `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist`,
      );
    }
    return { path: process.env.CHROMIUM_PATH, env };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser that comes with the packages is for Linux on x86-64. Set CHROMIUM_PATH to a Chromium or Chrome of this machine.',
    );
  }
  const folder = join(TOOLS, 'chromium');
  mkdirSync(folder, { recursive: true });
  const unpackEnv = { ...env, TMPDIR: folder };
  const unpack = async more =>
    (
      await capture(node, ['--input-type=module', '--eval', UNPACK], {
        env: { ...unpackEnv, ...more },
      })
    )
      .trim()
      .split('\n')
      .pop();
  const path = await unpack({});
  if (await starts(path, env)) return { path, env };
  // The machine lacks libraries that the package brings for bare systems.
  await unpack({ AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  const bareEnv = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  if (await starts(path, bareEnv)) return { path, env: bareEnv };
  throw new Error(
    'The browser that comes with the packages does not start on this machine. Set CHROMIUM_PATH to a Chromium or Chrome of this machine.',
  );
}
