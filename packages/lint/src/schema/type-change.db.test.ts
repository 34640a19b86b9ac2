import { parseStatements } from '@godwit/migrator/statements';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { TYPE_CHANGES } from '../testing/type-changes.ts';
import { newColumns } from '../tree/parts.ts';
import { type ColumnType, typeOf } from './column-type.ts';
import { keepsRows } from './type-change.ts';

const FILE = "select pg_relation_filenode('t') as file";

/** What a change keeps, it keeps on a server; what it is not sure of it may call a rewrite. */
test('a type that keeps the rows leaves the file of the table alone, and a rewrite does not', async () => {
  await withDatabase(async ({ client }) => {
    for (const [from, to] of TYPE_CHANGES) {
      await client.query(`drop table if exists t; create table t (c ${from}); insert into t values (null)`);
      const before = (await client.query<{ file: number }>(FILE)).rows[0]?.file;
      await client.query(`alter table t alter column c type ${to} using c::${to}`);
      const kept = (await client.query<{ file: number }>(FILE)).rows[0]?.file === before;
      expect.soft(keepsRows(await typeNamed(from), await typeNamed(to)), `${from} to ${to}`).toBe(kept);
    }
  });
});

async function typeNamed(type: string): Promise<ColumnType> {
  const { statements } = await parseStatements(`create table t (c ${type})`);
  const known = statements.flatMap(({ node }) => newColumns(node)).map(({ column }) => typeOf(column.typeName))[0];
  if (!known) throw new Error(`${type} is no type`);
  return known;
}
