// `npm test`: everything that decides whether the project is sound.
//
//   npm test                     all parts but the long ones
//   npm test -- unit e2e         only these parts
//   npm run test:long            all parts, with the long matrices

import {
  checkContract,
  checkDocs,
  checkPackages,
  checkSync,
  checkUnit,
} from './checks/jest.mjs';
import { checkE2e, checkThemes } from './checks/e2e.mjs';
import { checkLint } from './checks/lint.mjs';
import { checkTypes } from './checks/types.mjs';
import { endAll, endAllOnSignals } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';

/**
 * The parts, in the order in which they run. Each gives the results of its
 * suites: `{ suite, passed, failed, skipped }`.
 */
const PARTS = {
  types: checkTypes,
  lint: checkLint,
  unit: checkUnit,
  contract: checkContract,
  docs: checkDocs,
  packages: checkPackages,
  sync: checkSync,
  e2e: checkE2e,
  themes: checkThemes,
};

/** Parts that run with `--long`, or when they are named. */
const LONG = ['themes'];

const say = text => process.stdout.write(`${text}\n`);

function parseArguments(args) {
  const long = args.includes('--long');
  const named = args.filter(argument => argument !== '--long');
  const unknown = named.filter(name => !(name in PARTS));
  if (unknown.length) {
    throw new Error(
      `There is no part ${unknown.join(', ')}. The parts are ${Object.keys(
        PARTS,
      ).join(', ')}.`,
    );
  }
  const all = Object.keys(PARTS).filter(name => long || !LONG.includes(name));
  return { long, names: named.length ? named : all };
}

/** Runs one part; a part that breaks down, or a suite in it that ran no test, counts as a failure. */
async function runPart(name, context) {
  const began = Date.now();
  let suites;
  try {
    suites = await PARTS[name](context);
  } catch (error) {
    say(`${name}: ${error.stack ?? error}`);
    suites = [{ suite: name, passed: 0, failed: 1, skipped: 0 }];
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  return suites.map(suite => {
    const ranNothing = suite.passed + suite.failed === 0;
    return {
      ...suite,
      part: name,
      seconds,
      failed: ranNothing ? 1 : suite.failed,
      note: ranNothing ? 'ran no test' : '',
    };
  });
}

function summary(results) {
  say('\nSummary');
  for (const {
    part,
    suite,
    passed,
    failed,
    skipped,
    seconds,
    note,
  } of results) {
    const counts = `${passed} passed, ${failed} failed${
      skipped ? `, ${skipped} skipped` : ''
    }`;
    say(
      `  ${part.padEnd(9)} ${suite.padEnd(16)} ${counts}${
        note ? ` (${note})` : ''
      }, ${seconds} s`,
    );
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

async function main() {
  const { long, names } = parseArguments(process.argv.slice(2));
  endAllOnSignals();
  const tools = await setUp();
  const env = {
    ...tools.env,
    CI: '1',
    TZ: 'UTC',
  };
  const results = [];
  for (const name of names) {
    say(`\n── ${name} ──`);
    results.push(...(await runPart(name, { ...tools, env, long })));
  }
  return summary(results);
}

let sound = false;
try {
  sound = await main();
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
} finally {
  await endAll();
}
process.exit(sound ? 0 : 1);
