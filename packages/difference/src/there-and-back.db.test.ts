import { compareCatalogs, describeDifference, extractCatalog } from '@godwit/catalog';
import { withDatabase } from '@godwit/postgres/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDifferenceAt, renderDifference, type SchemaSnapshot, takeSnapshot } from './index.ts';
import { renderSchema, schemaPair } from './testing/random-schema.ts';

/** Several pairs share a database, a schema each: snapshots are what takes time. */
const PAIRS = 6;

test('for any two schemas, the difference leads from one to the other, and back', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(schemaPair, { minLength: PAIRS, maxLength: PAIRS }), async (pairs) => {
      await withDatabase(async ({ client: one }) => {
        await withDatabase(async ({ client: other }) => {
          for (const [at, { before, after, widened }] of pairs.entries()) {
            await one.query(renderSchema(before, `s${at}`));
            await other.query(renderSchema(after, `s${at}`, widened));
          }
          const [from, to] = [await takeSnapshot(one), await takeSnapshot(other)];
          expect(await go(one, to)).toEqual([]);
          expect(await go(one, from)).toEqual([]);
        });
      });
    }),
    { numRuns: 4 },
  );
});

/** Takes a database to a schema; what still differs, or was said to, in words. */
async function go(client: Parameters<typeof takeSnapshot>[0], to: SchemaSnapshot): Promise<readonly string[]> {
  const difference = await findDifferenceAt(client, { to });
  await client.query(`set check_function_bodies = off; ${renderDifference(difference)}`);
  const left = compareCatalogs(to.catalog, await extractCatalog(client)).flatMap(describeDifference);
  return [...left, ...difference.unmodelled, ...difference.refused];
}
