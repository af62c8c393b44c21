import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { request } from 'undici';
import { basic } from '../__testUtils__/platform';

const BIN = resolve(__dirname, '../../bin/qualys-simulator');
const ANY_PORTS = [
  '--api-port=0',
  '--gateway-port=0',
  '--cloudview-port=0',
  '--control-port=0',
];

const children: ChildProcess[] = [];

function run(...args: string[]) {
  const child = spawn(process.execPath, [BIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

async function started(...args: string[]) {
  const child = run(...args);
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    if (output.includes('Sign in')) break;
  }
  return { child, output };
}

async function failed(...args: string[]) {
  const child = run(...args);
  const [message, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { message, code };
}

describe('qualys-simulator', () => {
  jest.setTimeout(60_000);

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it is, answers there, and ends on %s',
    async signal => {
      const { child, output } = await started(
        ...ANY_PORTS,
        '--connectors=17',
        '--seed=7',
      );
      const url = (name: string) =>
        new RegExp(`${name} +(http://127\\.0\\.0\\.1:\\d+)`).exec(output)![1];
      expect(output).toContain('demo_qs, password: demo-password');
      expect(url('API server')).not.toBe(url('Gateway'));

      const health = await request(`${url('Control')}/health`);
      expect(await health.body.json()).toMatchObject({
        connectors: 17,
        seed: 7,
      });
      const version = await request(
        `${url('API server')}/qps/rest/portal/version`,
        {
          headers: basic({ username: 'demo_qs', password: 'demo-password' }),
        },
      );
      await version.body.dump();
      expect(version.statusCode).toBe(200);

      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      await expect(request(url('CloudView'))).rejects.toMatchObject({
        code: 'ECONNREFUSED',
      });
    },
  );

  it('takes other credentials and does not show their password', async () => {
    const { output } = await started(
      ...ANY_PORTS,
      '--username=acme_ab',
      '--password=hush',
    );
    expect(output).toContain('acme_ab');
    expect(output).not.toContain('hush');
  });

  it('names the port that is taken and its option', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { message, code } = await failed(
      ...ANY_PORTS,
      `--cloudview-port=${port}`,
    );
    expect(message.trim()).toBe(
      `Port ${port} on 127.0.0.1 is in use already; choose another one with --cloudview-port <port>.`,
    );
    expect(code).toBe(1);
    other.close();
  });

  it.each([
    [['--connectors=many'], '--connectors'],
    [['--seed=-1'], '--seed'],
    [['--api-port=70000'], '--api-port'],
    [['--settle-seconds=1.5'], '--settle-seconds'],
    [['--colour=red'], '--colour'],
    [['--host=192.0.2.1', ...ANY_PORTS], '192.0.2.1'],
  ])('refuses %j', async (args, named) => {
    const { message, code } = await failed(...args);
    expect(message).toContain(named);
    expect(message).not.toContain('    at ');
    expect(code).toBe(1);
  });
});
