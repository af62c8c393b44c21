import { globSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../../root';
import { runNode, runYarn } from './programs';

const OF_THE_ROOT = [
  'package.json',
  'yarn.lock',
  '.yarnrc.yml',
  '.yarn/install-state.gz',
  'backstage.json',
];

const BIN = join(ROOT, 'node_modules');

/**
 * A copy of the workspace with the sources of some packages: Yarn writes into
 * the package.json of what it packs, and builds leave files behind.
 */
async function copyWorkspace(copy: string, packages: string[]): Promise<void> {
  const manifests = globSync('{packages/*,plugins/*,test}/package.json', {
    cwd: ROOT,
  });
  const sources = packages.flatMap(name =>
    ['src', 'README.md', '.eslintrc.js'].map(
      file => `packages/${name}/${file}`,
    ),
  );
  for (const file of [...OF_THE_ROOT, ...manifests, ...sources]) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await cp(join(ROOT, file), join(copy, file), { recursive: true });
  }
  await symlink(BIN, join(copy, 'node_modules'), 'junction');
}

/** Has TypeScript write the declarations that a build takes its types from. */
async function declareTypes(copy: string, packages: string[]): Promise<void> {
  const entry = (name: string) => `./packages/${name}/src/index.ts`;
  const config = {
    extends: '@backstage/cli/config/tsconfig.json',
    files: packages.map(entry),
    compilerOptions: {
      outDir: 'dist-types',
      rootDir: '.',
      // Else they would be found where node_modules leads: not in the copy.
      paths: Object.fromEntries(packages.map(name => [name, [entry(name)]])),
    },
  };
  await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(config));
  await runNode([join(BIN, 'typescript/bin/tsc')], { cwd: copy });
}

/**
 * Builds and packs packages as they are published, without touching the
 * working tree.
 *
 * @param packages - their names
 * @param folder - an empty folder to work in
 * @returns the packed archives
 */
export async function packPackages(
  packages: string[],
  folder: string,
): Promise<string[]> {
  const copy = join(folder, 'workspace');
  await copyWorkspace(copy, packages);
  await declareTypes(copy, packages);
  return await Promise.all(
    packages.map(async name => {
      const cwd = join(copy, 'packages', name);
      const archive = join(folder, `${name}.tgz`);
      const cli = join(BIN, '@backstage/cli/bin/backstage-cli');
      await runNode([cli, 'package', 'build'], { cwd });
      await runYarn(['pack', '--out', archive], { cwd });
      return archive;
    }),
  );
}
