import { test } from '@godwit/testing/vitest';
import { expect } from 'vitest';

const insert = "insert into book (title) values ('Emma') returning id, author";

test('begins with an empty table', async ({ client }) => {
  expect((await client.query(insert)).rows).toEqual([{ id: 1, author: 'unknown' }]);
});

test('begins with an empty table again', async ({ client, database }) => {
  expect((await client.query(insert)).rows).toEqual([{ id: 1, author: 'unknown' }]);
  process.stdout.write(`server: ${database.server.kind} ${new URL(database.url).host}\n`);
});
