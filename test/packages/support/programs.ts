import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../root';

const execute = promisify(execFile);

/** Where a program runs, and what it knows. */
export interface Setting {
  cwd: string;
  env?: Record<string, string>;
}

/**
 * Runs a Node program to its end.
 *
 * @returns what it printed
 * @throws Error that shows what it printed before it failed
 */
export async function runNode(
  args: string[],
  { cwd, env = {} }: Setting,
): Promise<string> {
  try {
    const { stdout } = await execute(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      maxBuffer: 32 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(
      `node ${args.join(' ')} failed in ${cwd}:\n${stdout}\n${stderr}`,
    );
  }
}

/** Runs npm: the one that runs these tests, or else the one on the path. */
export async function runNpm(args: string[], setting: Setting): Promise<void> {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) {
    await runNode([cli, ...args], setting);
  } else {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await execute(npm, args, { cwd: setting.cwd });
  }
}

/** Runs the Yarn of this repository, which set-up has brought. */
export async function runYarn(args: string[], setting: Setting): Promise<void> {
  const { packageManager } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const script = join(
    ROOT,
    '.tools',
    packageManager.replace('@', '-'),
    'node_modules/@yarnpkg/cli-dist/bin/yarn.js',
  );
  await runNode([script, ...args], setting);
}
