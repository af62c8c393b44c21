// `npm start`: the demo, from an empty machine to a portal in the browser.
//
//   --verbose   shows what the three programs print
//   --watch     starts the backend anew when its code changes

import { startApp, startBackend, startSimulator } from './lib/portal.mjs';
import { requireFreePorts } from './lib/ports.mjs';
import { endAll, endAllOnSignals } from './lib/processes.mjs';
import { readSettings } from './lib/settings.mjs';
import { setUp } from './lib/setup.mjs';

const OPTIONS = ['--verbose', '--watch'];
const options = process.argv.slice(2);
const verbose = options.includes('--verbose');
const watch = options.includes('--watch');
const say = text => process.stdout.write(`${text}\n`);
const isEnding = endAllOnSignals(() => say('\nEnding …'));

const HOW_TO_BEGIN = {
  simulated: `Sign in by choosing who you want to be; there is no password. Begin as the
  Payments engineer: open the service Checkout and look for Qualys. Then sign
  out (under Settings, in the menu beside your name) and come back as the
  Platform engineer: the page Qualys in the sidebar shows every connector and
  the claim that waits for you.`,
  real: `Sign in as the Platform engineer; there is no password. The page Qualys in
  the sidebar shows every connector once the first sync has ended, and under
  Syncs how far it is.`,
};

function refuseUnknownOptions() {
  const unknown = options.filter(option => !OPTIONS.includes(option));
  if (unknown.length) {
    throw new Error(
      `There is no option ${unknown.join(', ')}. The options are ${OPTIONS.join(
        ', ',
      )}.`,
    );
  }
}

function wantedPorts({ app, backend, simulator }) {
  const wanted = [
    {
      port: app.port,
      use: 'the app',
      setting: 'app.baseUrl (and backend.cors.origin)',
    },
    {
      port: backend.port,
      use: 'the backend',
      setting: 'backend.listen.port (and backend.baseUrl)',
    },
  ];
  for (const [host, port] of Object.entries(simulator?.ports ?? {})) {
    const setting =
      host === 'control'
        ? `qualys.subscriptions.${simulator.subscription}.urls (the control port is the next one after them)`
        : `qualys.subscriptions.${simulator.subscription}.urls.${host}`;
    wanted.push({ port, use: `the simulated Qualys (${host})`, setting });
  }
  return wanted;
}

async function main() {
  refuseUnknownOptions();
  const { node, env } = await setUp();
  const settings = await readSettings();
  await requireFreePorts(wantedPorts(settings));

  const began = Date.now();
  const programs = [];
  const add = async (text, starting) => {
    const program = await starting;
    programs.push(program);
    say(`${text} (${Math.round((Date.now() - began) / 1000)} s)`);
  };
  say('Starting the simulated Qualys, the backend and the app …');
  // The app does not need the backend to be built, so both begin at once.
  await Promise.all([
    (async () => {
      if (settings.simulator) {
        await add(
          `  Qualys is simulated at http://127.0.0.1:${settings.simulator.ports.cloudView}`,
          startSimulator({
            node,
            env,
            verbose,
            ports: settings.simulator.ports,
          }),
        );
      }
      await add(
        `  The backend answers at ${settings.backend.url}`,
        startBackend({ node, env, verbose, watch, url: settings.backend.url }),
      );
    })(),
    add(
      `  The app is built`,
      startApp({ node, env, verbose, url: settings.app.url }),
    ),
  ]);

  say(`
  The portal is ready: ${settings.app.url}

  ${settings.simulator ? HOW_TO_BEGIN.simulated : HOW_TO_BEGIN.real}

  Ctrl-C ends everything.
`);

  const first = await Promise.race(
    programs.map(program => program.ended.then(() => program)),
  );
  throw first.failure();
}

try {
  await main();
} catch (error) {
  // Once somebody has asked for the end, programs that end are no news.
  if (!isEnding()) {
    process.stderr.write(`\n${error.message}\n`);
    await endAll();
    process.exit(1);
  }
}
