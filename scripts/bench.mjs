// `npm run bench -- NAME [--json FILE]`: one benchmark, its figures as rows.

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { endAll, endAllOnSignals, run } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';

const SUFFIX = '.bench.ts';

function parseArguments(args) {
  const names = readdirSync(inRoot('test/bench'))
    .filter(file => file.endsWith(SUFFIX))
    .map(file => file.slice(0, -SUFFIX.length));
  const flag = args.indexOf('--json');
  const json = flag === -1 ? undefined : args[flag + 1];
  if (flag !== -1 && !json) throw new Error('--json needs the name of a file');
  const [name, ...rest] = args.filter(
    (_, index) => flag === -1 || (index !== flag && index !== flag + 1),
  );
  if (
    !name ||
    rest.length ||
    !existsSync(inRoot('test/bench', `${name}${SUFFIX}`))
  ) {
    throw new Error(
      `${
        name ? `There is no benchmark ${[name, ...rest].join(' ')}. ` : ''
      }Name one: npm run bench -- NAME. There are: ${names.join(', ')}`,
    );
  }
  return {
    name,
    json: json && resolve(process.env.INIT_CWD ?? process.cwd(), json),
  };
}

let code = 1;
try {
  const { name, json } = parseArguments(process.argv.slice(2));
  endAllOnSignals();
  const { node, env } = await setUp();
  code = await withPostgres(postgres =>
    run(
      node,
      [
        '--expose-gc',
        '--require',
        inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
        inRoot('test/bench/main.ts'),
        inRoot('test/bench', `${name}${SUFFIX}`),
        ...(json ? [json] : []),
      ],
      { cwd: inRoot('test'), env: { ...env, ...postgres, TZ: 'UTC' } },
    ),
  );
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
} finally {
  await endAll();
}
process.exit(code);
