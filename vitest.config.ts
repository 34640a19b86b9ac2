import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const packages = [
  'diagnostics',
  'postgres',
  'embedded',
  'history',
  'catalog',
  'migrator',
  'lint',
  'doctor',
  'embeddings',
  'testing',
  'difference',
  'drift',
  'authoring',
  'backfill',
  'verify',
  'cli',
  'queries',
];
const projects = [
  ...packages.map((name) => ({ name, root: `packages/${name}` })),
  { name: 'app-migrate', root: 'apps/migrate' },
  { name: 'app-backfill', root: 'apps/backfill' },
  { name: 'app-verify', root: 'apps/verify' },
  { name: 'patterns', root: 'examples/patterns' },
  { name: 'bench', root: 'tooling/bench' },
  { name: 'build', root: 'tooling/build' },
];

export default defineConfig({
  test: {
    globalSetup: './packages/testing/src/global-setup.ts',
    reporters: ['default', './tooling/vitest/src/summary-reporter.ts'],
    silent: 'passed-only',
    // A machine that several jobs share stalls now and then; a test that needs its second try is shown as such.
    retry: process.env.CI ? 1 : 0,
    // A test waits for its server most of the time.
    maxWorkers: availableParallelism() + 1,
    // Commands that tests start as processes of their own: what one has compiled the next one reads.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    // A file finds the modules that the file before it has loaded; what it changes outside of itself it puts back.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: projects.map(({ name, root }) => ({
      extends: true,
      test: { name, root, include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
    })),
  },
});
