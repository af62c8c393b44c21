import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DEFAULT_CREDENTIALS } from 'qualys-simulator';

const BIN = require.resolve('qualys-simulator/bin/qualys-simulator');

/**
 * A simulator in a process of its own, so that its work does not count as that
 * of the client.
 *
 * @param args - what its command line is given besides its ports
 */
export async function startSimulatorProcess(args: string[] = []) {
  const ports = ['api', 'gateway', 'cloudview', 'control'].flatMap(name => [
    `--${name}-port`,
    '0',
  ]);
  const child = spawn(process.execPath, [BIN, ...ports, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const urls: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, url] = /^ +(\w[\w ]*?) +(http\S+)$/.exec(line) ?? [];
    if (name) urls[name] = url;
    if (urls.Control) break;
  }
  if (!urls.Control) throw new Error('The simulator did not start');
  return {
    urls: {
      api: urls['API server'],
      gateway: urls.Gateway,
      cloudView: urls.CloudView,
    },
    control: urls.Control,
    credentials: { ...DEFAULT_CREDENTIALS },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
