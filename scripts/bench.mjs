// `npm run bench -- NAME [PART …] [--json FILE]`: one benchmark, or parts of it, its figures as rows.

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBuiltPortal } from './lib/builtPortal.mjs';
import { inRoot } from './lib/paths.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { endAll, endAllOnSignals, run } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';

const SUFFIX = '.bench.ts';

/** The benchmarks that look at a running portal with a browser. */
const IN_BROWSER = ['page'];

function parseArguments(args) {
  const names = readdirSync(inRoot('test/bench'))
    .filter(file => file.endsWith(SUFFIX))
    .map(file => file.slice(0, -SUFFIX.length));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'string' } },
  });
  const [name, ...parts] = positionals;
  if (!name || !existsSync(inRoot('test/bench', `${name}${SUFFIX}`))) {
    throw new Error(
      `${
        name ? `There is no benchmark ${name}. ` : ''
      }Name one: npm run bench -- NAME. There are: ${names.join(', ')}`,
    );
  }
  return {
    name,
    parts,
    json:
      values.json &&
      resolve(process.env.INIT_CWD ?? process.cwd(), values.json),
  };
}

let code = 1;
try {
  const { name, parts, json } = parseArguments(process.argv.slice(2));
  endAllOnSignals();
  const { node, env } = await setUp();
  const portal = IN_BROWSER.includes(name)
    ? await startBuiltPortal({ node, env })
    : {};
  code = await withPostgres(postgres =>
    run(
      node,
      [
        '--expose-gc',
        '--require',
        inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
        inRoot('test/bench/main.ts'),
        inRoot('test/bench', `${name}${SUFFIX}`),
        ...parts,
        ...(json ? ['--json', json] : []),
      ],
      {
        cwd: inRoot('test'),
        env: { ...env, ...postgres, ...portal, TZ: 'UTC' },
      },
    ),
  );
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
} finally {
  await endAll();
}
process.exit(code);
