import { compareCatalogs, describeDifference } from '@godwit/catalog';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { findDifference, renderDifference, takeSnapshot } from './index.ts';

test('sees what an open transaction has changed, and finds the way there and back', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('create schema shelf; create table shelf.authors (id int primary key)');
    const before = await takeSnapshot(client);
    await client.query('begin');
    await client.query('create table shelf.books (id serial primary key, author_id int references shelf.authors, title text not null)');
    await client.query('create index ix_books_author_id on shelf.books (author_id)');
    const after = await takeSnapshot(client);
    await client.query('rollback');
    const there = await findDifference({ from: before, to: after });
    const back = await findDifference({ from: after, to: before });
    expect([...there.unmodelled, ...back.unmodelled]).toEqual([]);
    await client.query(renderDifference(there));
    expect(compareCatalogs(after.catalog, (await takeSnapshot(client)).catalog).flatMap(describeDifference)).toEqual([]);
    await client.query(renderDifference(back));
    expect(compareCatalogs(before.catalog, (await takeSnapshot(client)).catalog).flatMap(describeDifference)).toEqual([]);
  });
});
