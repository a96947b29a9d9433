import { availableParallelism } from 'node:os';

// the SDK's word on Node's end of life is not for those who read test results
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }],
  },
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/generated/',
    '<rootDir>/cdktf.out/',
    '<rootDir>/.stryker-tmp/',
  ],
};

export default {
  // a busy machine takes its time to start a process
  testTimeout: 60_000,
  // one more than there are processors: a test waits often, for the pauses of the provider too
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/__tests__/slowest-first.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/__tests__/e2e/',
        '<rootDir>/__tests__/cdktn.test.ts',
      ],
    },
    {
      ...common,
      // what makes stacks, once more on CDK Terrain; generated.test.ts compares what that generates
      displayName: 'cdktn',
      testMatch: [
        '<rootDir>/__tests__/{cdktn,generated,index}.test.ts',
        '<rootDir>/__tests__/{generator,modules}/**/*.test.ts',
      ],
      // it makes none
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/generator/write.test.ts'],
      moduleNameMapper: { '^cdktf$': 'cdktn', '^@cdktf/(.*)$': '@cdktn/$1' },
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/__tests__/e2e/harness/global-setup.ts',
    },
  ],
};
