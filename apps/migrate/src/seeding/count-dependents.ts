import { type Client, quoteIdentifier, quoteQualified } from '@godwit/postgres';
import type { ForeignKey } from './seed-table.ts';
import { type StagedTable, sameKey } from './staging.ts';

/** How many rows that are no seed rows refer through a foreign key to seed rows. */
export async function countDependents(client: Client, foreignKey: ForeignKey, staged: readonly StagedTable[]): Promise<number> {
  const parent = staged.find(({ table }) => table === foreignKey.toTable);
  if (parent === undefined) return 0;
  const child = staged.find(({ table }) => table === foreignKey.fromTable);
  const refers = foreignKey.fromColumns
    .map((column, place) => `t.${quoteIdentifier(column)} = p.${quoteIdentifier(foreignKey.toColumns[place] ?? '')}`)
    .join(' and ');
  const unseeded = child === undefined ? 'true' : `not exists (select from ${child.staging} s where ${sameKey(child)})`;
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int4 as count
    from ${quoteQualified(foreignKey.fromSchema, foreignKey.fromName)} t
    where exists (select from ${parent.staging} p where ${refers}) and ${unseeded}`,
  );
  return rows[0]?.count ?? 0;
}
