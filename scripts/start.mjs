// `npm start`: the demo, from an empty machine to a portal in the browser.
// `--verbose` shows what the three programs print.

import { startApp, startBackend, startSimulator } from './lib/portal.mjs';
import { requireFreePorts } from './lib/ports.mjs';
import { endAll, endAllOnSignals } from './lib/processes.mjs';
import { readSettings } from './lib/settings.mjs';
import { setUp } from './lib/setup.mjs';

const verbose = process.argv.includes('--verbose');
const say = text => process.stdout.write(`${text}\n`);

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
  endAllOnSignals(() => say('\nEnding …'));
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
        startBackend({ node, env, verbose, url: settings.backend.url }),
      );
    })(),
    add(
      `  The app is built`,
      startApp({ node, env, verbose, url: settings.app.url }),
    ),
  ]);

  say(`
  The portal is ready: ${settings.app.url}

  Sign in by choosing who you want to be; there is no password. Begin as the
  Payments engineer: open the service Checkout and look for Qualys. Then sign
  out under Settings and come back as the Platform engineer: the page Qualys
  in the sidebar shows every connector and the claim that waits for you.

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
  process.stderr.write(`\n${error.message}\n`);
  await endAll();
  process.exit(1);
}
