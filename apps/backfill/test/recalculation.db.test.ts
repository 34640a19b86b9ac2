import type { Client } from '@godwit/postgres';
import { onRealServer, type TestDatabase } from '@godwit/postgres/testing';
import { describe, expect } from 'vitest';
import { compareFingerprints, markedBooks, recalculate } from './fingerprints.ts';
import { test } from './shelf-database.ts';

/** Nobody has read these. */
const [BOOK, OTHER] = [900, 901];

/** With two books that nobody has rated, no marks, and every fingerprint right. */
async function prepare({ client }: TestDatabase): Promise<void> {
  await client.query("insert into shelf.books (id, title, author) values (900, 'One', 'Somebody'), (901, 'Another', 'Somebody')");
  await recalculate(client, await markedBooks(client));
}

const rate = (client: Client, user: number, book: number, pace = 5) =>
  client.query('insert into shelf.multi_dimensional_ratings (user_id, book_id, pace) values ($1, $2, $3)', [user, book, pace]);

async function expectRight(client: Client): Promise<void> {
  const { kept, recalculated } = await compareFingerprints(client);
  expect(kept).toEqual(recalculated);
  expect(await markedBooks(client)).toEqual([]);
}

/** Returns when a session waits for another one. */
async function untilBlocked(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      'select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0',
    );
    if (rows.length > 0) return;
  }
}

describe('recalculated are', () => {
  test('the books that are named, and no others', async ({ database, client }) => {
    await prepare(database);
    await rate(client, 1, BOOK);
    await rate(client, 1, OTHER);
    expect(await recalculate(client, [BOOK])).toEqual([BOOK]);
    expect(await markedBooks(client)).toEqual([OTHER]);
    expect(await recalculate(client, [OTHER, 4_711])).toEqual([OTHER]);
    await expectRight(client);
  });

  test('a book that has lost its last rating: it has no fingerprint any more', async ({ database, client }) => {
    await prepare(database);
    await rate(client, 1, BOOK);
    await recalculate(client, [BOOK]);
    await client.query('delete from shelf.multi_dimensional_ratings where book_id = $1', [BOOK]);
    expect(await recalculate(client, [BOOK])).toEqual([BOOK]);
    await expectRight(client);
  });

  test('all, when the ratings are truncated', async ({ database, client }) => {
    await prepare(database);
    await client.query('truncate shelf.multi_dimensional_ratings');
    const marked = await markedBooks(client);
    expect(marked.length).toBeGreaterThan(40);
    expect(await recalculate(client, marked)).toEqual(marked);
    await expectRight(client);
  });

  test('a book that is gone: its mark goes', async ({ database, client }) => {
    await prepare(database);
    await rate(client, 1, BOOK);
    await client.query('delete from shelf.books where id = $1', [BOOK]);
    expect(await markedBooks(client)).toEqual([BOOK]);
    expect(await recalculate(client, [BOOK])).toEqual([]);
    await expectRight(client);
  });

  test('none in a transaction that sees what was true at its beginning', async ({ client }) => {
    await client.query('begin isolation level repeatable read');
    await expect(recalculate(client, [BOOK])).rejects.toMatchObject({ code: '0A000', hint: 'begin isolation level read committed' });
  });
});

onRealServer(describe)('at the same time', () => {
  test('a rating that is not committed yet is left for the next time, and nobody waits', async ({ database, client }) => {
    await prepare(database);
    const reader = await database.connect();
    await rate(client, 1, BOOK, 1);
    await reader.query('begin');
    await rate(reader, 2, BOOK);
    expect(await recalculate(client, [BOOK])).toEqual([BOOK]);
    await reader.query('commit');
    expect(await markedBooks(client)).toEqual([BOOK]);
    await recalculate(client, [BOOK]);
    await expectRight(client);
  });

  test('a rating that comes while a recalculation is under way is marked, and nobody waits', async ({ database, client }) => {
    await prepare(database);
    const reader = await database.connect();
    await rate(client, 1, BOOK, 1);
    await client.query('begin');
    await recalculate(client, [BOOK]);
    await rate(reader, 2, BOOK);
    await client.query('commit');
    expect(await markedBooks(client)).toEqual([BOOK]);
    await recalculate(client, [BOOK]);
    await expectRight(client);
  });

  test('a rating that is rolled back leaves no mark, and a recalculation that is rolled back leaves it', async ({ database, client }) => {
    await prepare(database);
    await client.query('begin');
    await rate(client, 1, OTHER);
    await client.query('rollback');
    await rate(client, 1, BOOK);
    await client.query('begin');
    await recalculate(client, [BOOK, OTHER]);
    await client.query('rollback');
    expect(await markedBooks(client)).toEqual([BOOK]);
  });

  test('two recalculations of a book take turns, and the later one has the last word', async ({ database, client }) => {
    await prepare(database);
    const [second, reader] = [await database.connect(), await database.connect()];
    await rate(client, 1, BOOK, 1);
    await client.query('begin');
    await recalculate(client, [BOOK]);
    await rate(reader, 2, BOOK);
    const waiting = recalculate(second, [BOOK]);
    await untilBlocked(reader);
    await client.query('commit');
    expect(await waiting).toEqual([BOOK]);
    await expectRight(client);
  });

  test('readers who rate the same books in another order do not wait for each other', async ({ database, client }) => {
    await prepare(database);
    const reader = await database.connect();
    await client.query('begin');
    await reader.query('begin');
    await rate(client, 1, BOOK);
    await rate(reader, 2, OTHER);
    await rate(client, 1, OTHER);
    await rate(reader, 2, BOOK);
    await client.query('commit');
    await reader.query('commit');
    await recalculate(client, await markedBooks(client));
    await expectRight(client);
  });

  test('a rating is taken back while its book is deleted', async ({ database, client }) => {
    await prepare(database);
    const librarian = await database.connect();
    await rate(client, 1, BOOK);
    await rate(client, 2, BOOK);
    await recalculate(client, [BOOK]);
    await client.query('begin');
    await client.query('delete from shelf.multi_dimensional_ratings where user_id = 1 and book_id = $1', [BOOK]);
    const deleted = librarian.query('delete from shelf.books where id = $1', [BOOK]);
    await untilBlocked(client);
    await client.query('commit');
    expect((await deleted).rowCount).toBe(1);
    expect(await recalculate(client, await markedBooks(client))).toEqual([]);
    await expectRight(client);
  });

  test('a book is deleted while its fingerprint is recalculated', async ({ database, client }) => {
    await prepare(database);
    const librarian = await database.connect();
    await rate(client, 1, BOOK);
    await client.query('begin');
    await recalculate(client, [BOOK]);
    const deleted = librarian.query('delete from shelf.books where id = $1', [BOOK]);
    await untilBlocked(client);
    await client.query('commit');
    expect((await deleted).rowCount).toBe(1);
    await recalculate(client, await markedBooks(client));
    await expectRight(client);
  });
});
