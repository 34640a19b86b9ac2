import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Says at the end of a run which tests were skipped, by name and count, and why; with GODWIT_TEST_SUMMARY writes the counts
 * as JSON to that file.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    const brokenModules = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    ).length;
    if (process.env.GODWIT_TEST_SUMMARY) {
      const summary = { passed: count('passed'), failed: count('failed') + brokenModules, skipped: skipped.length };
      writeFileSync(process.env.GODWIT_TEST_SUMMARY, JSON.stringify(summary));
    }
    if (skipped.length === 0) return;
    process.stdout.write(`\n${skipped.length} tests did not run: they need what this run does not have (mostly a real PostgreSQL)\n`);
    for (const test of skipped) process.stdout.write(`  · ${test.module.relativeModuleId}  ${test.fullName}\n`);
    process.stdout.write('next: GODWIT_TEST_DATABASE_URL=postgres://… pnpm test, or start Docker\n');
  }
}
