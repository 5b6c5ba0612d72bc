/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  rootDir: '.',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFilesAfterEnv: ['<rootDir>/test/equality.ts'],
  globalSetup: '<rootDir>/test/servers/start.js',
  globalTeardown: '<rootDir>/test/servers/stop.js',
  testTimeout: 300000,
  // Modules of finished specs stay in memory: a process that has grown makes way for a new one.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
