/** Jest runs the TypeScript sources; packages resolve to each other's sources by the `shipworthy-source` condition. */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/packages', '<rootDir>/rules', '<rootDir>/scripts'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.system\\.test\\.ts$'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  // A limit against what hangs, not against a busy machine.
  testTimeout: 60_000,
  // Modules of tests are never let go of by the process that ran them: after a while another one takes its place.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['shipworthy-source', 'node', 'node-addons'] },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
};
