import type { Client } from '@godwit/postgres';
import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect } from 'vitest';
import { SeedRowsInUse, SeedRowsRejected, SeedsRefused, SeedTargetsMissing, UnknownSystem } from './errors.ts';
import { isSeeded, type SeedReport } from './report.ts';
import { seedDatabase, seedSystems } from './seed-database.ts';
import { test } from './testing/head-database.ts';

const seed = (client: Client, mode: 'load' | 'check' | 'clear', systems?: string[], acceptDataLoss = false) =>
  seedDatabase({ client, mode, systems, isProduction: false, acceptDataLoss });

const tablesOf = (report: SeedReport) => report.systems.flatMap(({ tables }) => tables);
const sum = (report: SeedReport, property: 'rows' | 'inserted' | 'deleted' | 'missing' | 'different') =>
  tablesOf(report).reduce((total, table) => total + table[property], 0);
const outcomeOf = (report: SeedReport, table: string) => tablesOf(report).find((candidate) => candidate.table === table);

async function value(client: Client, sql: string): Promise<unknown> {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows[0]?.[0];
}

describe('load', () => {
  test('inserts every row of the five systems, and the second time none', async ({ client }) => {
    const first = await seed(client, 'load');
    expect(first.systems.map(({ system }) => system)).toEqual(seedSystems);
    expect(sum(first, 'rows')).toBeGreaterThan(1_500);
    expect(sum(first, 'inserted')).toBe(sum(first, 'rows'));
    expect(isSeeded(first)).toBe(true);
    const second = await seed(client, 'load');
    expect(sum(second, 'inserted')).toBe(0);
    expect(isSeeded(second)).toBe(true);
    for (const { table, rows } of tablesOf(first)) expect(await value(client, `select count(*)::int4 from ${table}`), table).toBe(rows);
  });

  test('keeps text as it was written', async ({ client }) => {
    await seed(client, 'load', ['shelf', 'charts', 'mam']);
    expect(await value(client, 'select author from shelf.books where id = 59')).toBe('夏目漱石');
    expect(await value(client, "select alternate_titles from charts.chord_charts where title = 'Barbara Allen' limit 1")).toEqual([
      'Bonny Barbara Allan',
      'Barb’ry Allen',
    ]);
    expect(
      await value(client, "select chord_progression #>> '{verse,0}' from charts.chord_charts where title = 'Silent Night' limit 1"),
    ).toBe('C');
    expect(await value(client, 'select guild_id from charts.chord_charts order by guild_id limit 1')).toBe(812406930044911617n);
    expect(await value(client, "select metadata -> 'tags' from mam.books where id = 1")).toEqual(['series', 'classic']);
  });

  test('leaves the next free id to the next insert', async ({ client }) => {
    await seed(client, 'load', ['shelf']);
    const highest = Number(await value(client, 'select max(id) from shelf.genres'));
    expect(await value(client, "insert into shelf.genres (name) values ('Sagas') returning id")).toBe(highest + 1);
    await seed(client, 'load', ['shelf']);
    expect(await value(client, "insert into shelf.genres (name) values ('Epics') returning id")).toBe(highest + 2);
  });

  test('puts back a row that was deleted, and leaves one that was changed', async ({ client }) => {
    await seed(client, 'load', ['mam']);
    await client.query("delete from mam.missing_books where id = 3; update mam.narrators set name = 'Somebody Else' where id = 2");
    const again = await seed(client, 'load', ['mam']);
    expect(outcomeOf(again, 'mam.missing_books')).toMatchObject({ inserted: 1, missing: 0, different: 0 });
    expect(outcomeOf(again, 'mam.narrators')).toMatchObject({ inserted: 0, missing: 0, different: 1 });
    expect(await value(client, 'select name from mam.narrators where id = 2')).toBe('Somebody Else');
  });

  test('changes nothing of a system when the server refuses a row', async ({ client }) => {
    await client.query("insert into shelf.genres (id, name) values (9000, 'Nature')");
    const error = await seed(client, 'load', ['shelf']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SeedRowsRejected);
    expect(error).toMatchObject({ table: 'shelf.genres', details: ['Key (name)=(Nature) already exists.', expect.any(String)] });
    expect(await value(client, 'select count(*)::int4 from shelf.users'), 'which were loaded before the genres').toBe(0);
    expect(await value(client, 'select count(*)::int4 from shelf.genres')).toBe(1);
  });

  test('loads nothing into a database that lacks a column of the last system', async ({ client }) => {
    await client.query('alter table charts.generation_history drop column latency_ms');
    await expect(seed(client, 'load')).rejects.toBeInstanceOf(SeedTargetsMissing);
    expect(await value(client, 'select count(*)::int4 from shelf.users')).toBe(0);
  });

  test('a value that the column does not take leaves the connection in order', async ({ client }) => {
    await client.query(
      'alter table charts.generation_history drop column latency_ms; alter table charts.generation_history add latency_ms date',
    );
    const error = await seed(client, 'load', ['charts']).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'GW197',
      table: 'charts.generation_history',
      help: expect.stringContaining('pnpm migrate status'),
    });
    expect(await value(client, 'select count(*)::int4 from charts.chord_charts')).toBe(0);
    expect(sum(await seed(client, 'load', ['mam']), 'inserted')).toBeGreaterThan(200);
  });

  onRealServer(test)('two at once load each row once', async ({ database, client }) => {
    const other = await database.connect();
    const reports = await Promise.all([seed(client, 'load'), seed(other, 'load')]);
    for (const report of reports) expect(isSeeded(report)).toBe(true);
    const [one = 0, two = 0] = reports.map((report) => sum(report, 'inserted'));
    expect(one + two).toBe(sum(await seed(client, 'check'), 'rows'));
  });

  test('takes only the systems that were named', async ({ client }) => {
    const report = await seed(client, 'load', ['charts', 'verse']);
    expect(report.systems.map(({ system }) => system)).toEqual(['verse', 'charts']);
    expect(await value(client, 'select count(*)::int4 from shelf.books')).toBe(0);
  });
});

describe('check', () => {
  test('finds a row that is missing and one that differs, and changes nothing', async ({ client }) => {
    await seed(client, 'load', ['shelf']);
    expect(isSeeded(await seed(client, 'check', ['shelf']))).toBe(true);
    await client.query('delete from shelf.reviews where id = 5; update shelf.books set description_embedding = null where id in (1, 2)');
    const report = await seed(client, 'check', ['shelf']);
    expect(isSeeded(report)).toBe(false);
    expect(tablesOf(report).filter(({ missing, different }) => missing + different > 0)).toEqual([
      { table: 'shelf.books', rows: 66, inserted: 0, deleted: 0, missing: 0, different: 2 },
      { table: 'shelf.reviews', rows: 26, inserted: 0, deleted: 0, missing: 1, different: 0 },
    ]);
    expect(await value(client, 'select count(*)::int4 from shelf.reviews')).toBe(25);
  });

  test('an empty database misses every row', async ({ client }) => {
    const report = await seed(client, 'check');
    expect(sum(report, 'missing')).toBe(sum(report, 'rows'));
  });
});

describe('clear', () => {
  test('deletes what was loaded and nothing else', async ({ client }) => {
    await client.query("insert into shelf.genres (id, name) values (9000, 'Mine')");
    await seed(client, 'load');
    const report = await seed(client, 'clear');
    expect(sum(report, 'deleted')).toBe(sum(report, 'rows'));
    for (const { table } of tablesOf(report)) {
      expect(await value(client, `select count(*)::int4 from ${table}`), table).toBe(table === 'shelf.genres' ? 1 : 0);
    }
    expect(sum(await seed(client, 'clear'), 'deleted')).toBe(0);
  });

  test('refuses to take rows of others that hang on seed rows, and seed rows that were changed', async ({ client }) => {
    await seed(client, 'load', ['shelf']);
    await client.query(`
      update shelf.reviews set review_text = 'my own words' where id = 1;
      insert into shelf.users (id, username, email, password_hash) values (9000, 'me', 'me@example.org', 'x');
      insert into shelf.user_books (user_id, book_id, status) values (9000, 1, 'finished'), (9000, 2, 'finished')`);
    const error = await seed(client, 'clear', ['shelf']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SeedRowsInUse);
    expect(error).toMatchObject({
      exitCode: 3,
      details: [
        'shelf.reviews: 1 row changed since loading',
        'shelf.user_books: 2 rows of yours referring to shelf.books (user_books_book_id_fkey)',
      ],
    });
    expect(await value(client, 'select count(*)::int4 from shelf.books')).toBe(66);
    await seed(client, 'clear', ['shelf'], true);
    expect(await value(client, 'select count(*)::int4 from shelf.books')).toBe(0);
    expect(await value(client, 'select array_agg(username::text) from shelf.users')).toEqual(['me']);
  });
});

describe('refuses', () => {
  test.for(['load', 'check', 'clear'] as const)('%s on production', async (mode, { client }) => {
    await expect(seedDatabase({ client, mode, isProduction: true })).rejects.toBeInstanceOf(SeedsRefused);
    expect(await value(client, 'select count(*)::int4 from shelf.books')).toBe(0);
  });

  test('a system that does not exist', async ({ client }) => {
    const error = await seed(client, 'load', ['shelf', 'chart']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnknownSystem);
    expect(error).toMatchObject({ details: ['did you mean charts?'] });
    expect(await value(client, 'select count(*)::int4 from shelf.books')).toBe(0);
  });

  test('a database that is not at head, naming what is missing', async ({ client }) => {
    await client.query('alter table charts.chord_charts drop column keys; drop table charts.generation_history');
    const error = await seed(client, 'load', ['charts']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SeedTargetsMissing);
    expect(error).toMatchObject({ missing: ['charts.chord_charts.keys', 'charts.generation_history'] });
    await withDatabase(async ({ client: empty }) => {
      await expect(seed(empty, 'load', ['shelf'])).rejects.toBeInstanceOf(SeedTargetsMissing);
    });
  });
});

test('fingerprints are what the server computes from the ratings', async ({ seeded }) => {
  const { rows } = await seeded.query(`
    with expected as (
      select
        book_id,
        avg(pace)::float8 as pace, avg(emotional_impact)::float8 as impact, avg(originality)::float8 as originality, count(*)::int4 as ratings
      from shelf.multi_dimensional_ratings group by book_id
    )
    select book_id from expected e full join shelf.book_fingerprints f using (book_id)
    where (f.avg_pace, f.avg_emotional_impact, f.avg_originality, f.total_ratings) is distinct from (e.pace, e.impact, e.originality, e.ratings)
      or f.star_equivalent is distinct from (
        select avg(v) from unnest(array[f.avg_pace, f.avg_emotional_impact, f.avg_complexity, f.avg_character_development, f.avg_plot_quality,
          f.avg_prose_style, f.avg_originality]) v)`);
  expect(rows).toEqual([]);
});
