import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { Asker } from './ask.ts';
import type { PlannedChanges } from './planned-changes.ts';
import { type Table, tableText } from './table.ts';

const armed = v.array(v.object({ kind: v.picklist(['trigger', 'rule']), name: v.string() }));

interface Change {
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE';
  /** Those that UPDATE sets. */
  readonly columns?: readonly string[];
}

/**
 * What a change of a table's rows sets off: its triggers and rules, which may change the rows of any table.
 *
 * @returns why that cannot be foreseen; null when there are none, or the plan takes them away first
 */
export async function sideEffects(
  asker: Asker,
  table: Table,
  { event, columns = [], changes }: Change & { readonly changes: PlannedChanges },
): Promise<string | null> {
  const rows = await asker.catalog(readSql(import.meta.url, './sql/armed.sql'), [table.oid, event, columns]);
  const found = v.parse(armed, rows).filter(({ name }) => changes.isArmed(table, name));
  if (found.length === 0) return null;
  return `${found.map(({ kind, name }) => `the ${kind} ${name}`).join(', ')} of ${tableText(table)} may change other rows`;
}
