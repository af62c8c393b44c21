// The few settings of app-config.yaml that the scripts themselves need.

import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const isObject = value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lays one configuration over another, as Backstage does: objects are merged, everything else is replaced. */
function overlay(below, above) {
  if (!isObject(below) || !isObject(above)) return above;
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    merged[key] = key in below ? overlay(below[key], value) : value;
  }
  return merged;
}

const isLoopback = hostname =>
  hostname === 'localhost' ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);

function portOf(key, url) {
  try {
    const { port, protocol } = new URL(url);
    return Number(port) || (protocol === 'https:' ? 443 : 80);
  } catch {
    throw new Error(
      `${key} in the configuration is not an address: ${url}. It should look like http://localhost:3000`,
    );
  }
}

/**
 * Backstage leaves out a value whose variable is not set, and what stands in
 * the file below comes through: the demo's password, for example, on its way
 * to a real Qualys.
 */
function requireVariables(file, text) {
  const named = [...text.matchAll(/^[^#\n]*?\$\{(\w+)\}/gm)].map(
    match => match[1],
  );
  const missing = [...new Set(named)].filter(name => !process.env[name]);
  if (missing.length) {
    throw new Error(
      `${file} needs the environment ${
        missing.length > 1 ? 'variables' : 'variable'
      } ${missing.join(', ')}, which ${
        missing.length > 1 ? 'are' : 'is'
      } not set.`,
    );
  }
}

/** The browser refuses what the backend sends to an app of another address. */
function requireOrigin(appUrl, origin) {
  const allowed = [origin].flat().filter(Boolean);
  if (allowed.length && !allowed.includes(appUrl.replace(/\/$/, ''))) {
    throw new Error(
      `app.baseUrl is ${appUrl}, but backend.cors.origin is ${allowed.join(
        ', ',
      )}: nobody could sign in. Give both the same address.`,
    );
  }
}

/**
 * Reads app-config.yaml and, where there is one, app-config.local.yaml.
 *
 * @returns {Promise<{ app: { url: string, port: number }, backend: { url: string, port: number },
 *   simulator?: { subscription: string, ports: { api: number, gateway: number, cloudView: number, control: number } } }>}
 *   `simulator` only where a subscription's Qualys is on this machine
 * @throws Error naming the key, when something would keep the demo from working
 */
export async function readSettings() {
  const { parse } = await import('yaml');
  let config = {};
  for (const file of ['app-config.yaml', 'app-config.local.yaml']) {
    if (existsSync(inRoot(file))) {
      const text = readFileSync(inRoot(file), 'utf8');
      requireVariables(file, text);
      config = overlay(config, parse(text) ?? {});
    }
  }
  const appUrl = config.app.baseUrl;
  requireOrigin(appUrl, config.backend.cors?.origin);
  const listen = config.backend.listen;
  const settings = {
    app: { url: appUrl, port: portOf('app.baseUrl', appUrl) },
    backend: {
      url: config.backend.baseUrl,
      port: Number(
        isObject(listen) ? listen.port : `${listen}`.split(':').pop(),
      ),
    },
  };
  for (const [id, subscription] of Object.entries(
    config.qualys?.subscriptions ?? {},
  )) {
    const { urls } = subscription;
    if (!urls || !isLoopback(new URL(urls.cloudView).hostname)) continue;
    const ports = {};
    for (const host of ['api', 'gateway', 'cloudView']) {
      ports[host] = portOf(
        `qualys.subscriptions.${id}.urls.${host}`,
        urls[host],
      );
    }
    // The control port is not Qualys' own, so no setting of the product names it.
    ports.control = Math.max(...Object.values(ports)) + 1;
    settings.simulator = { subscription: id, ports };
    break;
  }
  return settings;
}
