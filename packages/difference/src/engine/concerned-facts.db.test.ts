import { withDatabase } from '@godwit/postgres/testing';
import type { FactBase } from '@supabase/pg-delta/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeSnapshot } from '../take-snapshot.ts';
import { renderSchema, schemaPair } from '../testing/random-schema.ts';
import { concernedFacts } from './concerned-facts.ts';
import { planSteps } from './plan-steps.ts';
import { parseFacts } from './read-facts.ts';

/** Several pairs share a database, a schema each: snapshots are what takes time. */
const PAIRS = 6;

test('the facts that are left out change nothing about the way, for any two schemas', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(schemaPair, { minLength: PAIRS, maxLength: PAIRS }), async (pairs) => {
      const before = pairs.map((pair, at) => renderSchema(pair.before, `s${at}`)).join('\n');
      const after = pairs.map((pair, at) => renderSchema(pair.after, `s${at}`, pair.widened)).join('\n');
      const [from, to] = [await factsOf(before), await factsOf(after)];
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const concerned = concernedFacts(one, other, { owners: true, grants: true });
        expect(planSteps(...concerned).steps).toEqual(planSteps(one, other).steps);
      }
    }),
    { numRuns: 4 },
  );
});

test('of tables that are the same in both, only those are left that the others have to do with', async () => {
  const schema = `create table kept (id integer primary key); create table far (id integer primary key, kept_id integer references kept);
    create table near (id integer primary key, kept_id integer references kept);`;
  const [from, to] = [await factsOf(schema), await factsOf(`${schema} alter table near drop constraint near_kept_id_fkey`)];
  const tables = concernedFacts(from, to, { owners: true, grants: true }).map((base) =>
    base.facts().flatMap(({ id }) => (id.kind === 'table' ? [id.name] : [])),
  );
  expect(tables).toEqual([
    ['kept', 'near'],
    ['kept', 'near'],
  ]);
});

async function factsOf(sql: string): Promise<FactBase> {
  return await withDatabase(async ({ client }) => {
    await client.query(sql);
    return parseFacts((await takeSnapshot(client)).facts);
  });
}
