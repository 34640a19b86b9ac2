import { quoteIdentifier } from '@godwit/postgres';
import type { Asker } from './ask.ts';
import { count } from './count.ts';
import type { RowChange } from './lossy-action.ts';
import { type Assessed, NOTHING } from './partial-loss.ts';
import { findColumns, type Table, tableText } from './table.ts';

/**
 * The rows that DELETE takes, and those of which UPDATE overwrites a value that is not null.
 *
 * @param columns the present names of what UPDATE sets; those that the plan makes hold nothing to overwrite
 */
export async function changedRows(
  asker: Asker,
  table: Table,
  { kind, prefix, target, alias, joined, where }: RowChange,
  columns: readonly string[],
): Promise<Assessed> {
  const present = kind === 'update' ? await findColumns(asker, table, columns) : [];
  if (kind === 'update' && present.length === 0) return NOTHING;
  const own = quoteIdentifier(alias);
  const filled = kind === 'update' ? `(${present.map(({ name }) => `${own}.${quoteIdentifier(name)} is not null`).join(' or ')})` : 'true';
  const asked = joined === null ? (where ?? 'true') : `exists (select from ${joined} where ${where ?? 'true'})`;
  const estimate = where === null && joined === null ? table.estimate : -1;
  const counted = await count(asker, `from ${target} where (${asked}) and ${filled}`, estimate, prefix);
  if (counted === null) return NOTHING;
  const object = kind === 'delete' ? tableText(table) : present.map(({ name }) => tableText(table, name)).join(', ');
  return { losses: [{ ...counted, kind: kind === 'delete' ? 'rows' : 'overwritten', object, examples: [] }], unseen: null };
}
