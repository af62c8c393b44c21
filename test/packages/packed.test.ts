import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { codeOf } from '../docs/codeOf';
import { ROOT } from '../root';
import { CERTIFICATE } from './support/certificate';
import { packPackages } from './support/pack';
import { runNode, runNpm } from './support/programs';
import { standInFor } from './support/qualysHosts';

// What the samples of the READMEs take for granted.
const AROUND = `
import type * as client from 'qualys-client';
import type * as model from 'qualys-model';

declare global {
  const createQualysClient: typeof client.createQualysClient;
  const QualysError: typeof client.QualysError;
  const qualys: client.QualysClient;
  const credentials: client.QualysCredentials;
  const connector: model.AwsConnector;
  const rows: model.SecurityHubRow[];
  const changedRow: model.SecurityHubRow;
}
`;

const TYPED = `
import { createQualysClient, QualysError, type QualysClient } from 'qualys-client';
import { connectorState, type AwsConnector } from 'qualys-model';

export async function look(qualys: QualysClient): Promise<string[]> {
  const names: string[] = [];
  for await (const connector of qualys.cloudConnectors.aws.list({ pageSize: 10 })) {
    const aws: AwsConnector = connector;
    names.push(\`\${aws.name} \${connectorState(aws)}\`);
  }
  return names;
}

export function kindOf(error: unknown): string {
  return error instanceof QualysError ? error.kind : 'other';
}

// @ts-expect-error a misspelt option
createQualysClient({ platform: 'US2', credentials: { username: 'a', pasword: 'b' } });
// @ts-expect-error an id that is no text
export const run = (qualys: QualysClient) => qualys.cloudConnectors.aws.run(7);
`;

// Each test starts programs; a busy machine takes its time for them.
jest.setTimeout(60_000);

describe('the packed client and model, without Backstage', () => {
  let work: string;
  let bare: string;
  let simulator: Simulator;
  let hosts: Awaited<ReturnType<typeof standInFor>>;

  const write = (name: string, text: string) =>
    writeFile(join(bare, name), text);

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'qualys-packages-'));
    bare = join(work, 'bare');
    const archives = await packPackages(
      ['qualys-model', 'qualys-client'],
      work,
    );
    await rm(join(work, 'workspace'), { recursive: true });
    await runNpm(
      [
        'install',
        '--prefix',
        bare,
        '--no-audit',
        '--no-fund',
        '--prefer-offline',
        ...archives,
        '@types/node@22',
      ],
      { cwd: work },
    );
    simulator = await startSimulator({
      connectors: 0,
      credentials: { username: 'acme_ab1', password: 'right' },
    });
    for (const [name, awsAccountId] of [
      ['Webshop', '012345678901'],
      ['Payments', '111111111111'],
    ]) {
      simulator.control.addConnector({ provider: 'AWS', name, awsAccountId });
    }
    const { api, gateway, cloudView } = simulator.urls;
    hosts = await standInFor({
      'qualysapi.qg2.apps.qualys.com': api,
      'gateway.qg2.apps.qualys.com': gateway,
      'qualysguard.qg2.apps.qualys.com': cloudView,
    });
  }, 300_000);

  afterAll(async () => {
    await hosts?.stop();
    await simulator?.stop();
    await rm(work, { recursive: true, force: true });
  });

  it('run the ten lines of the README, which need nothing else', async () => {
    const [lines] = await codeOf('packages/qualys-client/README.md', 'js');
    expect(lines.split('\n').filter(line => line.trim())).toHaveLength(10);
    await write('readme.mjs', lines);
    await write('qualys.pem', CERTIFICATE);

    const printed = await runNode(['readme.mjs'], {
      cwd: bare,
      env: {
        QUALYS_PASSWORD: 'right',
        HTTPS_PROXY: hosts.proxy,
        NODE_EXTRA_CA_CERTS: join(bare, 'qualys.pem'),
      },
    });

    expect(printed.trim().split('\n').sort()).toEqual([
      'Payments 111111111111',
      'Webshop 012345678901',
    ]);
  });

  it('bring no package of Backstage', async () => {
    const installed = await readdir(join(bare, 'node_modules'), {
      recursive: true,
    });
    expect(installed).toContain(join('qualys-client', 'package.json'));
    expect(installed.filter(path => path.includes('@backstage'))).toEqual([]);
  });

  it.each([
    [
      'ES modules',
      'load.mjs',
      `import { createQualysClient } from 'qualys-client';
       import { connectorState } from 'qualys-model';
       console.log(typeof createQualysClient, typeof connectorState);`,
    ],
    [
      'CommonJS',
      'load.cjs',
      `const { createQualysClient } = require('qualys-client');
       const { connectorState } = require('qualys-model');
       console.log(typeof createQualysClient, typeof connectorState);`,
    ],
  ])('load as %s', async (_, file, source) => {
    await write(file, source);
    expect(await runNode([file], { cwd: bare })).toBe('function function\n');
  });

  it.each(['nodenext', 'bundler'])(
    'have types that hold, as do the samples of their READMEs (module resolution: %s)',
    async moduleResolution => {
      const samples = await Promise.all(
        ['qualys-client', 'qualys-model'].map(name =>
          codeOf(`packages/${name}/README.md`, 'ts'),
        ),
      );
      for (const code of samples) expect(code).not.toEqual([]);
      const files: Record<string, string> = {
        'around.d.mts': AROUND,
        'typed.mts': TYPED,
      };
      for (const [number, code] of samples.flat().entries()) {
        files[`sample${number}.mts`] = `${code}\nexport {};\n`;
      }
      for (const [name, text] of Object.entries(files)) await write(name, text);
      const options = {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'es2022',
        lib: ['es2022', 'esnext.disposable'],
        types: ['node'],
        moduleResolution,
        module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
      };
      await write(
        'tsconfig.json',
        JSON.stringify({ compilerOptions: options, files: Object.keys(files) }),
      );
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
      expect(await runNode([tsc], { cwd: bare })).toBe('');
    },
  );
});
