// The demo as it is built for production: the app, served by the backend, with
// the simulated Qualys behind it, each in a process of its own, as in a real
// portal, and a browser to look at it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './appBuild.mjs';
import { findBrowser } from './browser.mjs';
import { inRoot, TOOLS } from './paths.mjs';
import { startBackend, startSimulator } from './portal.mjs';
import { freePorts } from './ports.mjs';

/** Lays addresses of its own over the demo's configuration. */
function writeConfig(backendUrl, backendPort, ports) {
  const file = join(TOOLS, 'app-config.e2e.json');
  const config = {
    app: { baseUrl: backendUrl },
    backend: {
      baseUrl: backendUrl,
      listen: { port: backendPort, host: '127.0.0.1' },
      cors: { origin: backendUrl },
    },
    qualys: {
      subscriptions: {
        main: {
          urls: {
            api: `http://127.0.0.1:${ports.api}`,
            gateway: `http://127.0.0.1:${ports.gateway}`,
            cloudView: `http://127.0.0.1:${ports.cloudView}`,
          },
        },
      },
    },
  };
  mkdirSync(TOOLS, { recursive: true });
  writeFileSync(file, JSON.stringify(config, undefined, 2));
  return file;
}

/**
 * Starts it on free ports; `endAll` ends it.
 *
 * @returns the environment of what looks at it: where it is, and the browser
 */
export async function startBuiltPortal(context) {
  const browser = await findBrowser(context);
  await buildApp(context);
  const [backendPort, api, gateway, cloudView, control] = await freePorts(5);
  const ports = { api, gateway, cloudView, control };
  const url = `http://localhost:${backendPort}`;
  await startSimulator({ ...context, ports });
  await startBackend({
    ...context,
    url,
    configFiles: [
      inRoot('app-config.yaml'),
      writeConfig(url, backendPort, ports),
    ],
  });
  return {
    ...browser.env,
    PORTAL_URL: url,
    SIMULATOR_CONTROL_URL: `http://127.0.0.1:${control}`,
    BROWSER_PATH: browser.path,
  };
}
