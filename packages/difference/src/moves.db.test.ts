import { compareCatalogs, extractCatalog } from '@godwit/catalog';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { findDifferenceAt, renderDifference, takeSnapshot } from './index.ts';

test('a partition of a table that a foreign key references could not be dropped', () =>
  withDatabase(async ({ client }) => {
    await client.query(`
      create table parts (id int primary key) partition by hash (id);
      create table parts_0 partition of parts for values with (modulus 2, remainder 0);
      create table parts_more partition of parts for values with (modulus 2, remainder 1) partition by hash (id);
      create table users_of_parts (part_id int references parts);
    `);
    const before = await takeSnapshot(client);
    await client.query('create table parts_1 partition of parts_more for values with (modulus 1, remainder 0)');
    const difference = await findDifferenceAt(client, { to: before });
    expect(difference).toMatchObject({ refused: [], unmodelled: [] });
    expect(renderDifference(difference)).toBe(
      'alter table public.parts_more detach partition public.parts_1;\n\ndrop table public.parts_1;\n',
    );
    await client.query(renderDifference(difference));
    expect(compareCatalogs(before.catalog, await extractCatalog(client))).toEqual([]);
  }));
