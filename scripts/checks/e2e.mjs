// The browser tests: the built app, served by the backend, with the simulated
// Qualys behind it, each in a process of its own, as in a real portal.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../lib/appBuild.mjs';
import { findBrowser } from '../lib/browser.mjs';
import { inRoot, TOOLS } from '../lib/paths.mjs';
import { startBackend, startSimulator } from '../lib/portal.mjs';
import { freePorts } from '../lib/ports.mjs';
import { endAll, run } from '../lib/processes.mjs';

/** Lays the test's addresses over the demo's configuration. */
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

function count(report) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(
    readFileSync(report, 'utf8'),
  ).stats;
  // A test that passes only at the second try is a fault of the test or of the product.
  return {
    suite: 'browser',
    passed: expected,
    failed: unexpected + flaky,
    skipped,
  };
}

export async function checkE2e(context) {
  const browser = await findBrowser(context);
  await buildApp(context);
  const [backendPort, api, gateway, cloudView, control] = await freePorts(5);
  const ports = { api, gateway, cloudView, control };
  const url = `http://localhost:${backendPort}`;
  const config = writeConfig(url, backendPort, ports);
  const report = join(TOOLS, 'reports', 'e2e.json');
  mkdirSync(join(TOOLS, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  try {
    await startSimulator({ ...context, ports });
    await startBackend({
      ...context,
      url,
      configFiles: [inRoot('app-config.yaml'), config],
    });
    await run(
      context.node,
      [
        inRoot('node_modules/@playwright/test/cli.js'),
        'test',
        '--config',
        inRoot('test/e2e/playwright.config.ts'),
      ],
      {
        env: {
          ...browser.env,
          PORTAL_URL: url,
          SIMULATOR_CONTROL_URL: `http://127.0.0.1:${control}`,
          BROWSER_PATH: browser.path,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      },
    );
  } finally {
    await endAll();
  }
  return [count(report)];
}
