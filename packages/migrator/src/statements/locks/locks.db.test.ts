import { readFileSync } from 'node:fs';
import { serverVersion } from '@godwit/postgres';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { parseStatements } from '../parse-statements.ts';
import { LOCK_CASES } from '../testing/lock-cases.ts';
import { observe, relationsOf } from '../testing/observe-locks.ts';
import type { LockClaim } from './lock-claim.ts';
import { locksOf } from './locks-of.ts';

const fixture = readFileSync(new URL('../testing/lock-fixture.sql', import.meta.url), 'utf8');

async function claimsOf(sql: string): Promise<readonly LockClaim[]> {
  const { statements, problem } = await parseStatements(sql);
  expect(problem).toBeNull();
  return statements.flatMap((statement) => locksOf(statement));
}

test('every rule says what a server does: modes, rewrites, scans', async () => {
  await withDatabase(async ({ client }) => {
    await client.query(fixture);
    const before = await relationsOf(client);
    const version = await serverVersion(client);
    const tables = new Set(before.filter(({ kind }) => kind === 'r').map(({ name }) => name));
    // Indexes and sequences of a table follow it; only those that a statement names are claimed.
    const followers = new Set(before.filter(({ kind }) => 'iISc'.includes(kind)).map(({ name }) => name));
    const lockable = new Set(before.filter(({ kind }) => kind !== 'c').map(({ name }) => name));
    for (const { sql, also = {}, untold = {}, untoldFrom18 = {}, absent = [] } of LOCK_CASES) {
      const claims = (await claimsOf(sql)).filter(({ object }) => !absent.includes(object.name));
      const { modes, rewritten, scanned } = await observe(client, before, sql);
      const claimed = claims.filter(({ object }) => lockable.has(object.name)).map(({ object, mode }) => [object.name, mode]);
      const expected = { ...Object.fromEntries(claimed), ...also, ...untold, ...(version >= 180_000 ? untoldFrom18 : {}) };
      const seen = Object.fromEntries(Object.entries(modes).filter(([name]) => name in expected || !followers.has(name)));
      expect.soft(seen, sql).toEqual(expected);
      if (Object.keys(also).length > 0) expect.soft(claims.map((item) => item.also).join(), sql).not.toBe('');
      for (const { object, work, unless, because } of claims.filter((item) => tables.has(item.object.name))) {
        if (because === 'TRUNCATE' || because === 'DROP TABLE') continue;
        if (unless === null) expect.soft(rewritten.has(object.name), `${sql}: rewrite of ${object.name}`).toBe(work === 'rewrite');
        if (work === 'catalog') expect.soft(scanned.has(object.name), `${sql}: scan of ${object.name}`).toBe(false);
        if (work === 'scan' && because.startsWith('ADD CHECK'))
          expect.soft(scanned.has(object.name), `${sql}: scan of ${object.name}`).toBe(true);
      }
    }
  });
});
