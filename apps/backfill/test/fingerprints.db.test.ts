import { seeds } from '@godwit/migrations/seeds';
import type { Client } from '@godwit/postgres';
import { expect } from 'vitest';
import { compareFingerprints, markedBooks } from './fingerprints.ts';
import { test } from './shelf-database.ts';
import { runOurs, sweptKeys } from './systems.ts';

async function expectRight(client: Client): Promise<void> {
  const { kept, recalculated } = await compareFingerprints(client);
  expect(kept).toEqual(recalculated);
}

test('in full, the fingerprints are those of a full recalculation, and those that the seeds were given', async ({ database, client }) => {
  const ended = await runOurs(database, 'shelf-fingerprints');
  expect(ended.run).toMatchObject({ state: 'done', reason: null });
  await expectRight(client);
  const { rows } = await client.query("select to_jsonb(kept) - 'updated_at' as kept from shelf.book_fingerprints as kept order by book_id");
  expect(rows.length).toBeGreaterThan(40);
  const seeded = seeds.shelf['shelf.book_fingerprints'].map(({ updated_at, fingerprint_vector, ...row }) => row);
  expect(rows.map(({ kept: { fingerprint_vector, ...row } }) => row)).toEqual(seeded);
  expect(await markedBooks(client)).toEqual([]);
});

test('a rating without any dimension counts, and makes neither stars nor a direction', async ({ database, client }) => {
  await client.query('truncate shelf.multi_dimensional_ratings');
  await client.query('insert into shelf.multi_dimensional_ratings (user_id, book_id) values (1, 5), (2, 5)');
  await client.query(
    'insert into shelf.multi_dimensional_ratings (user_id, book_id, pace, originality) values (1, 6, 5, 2), (2, 6, 4, null)',
  );
  await runOurs(database, 'shelf-fingerprints');
  await expectRight(client);
  const { rows } = await client.query(
    'select book_id, avg_pace, avg_complexity, star_equivalent, total_ratings, fingerprint_vector::text from shelf.book_fingerprints order by 1',
  );
  expect(rows).toEqual([
    { book_id: 5, avg_pace: null, avg_complexity: null, star_equivalent: null, total_ratings: 2, fingerprint_vector: '[3,3,3,3,3,3,3]' },
    { book_id: 6, avg_pace: 4.5, avg_complexity: null, star_equivalent: 3.25, total_ratings: 2, fingerprint_vector: '[4.5,3,3,3,3,3,2]' },
  ]);
});

test('after that only books whose ratings have changed are done again', async ({ database, client }) => {
  await runOurs(database, 'shelf-fingerprints');
  await client.query("update shelf.book_fingerprints set updated_at = '2025-01-01'");
  // Books 2 and 37 have a rating of every reader.
  await client.query('update shelf.multi_dimensional_ratings set pace = 6 - coalesce(pace, 3) where user_id = 3 and book_id = 2');
  await client.query('delete from shelf.multi_dimensional_ratings where book_id = 37');
  const { rows } = await client.query<{ id: number }>(
    'select id from shelf.books where not exists (select from shelf.multi_dimensional_ratings where book_id = books.id) and id <> 37 order by id limit 2',
  );
  const [unrated = 0, other = 0] = rows.map(({ id }) => id);
  await client.query('insert into shelf.multi_dimensional_ratings (user_id, book_id, plot_quality) values (4, $1, 5)', [unrated]);
  await client.query('update shelf.multi_dimensional_ratings set book_id = $1 where user_id = 5 and book_id = 2', [other]);
  await client.query('update shelf.multi_dimensional_ratings set pace = 1 where id = -1');
  const changed = [2, 37, unrated, other].sort((a, b) => a - b);
  expect(await markedBooks(client)).toEqual(changed);

  const again = await runOurs(database, 'shelf-fingerprints');
  expect(again.run.state).toBe('done');
  expect(sweptKeys(again)).toBe(4);
  await expectRight(client);
  const written = await client.query("select book_id from shelf.book_fingerprints where updated_at > '2025-01-01' order by 1");
  expect(written.rows.map(({ book_id }) => book_id)).toEqual(changed.filter((book) => book !== 37));
  expect(await markedBooks(client)).toEqual([]);
});

test('ratings that another backfill has made are among the changes', async ({ database, client }) => {
  await runOurs(database, 'shelf-fingerprints');
  await runOurs(database, 'shelf-rating-dimensions');
  expect(await runOurs(database, 'shelf-fingerprints')).toMatchObject({ run: { state: 'done' } });
  await expectRight(client);
});

test('a fingerprint that somebody has changed or deleted is found', async ({ database, client }) => {
  await runOurs(database, 'shelf-fingerprints');
  await client.query('delete from shelf.book_fingerprints where book_id = 37');
  await client.query('update shelf.book_fingerprints set avg_pace = avg_pace + 1e-15 where book_id = 2');
  await client.query(
    'insert into shelf.book_fingerprints (book_id, total_ratings) select min(id), 1 from shelf.books where not exists (select from shelf.multi_dimensional_ratings where book_id = books.id)',
  );
  const again = await runOurs(database, 'shelf-fingerprints');
  expect(again.run.state).toBe('done');
  expect(sweptKeys(again)).toBe(1);
  await expectRight(client);
});

/** Two hundred changes, some of them while a run is under way. */
async function readAndRate(application: Client): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const [user, book, stars] = [1 + (turn % 12), 1 + ((turn * 7) % 66), 1 + (turn % 5)];
    if (turn % 3 === 2) {
      await application.query('delete from shelf.multi_dimensional_ratings where user_id = $1 and book_id <= $2', [user, book]);
    } else {
      await application.query(
        `insert into shelf.multi_dimensional_ratings (user_id, book_id, pace, plot_quality) values ($1, $2, $3, $3)
         on conflict (user_id, book_id) do update set pace = excluded.pace`,
        [user, book, stars],
      );
    }
  }
}

test('while readers rate, rate otherwise and take ratings back, nothing is missed', async ({ database, client }) => {
  const application = await database.connect();
  for (const _ of ['in full', 'what has changed']) {
    const [ended] = await Promise.all([runOurs(database, 'shelf-fingerprints'), readAndRate(application)]);
    expect(ended.run).toMatchObject({ state: 'done', reason: null });
  }
  expect((await runOurs(database, 'shelf-fingerprints')).run).toMatchObject({ state: 'done', reason: null });
  await expectRight(client);
  expect(await markedBooks(client)).toEqual([]);
});
