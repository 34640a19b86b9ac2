import { type Catalog, columnsComingBackLast, compareCatalogs, describeDifference, extractCatalog } from '@godwit/catalog';
import { type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readGiven, readPatterns } from './index.ts';

/** A no-transaction body is one statement, sent alone; others run in a transaction. */
async function run({ client }: TestDatabase, body: string): Promise<void> {
  if (body.startsWith('--! no-transaction')) await client.query(body);
  else await client.query(`begin;\n${body}\ncommit;`);
}

/** What differs, but for a column that was dropped and comes back last. */
function differences(before: Catalog, after: Catalog, between: Catalog): readonly string[] {
  const found = compareCatalogs(before, after);
  return columnsComingBackLast(found, between) === null ? found.flatMap(describeDifference) : [];
}

test.each(readPatterns())('$name: up, down and up again, each revision', async ({ revisions }) => {
  await withDatabase(async (database) => {
    const { client } = database;
    await client.query(readGiven());
    for (const { number, forward, revert } of revisions) {
      const before = await extractCatalog(client);
      await run(database, forward);
      const up = await extractCatalog(client);
      expect(
        describeAll(compareCatalogs(before, up)).length > 0 || forward.includes('create extension'),
        `${number}.sql changes something`,
      ).toBe(true);
      await run(database, revert);
      expect(differences(before, await extractCatalog(client), up), `${number}.revert.sql leads back`).toEqual([]);
      await run(database, forward);
      expect(differences(up, await extractCatalog(client), before), `${number}.sql does the same again`).toEqual([]);
      // What stands between two revisions of change-type: the backfill.
      await client.query(
        `do $$ begin update library.books set pages_count = pages where pages_count is null; exception when undefined_column then null; end $$`,
      );
    }
  });
});

function describeAll(found: ReturnType<typeof compareCatalogs>): readonly string[] {
  return found.flatMap(describeDifference);
}

test('each has a purpose, and its README tells of every file', () => {
  const patterns = readPatterns();
  expect(patterns.map(({ name }) => name)).toEqual([
    'add-column',
    'add-table',
    'change-type',
    'extension',
    'foreign-key',
    'index',
    'rename',
    'updated-at-trigger',
    'vector',
  ]);
  for (const { purpose, revisions } of patterns) {
    expect(purpose).toMatch(/^[A-Z].*\./);
    expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, at) => at + 1));
  }
});
