import { type CheckResult, type CheckSettings, runChecks, titleOf } from '@godwit/verify';
import { test as base, describe, expect } from 'vitest';
import { mutations } from '../src/mutations/index.ts';
import { type HeadDatabase, withHead } from './head-database.ts';

export type System = keyof typeof mutations;

export const SETTINGS: CheckSettings = {
  placeholders: {},
  searchPath: 'public',
  writes: true,
  lockTimeoutMs: null,
  statementTimeoutMs: null,
};

/** `test` with one database for the file: what a test changes, it rolls back. */
export const test = base.extend<{ $file: { head: HeadDatabase } }>({
  head: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from this pattern
    async ({}, use) => {
      await withHead(use);
    },
    { scope: 'file' },
  ],
});

/**
 * Tests for each mutation of a system that exactly its checks fail. It and the checks are in one transaction, which is rolled back; what they
 * leave behind all the same is swept up, so that the last finds the tables as small as the first.
 */
export function tryMutations(system: System): void {
  describe(`${system}: a change of the schema does not go unnoticed`, () => {
    test.for(mutations[system])('$name', async ({ sql, caught }, { head: { database, checks } }) => {
      const { client, connect } = database;
      await client.query('begin');
      await client.query(sql);
      const ours = checks.filter(({ file }) => file.system === system);
      const results = await runChecks({ checks: ours, client, connect, settings: SETTINGS, within: 'savepoint' });
      await client.query('rollback');
      expect(failuresOf(results)).toEqual(caught.toSorted());
    });
  });
}

/** In order of their names. */
export function failuresOf(results: readonly CheckResult[]): readonly string[] {
  return results
    .filter(({ outcome }) => outcome.state === 'failed' || outcome.state === 'error')
    .map(({ check }) => titleOf(check))
    .toSorted();
}
