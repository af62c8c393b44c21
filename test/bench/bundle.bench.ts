/*
 * How much code the plugin brings into a browser: what is loaded with the
 * portal, and what each card and page loads when it is shown, in kilobytes
 * after gzip, against all code of the plugin. The packages of others that a
 * portal has anyway (React, Material UI, Backstage's own) do not count.
 */
import { build, type Metafile, type Plugin } from 'esbuild';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figures';

const PLUGIN = resolve(__dirname, '../../plugins/qualys');
const OWN = /^(\.|backstage-plugin-qualys|qualys-model)/;
// What the plugin brings with it, since portals do not have it.
const BROUGHT = /^(react-hook-form|@hookform\/resolvers|zod)(\/|$)/;

/** Leaves out what every portal has. */
const withoutPortal: Plugin = {
  name: 'without-portal',
  setup(build_) {
    build_.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || OWN.test(path) || BROUGHT.test(path)
        ? undefined
        : { path, external: true },
    );
  },
};

type Output = Metafile['outputs'][string];

/** What a chunk brings with it that is loaded at the same time, itself included. */
function loadedWith(outputs: Metafile['outputs'], path: string): Set<string> {
  const loaded = new Set<string>();
  const add = (chunk: string) => {
    if (loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const each of outputs[chunk].imports) {
      if (each.kind === 'import-statement' && !each.external) add(each.path);
    }
  };
  add(path);
  return loaded;
}

/** The figures of an entry of the plugin. */
async function figuresOf(entry: string): Promise<Figure[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: PLUGIN,
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    jsx: 'automatic',
    target: 'es2022',
    loader: { '.svg': 'dataurl' },
    outdir: 'dist-bench',
    write: false,
    metafile: true,
    plugins: [withoutPortal],
  });
  const { outputs } = metafile;
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [
      path.slice(PLUGIN.length + 1),
      gzipSync(contents).length / 1000,
    ]),
  );
  const sizeOf = (chunks: Iterable<string>) =>
    [...chunks].reduce((sum, chunk) => sum + sizes.get(chunk)!, 0);
  const all = sizeOf(sizes.keys());

  const isEntry = ([, { entryPoint }]: [string, Output]) =>
    entryPoint === entry;
  const [main] = Object.entries(outputs).find(isEntry)!;
  const eager = loadedWith(outputs, main);
  const lazy = Object.entries(outputs)
    .filter(([path, { entryPoint }]) => entryPoint && path !== main)
    .map(([path, { entryPoint }]) => ({
      name: basename(entryPoint!).replace(/\.tsx?$/, ''),
      folder: entryPoint!,
      size: sizeOf(
        [...loadedWith(outputs, path)].filter(chunk => !eager.has(chunk)),
      ),
    }))
    .sort((a, b) => a.folder.localeCompare(b.folder));
  const figure = (what: string, value: number): Figure => ({
    what,
    unit: 'kB',
    value,
    baseline: all,
  });
  return [
    figure(
      'loaded with the portal, against all code of the plugin',
      sizeOf(eager),
    ),
    ...lazy.map(({ folder, size }) =>
      figure(`loaded for ${folder.replace(/^src\//, '')}`, size),
    ),
  ];
}

/** The benchmark. */
export async function* run(): AsyncGenerator<Figure[]> {
  yield figuresOf('src/index.ts');
}
