// Backstage's own Jest configuration looks for tests in `src`; these stand in
// `contract`, `docs`, `packages` and `sync`. Everything else is as it is there.
const path = require('node:path');

const swc = require.resolve('@backstage/cli/config/jestSwcTransform');
const node = { module: { ignoreDynamic: true, exportInteropAnnotation: true } };
const parsed = syntax => ({ ...node, jsc: { parser: { syntax } } });

module.exports = {
  rootDir: __dirname,
  roots: ['contract', 'docs', 'packages', 'sync'].map(folder =>
    path.join(__dirname, folder),
  ),
  displayName: 'qualys-tests',
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.(mjs|cjs|js)$': [swc, parsed('ecmascript')],
    '\\.ts$': [swc, parsed('typescript')],
  },
  transformIgnorePatterns: ['/node_modules/(?:jest-.*|typescript)/'],
};
