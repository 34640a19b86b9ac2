import { defineConfig } from 'vitest/config';

/** As a project of somebody else has it. */
export default defineConfig({ test: { globalSetup: '@godwit/testing/global-setup', include: ['*.spec.ts'] } });
