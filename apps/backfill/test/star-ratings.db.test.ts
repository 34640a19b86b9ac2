import type { Client } from '@godwit/postgres';
import { expect } from 'vitest';
import { test } from './shelf-database.ts';
import { runOurs, sweptKeys } from './systems.ts';

const rowsOf = async (client: Client, sql: string) => (await client.query(sql)).rows;

const OPINIONS = 'select * from shelf.multi_dimensional_ratings order by id';

const SHELVES = 'select * from shelf.user_books order by id';

/** Entries with stars, as a rating in seven dimensions would be; `said` tells whether the reader has given one already. */
const STARRED = `
  select user_id, book_id, rating, date_added, opinion.id is not null as said
  from shelf.user_books
  left join shelf.multi_dimensional_ratings as opinion using (user_id, book_id)
  where rating is not null
  order by user_id, book_id`;

test('stars become seven dimensions, on the day when the book was added; what a reader has said stays', async ({ database, client }) => {
  const [said, shelves, starred] = [await rowsOf(client, OPINIONS), await rowsOf(client, SHELVES), await rowsOf(client, STARRED)];
  const silent = starred.filter((entry) => !entry.said);
  expect([said.length > 50, silent.length > 20, starred.length > silent.length]).toEqual([true, true, true]);
  const ended = await runOurs(database, 'shelf-rating-dimensions');
  expect(ended.run).toMatchObject({ state: 'done', reason: null });
  const after = await rowsOf(client, OPINIONS);
  expect(after.slice(0, said.length)).toEqual(said);
  const made = after.slice(said.length).map(({ id, ...opinion }) => opinion);
  const byKey = (a: { user_id: number; book_id: number }, b: { user_id: number; book_id: number }) =>
    a.user_id - b.user_id || a.book_id - b.book_id;
  expect(made.sort(byKey)).toEqual(
    silent.map(({ user_id, book_id, rating, date_added }) => ({
      user_id,
      book_id,
      pace: rating,
      emotional_impact: rating,
      complexity: rating,
      character_development: rating,
      plot_quality: rating,
      prose_style: rating,
      originality: rating,
      created_at: date_added,
      updated_at: null,
    })),
  );
  expect(await rowsOf(client, SHELVES)).toEqual(shelves);
});

test('run again, stars become dimensions only where a reader has given some since', async ({ database, client }) => {
  await runOurs(database, 'shelf-rating-dimensions');
  await client.query(
    'delete from shelf.multi_dimensional_ratings where (user_id, book_id) in (select user_id, book_id from shelf.user_books where id <= 3)',
  );
  await client.query('update shelf.user_books set rating = 2 where id <= 3');
  const before = await rowsOf(client, OPINIONS);
  const again = await runOurs(database, 'shelf-rating-dimensions');
  expect([again.run.state, sweptKeys(again)]).toEqual(['done', 3]);
  const after = await rowsOf(client, OPINIONS);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map(({ pace, originality }) => [pace, originality])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ]);
});

test('stars are retired where there is a rating in seven dimensions, and nothing else is touched', async ({ database, client }) => {
  const [said, shelves] = [await rowsOf(client, OPINIONS), await rowsOf(client, SHELVES)];
  const starred = await rowsOf(client, STARRED);
  const ended = await runOurs(database, 'shelf-retire-stars');
  expect(ended.run).toMatchObject({ state: 'done', reason: null });
  expect(await rowsOf(client, STARRED)).toEqual(starred.filter((entry) => !entry.said));
  const retired = new Set(starred.flatMap((entry) => (entry.said ? [`${entry.user_id} ${entry.book_id}`] : [])));
  expect(retired.size).toBeGreaterThan(20);
  expect(await rowsOf(client, SHELVES)).toEqual(
    shelves.map((entry) => (retired.has(`${entry.user_id} ${entry.book_id}`) ? { ...entry, rating: null } : entry)),
  );
  expect(await rowsOf(client, OPINIONS)).toEqual(said);
});

test('after the dimensions no stars are left to retire but those of none', async ({ database, client }) => {
  await runOurs(database, 'shelf-rating-dimensions');
  await runOurs(database, 'shelf-retire-stars');
  expect(await rowsOf(client, STARRED)).toEqual([]);
});
