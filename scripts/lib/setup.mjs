// Makes the machine ready: a supported Node, Yarn and the packages.
//
// Each step looks first and does nothing when there is nothing to do. A step
// that is interrupted leaves nothing that a later one would take for finished:
// downloads go to a folder of their own that is renamed at the end, and the
// stamp of the packages is written last.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, ROOT, TOOLS } from './paths.mjs';
import { capture, run } from './processes.mjs';

const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const YARN_VERSION = manifest.packageManager.split('@')[1];
const SUPPORTED_NODES = manifest.engines.node
  .split('||')
  .map(part => Number(part.trim()));
const OWN_NODE = Math.max(...SUPPORTED_NODES);

const say = text => process.stdout.write(`${text}\n`);

/** npm as it runs this script, or the one on the path. */
async function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) {
    return await capture(process.execPath, [cli, ...args]);
  }
  return await capture(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** Installs one npm package into a folder of `.tools`, whole or not at all. */
async function installTool(folder, spec) {
  const target = join(TOOLS, folder);
  if (existsSync(target)) return { path: target, installed: false };
  mkdirSync(TOOLS, { recursive: true });
  const unfinished = join(TOOLS, `.${folder}-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  try {
    await npm([
      'install',
      '--prefix',
      unfinished,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      spec,
    ]);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return { path: target, installed: true };
}

/** Removes what interrupted downloads left behind. */
function removeUnfinished() {
  if (!existsSync(TOOLS)) return;
  for (const name of readdirSync(TOOLS)) {
    const owner = /^\..*-(\d+)$/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) {
      rmSync(join(TOOLS, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The folder that holds `include/node`, for packages that are compiled; none where it is not known. */
function headersOf(nodeBinary, toolFolder) {
  const beside = dirname(dirname(nodeBinary));
  if (existsSync(join(beside, 'include', 'node'))) return beside;
  if (!toolFolder) return undefined;
  const inner = join(toolFolder, 'node_modules', 'node', 'node_modules');
  const found = existsSync(inner)
    ? readdirSync(inner).find(name =>
        existsSync(join(inner, name, 'include', 'node')),
      )
    : undefined;
  return found && join(inner, found);
}

async function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (SUPPORTED_NODES.includes(major)) {
    say(`[1/3] Node ${process.versions.node}: fine`);
    return { binary: process.execPath, headers: headersOf(process.execPath) };
  }
  const folder = `node-${OWN_NODE}`;
  if (!existsSync(join(TOOLS, folder))) {
    say(
      `[1/3] Node ${
        process.versions.node
      } is not one that Backstage supports (${SUPPORTED_NODES.join(
        ', ',
      )}): getting Node ${OWN_NODE}, for this project only`,
    );
  }
  const { path } = await installTool(folder, `node@${OWN_NODE}`);
  const bin = join(path, 'node_modules', 'node', 'bin');
  const binary = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  const version = (await capture(binary, ['--version'])).trim();
  say(`[1/3] Node ${version.slice(1)}, the project's own: fine`);
  return { binary, headers: headersOf(binary, path) };
}

async function ensureYarn() {
  const folder = `yarn-${YARN_VERSION}`;
  if (!existsSync(join(TOOLS, folder)))
    say(`[2/3] Getting Yarn ${YARN_VERSION}`);
  const { path } = await installTool(
    folder,
    `@yarnpkg/cli-dist@${YARN_VERSION}`,
  );
  say(`[2/3] Yarn ${YARN_VERSION}: fine`);
  return join(path, 'node_modules', '@yarnpkg', 'cli-dist', 'bin', 'yarn.js');
}

/** The environment in which everything else runs: the chosen Node first on the path, npm's registry for Yarn. */
async function environment(node) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const env = {
    ...process.env,
    PATH: [
      dirname(node.binary),
      inRoot('node_modules', '.bin'),
      process.env.PATH,
    ].join(separator),
    YARN_ENABLE_TELEMETRY: '0',
    BACKSTAGE_CLI_TELEMETRY: 'false',
  };
  // Leftovers of the npm that runs this script would mislead node-gyp.
  if (node.headers) env.npm_config_nodedir = node.headers;
  else delete env.npm_config_nodedir;
  return env;
}

/** What npm is configured to reach, told to Yarn, which does not read npm's configuration. */
async function registryEnvironment() {
  const values = JSON.parse(
    await npm(['config', 'list', '--json']).then(text =>
      text.slice(text.indexOf('{')),
    ),
  );
  const env = {};
  if (values.registry && !process.env.YARN_NPM_REGISTRY_SERVER) {
    env.YARN_NPM_REGISTRY_SERVER = values.registry.replace(/\/+$/, '');
    if (env.YARN_NPM_REGISTRY_SERVER.startsWith('http://')) {
      env.YARN_UNSAFE_HTTP_WHITELIST = new URL(values.registry).hostname;
    }
  }
  if (values.proxy) env.YARN_HTTP_PROXY = values.proxy;
  if (values['https-proxy']) env.YARN_HTTPS_PROXY = values['https-proxy'];
  if (values.cafile) env.YARN_HTTPS_CA_FILE_PATH = values.cafile;
  return env;
}

/** A fingerprint of all that decides what `yarn install` would do. */
function fingerprint(node) {
  const hash = createHash('sha256');
  hash.update(`${node.binary}\n${YARN_VERSION}\n`);
  const files = [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    'test/package.json',
  ];
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(inRoot(folder)).sort()) {
      files.push(join(folder, name, 'package.json'));
    }
  }
  for (const file of files) {
    if (!existsSync(inRoot(file))) continue;
    hash.update(`${file}\n`);
    hash.update(readFileSync(inRoot(file)));
  }
  return hash.digest('hex');
}

/** Passes on the headings of Yarn's steps, and keeps the rest for the case that it fails. */
function yarnReporter() {
  const lines = [];
  const began = Date.now();
  return {
    lines,
    onLine(line) {
      lines.push(line);
      const step = /┌ (.*)$/.exec(line)?.[1];
      if (step)
        say(`      ${step} (${Math.round((Date.now() - began) / 1000)} s)`);
    },
  };
}

async function ensurePackages(node, yarn, env) {
  const stamp = inRoot('node_modules', '.setup-fingerprint');
  const before = fingerprint(node);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === before) {
    say('[3/3] Packages: fine');
    return;
  }
  say(
    '[3/3] Installing the packages (the first time about a minute or two, and 3 GiB of disk)',
  );
  const reporter = yarnReporter();
  const code = await run(node.binary, [yarn, 'install'], {
    env: { ...env, ...(await registryEnvironment()), FORCE_COLOR: '0' },
    onLine: reporter.onLine,
  });
  if (code !== 0) {
    throw new Error(
      `yarn install ended with code ${code}. Its last lines:\n${reporter.lines
        .slice(-40)
        .join('\n')}`,
    );
  }
  writeFileSync(stamp, fingerprint(node));
  say('[3/3] Packages: fine');
}

/**
 * Brings everything that the project needs onto this machine.
 *
 * @returns {Promise<{ node: string, yarn: string, env: NodeJS.ProcessEnv }>} the Node binary to run things with,
 *   Yarn's script, and the environment for both
 */
export async function setUp() {
  process.chdir(ROOT);
  removeUnfinished();
  const node = await ensureNode();
  const yarn = await ensureYarn();
  const env = await environment(node);
  await ensurePackages(node, yarn, env);
  return { node: node.binary, yarn, env };
}
