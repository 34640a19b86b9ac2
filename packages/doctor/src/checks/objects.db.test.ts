import { onRealServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { advice, patientOf, said } from '../testing/patient-of.ts';
import { columnNumbers } from './column-numbers.ts';
import { indexes } from './indexes.ts';
import { sequences } from './sequences.ts';

test('in a new database there is nothing to say', () =>
  withDatabase(async (database) => {
    for (const check of [indexes, sequences, columnNumbers])
      expect((await check.look(patientOf(database))).map(({ state }) => state)).toEqual(['fine']);
  }));

test('an INVALID index is repaired by what is printed', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await client.query('create table book (id int, title text); insert into book values (1, $$a$$), (2, $$a$$)');
    await expect(client.query('create unique index concurrently book_title on book (title)')).rejects.toThrow(
      /could not create unique index/,
    );
    const findings = await indexes.look(patientOf(database));
    expect(findings).toMatchObject([{ state: 'problem', summary: 'the index public.book_title of book is INVALID' }]);
    await client.query('delete from book where id = 2');
    await client.query(advice(findings));
    expect(await said(indexes, patientOf(database))).toEqual(['fine: all indexes are valid']);
  }));

test('a sequence is near its end when its column is', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await client.query(
      'create table book (id serial primary key, big bigserial); create sequence lone as smallint; create sequence turning cycle maxvalue 2',
    );
    await client.query(
      "select setval('book_id_seq', 1600000000), setval('book_big_seq', 1600000000), setval('lone', 30000), setval('turning', 2)",
    );
    const findings = await sequences.look(patientOf(database));
    expect(findings.map(({ state, summary }) => `${state}: ${summary}`)).toEqual([
      'warning: public.book_id_seq has used 74 % of 2,147,483,647',
      'problem: public.lone has used 91 % of 32,767',
    ]);
    expect(findings[0]?.because).toEqual(['Then no row can be added to public.book.']);
    await client.query(findings[1]?.repair[0] ?? '');
    expect(await sequences.look(patientOf(database))).toHaveLength(1);
  }));

onRealServer(test)('dropped columns use up the numbers of a table', () =>
  withDatabase(async (database) => {
    const columns = Array.from({ length: 1201 }, (_, index) => `c${index}`);
    await database.client.query(`create table wide (${columns.map((name) => `${name} int`).join(', ')})`);
    await database.client.query(
      `alter table wide ${columns
        .slice(0, 1190)
        .map((name) => `drop column ${name}`)
        .join(', ')}`,
    );
    expect(await said(columnNumbers, patientOf(database))).toEqual([
      'warning: public.wide has used 1,201 of 1,600 column numbers, for 11 columns',
    ]);
  }),
);
