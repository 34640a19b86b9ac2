import { quoteIdentifier, quoteQualified, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { formatName, type RelationName } from '../statements/relation-name.ts';
import type { Asker } from './ask.ts';
import { count } from './count.ts';
import type { RowChange } from './lossy-action.ts';
import { type Assessed, NOTHING } from './partial-loss.ts';
import type { PlannedChanges } from './planned-changes.ts';
import { sideEffects } from './side-effects.ts';
import { findColumns, type Table, tableText } from './table.ts';

interface ChangeContext {
  /** The present names of what UPDATE sets; those that the plan makes hold nothing to overwrite. */
  readonly columns: readonly string[];
  /** By the statements before this one. */
  readonly changes: PlannedChanges;
}

/** The rows that DELETE takes, and those of which UPDATE overwrites a value that is not null. */
export async function changedRows(asker: Asker, table: Table, change: RowChange, { columns, changes }: ChangeContext): Promise<Assessed> {
  const { kind, prefix, target, alias, joined, where } = change;
  const dependent = changes.decide(table, change);
  const effects = await sideEffects(asker, table, { event: kind === 'update' ? 'UPDATE' : 'DELETE', columns, changes });
  if (kind === 'update') changes.add(table);
  if (effects !== null) changes.addUnknown();
  const present = kind === 'update' ? await findColumns(asker, table, columns) : [];
  if (kind === 'update' && present.length === 0) return NOTHING;
  const own = quoteIdentifier(alias);
  const filled = kind === 'update' ? `(${present.map(({ name }) => `${own}.${quoteIdentifier(name)} is not null`).join(' or ')})` : 'true';
  const asked = joined === null ? (where ?? 'true') : `exists (select from ${joined} where ${where ?? 'true'})`;
  const estimate = where === null && joined === null ? table.estimate : -1;
  const counted = await count(asker, `from ${target} where (${asked}) and ${filled}`, estimate, prefix);
  const unforeseen = dependent ? 'which rows it changes depends on what the plan changes before' : effects;
  if (counted === null) return { losses: [], unseen: unforeseen };
  if (kind === 'update') {
    const object = present.map(({ name }) => tableText(table, name)).join(', ');
    return { losses: [{ ...counted, kind: 'overwritten', object, examples: [] }], unseen: unforeseen };
  }
  changes.add(table);
  const others = await cascadingTables(asker, table);
  for (const other of others) changes.addName(other);
  const along = others.length === 0 ? null : `foreign keys take or change rows of ${others.join(', ')} along with it`;
  return { losses: [{ ...counted, kind: 'rows', object: tableText(table), examples: [] }], unseen: unforeseen ?? along };
}

const names = v.array(v.object({ name: v.string() }));

async function cascadingTables(asker: Asker, table: Table): Promise<readonly string[]> {
  const rows = await asker.catalog(readSql(import.meta.url, './sql/cascading-tables.sql'), [table.oid]);
  return v.parse(names, rows).map(({ name }) => name);
}

const kinds = v.array(v.object({ kind: v.string() }));

/** A change of rows by way of a view or a foreign table, whose own rows are elsewhere. */
export async function rowsElsewhere(asker: Asker, name: RelationName | null): Promise<Assessed> {
  if (name === null) return NOTHING;
  const text = name.schema === null ? quoteIdentifier(name.name) : quoteQualified(name.schema, name.name);
  const [found] = v.parse(kinds, await asker.catalog(readSql(import.meta.url, './sql/relation-kind.sql'), [text]));
  if (found?.kind === 'v') return { losses: [], unseen: `${formatName(name)} is a view: the rows are in the tables under it` };
  if (found?.kind === 'f') return { losses: [], unseen: `${formatName(name)} is a foreign table: the rows are on another server` };
  return NOTHING;
}
