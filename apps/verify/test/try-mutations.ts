import type { Client } from '@godwit/postgres';
import { testServer } from '@godwit/postgres/testing';
import { type Check, type CheckResult, type CheckSettings, runChecks, titleOf } from '@godwit/verify';
import { test as base, describe, expect } from 'vitest';
import { mutations } from '../src/mutations/index.ts';
import type { Mutation } from '../src/mutations/mutation.ts';
import { type HeadDatabase, withHead } from './head-database.ts';
import { lockedAfter } from './locked-after.ts';

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

/** Tests for each mutation of a system that exactly its checks fail. */
export function tryMutations(system: keyof typeof mutations): void {
  describe(`${system}: a change of the schema does not go unnoticed`, () => {
    test.for(mutations[system])('$name', async (mutation, { head }) => {
      const ours = head.checks.filter(({ file }) => file.system === system);
      const chosen = testServer().embedded ? affordable(ours, mutation.caught) : await concerned(ours, mutation, head.database.client);
      expect(await failuresAfter(mutation.sql, head, chosen)).toEqual(mutation.caught.toSorted());
    });
  });
}

/** What reaches a check in another way than through a relation that it works with. */
const FAR_REACHING = /\b(?:function|schema|extension|role|owner)\b/i;

/** All but those that make hundreds of rows, for an index, in relations that the mutation has nothing to do with: they cannot come out differently. */
async function concerned(checks: readonly Check[], { sql, caught }: Mutation, client: Client): Promise<readonly Check[]> {
  const changed = await lockedAfter(client, [sql]);
  if (changed.size === 0 || FAR_REACHING.test(sql)) return checks;
  const chosen: Check[] = [];
  for (const check of checks) {
    const isOfIndex = check.expects.kind === 'uses index' && !caught.includes(titleOf(check));
    if (!isOfIndex || [...(await relationsOf(check, client))].some((relation) => changed.has(relation))) chosen.push(check);
  }
  return chosen;
}

/** Of checks of the database of this file. */
const known = new WeakMap<Check, ReadonlySet<string>>();

async function relationsOf(check: Check, client: Client): Promise<ReadonlySet<string>> {
  const relations =
    known.get(check) ?? (await lockedAfter(client, ['set local search_path to public', ...check.statements.map(({ text }) => text)]));
  known.set(check, relations);
  return relations;
}

/** Which checks fail after a change of the schema, by name; both are made in one transaction, which is rolled back. */
export async function failuresAfter(sql: string, { database }: HeadDatabase, checks: readonly Check[]): Promise<readonly string[]> {
  const { client, connect } = database;
  await client.query('begin');
  try {
    await client.query(sql);
    return failuresOf(await runChecks({ checks, client, connect, settings: SETTINGS, within: 'savepoint' }));
  } finally {
    await client.query('rollback');
  }
}

export function failuresOf(results: readonly CheckResult[]): readonly string[] {
  return results
    .filter(({ outcome }) => outcome.state === 'failed' || outcome.state === 'error')
    .map(({ check }) => titleOf(check))
    .toSorted();
}

/**
 * All of them on a real server. The embedded one takes too long over those that make hundreds of rows: there only `needed` and those that read
 * are made a hundred times over; that the others pass on an untouched database is a test of its own.
 */
export function affordable(checks: readonly Check[], needed: readonly string[] = []): readonly Check[] {
  return testServer().embedded ? checks.filter((check) => !check.writes || needed.includes(titleOf(check))) : checks;
}
