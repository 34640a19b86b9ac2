import { quoteIdentifier } from '@godwit/postgres';
import type { RelationName } from '../statements/relation-name.ts';
import type { Asker } from './ask.ts';
import type { Assessing } from './assessing.ts';
import { violations } from './constraint-loss.ts';
import { count } from './count.ts';
import { estimateOf, referencingTables, rowsLost, valuesLost } from './drop-loss.ts';
import { violatingExamples } from './examples.ts';
import type { LossyAction } from './lossy-action.ts';
import type { Naming } from './naming.ts';
import { type Assessed, NOTHING, type PartialLoss } from './partial-loss.ts';
import { changedRows, rowsElsewhere } from './row-loss.ts';
import { identityLoss } from './sequence-loss.ts';
import { sideEffects } from './side-effects.ts';
import { findColumns, findTable, type Table, tableSql, tableText } from './table.ts';
import { typeLoss } from './type-loss.ts';

/** An action on a table, or on rows by way of what is named like one. */
type TableAction = Exclude<Extract<LossyAction, { readonly relation: RelationName }>, { kind: 'drop row type' }>;

const CHANGES_ROWS = new Set<LossyAction['kind']>(['delete', 'update', 'truncate', 'insert']);

export async function assessTable({ asker, naming, updated, changes }: Assessing, action: TableAction): Promise<Assessed> {
  const found = (losses: readonly PartialLoss[]): Assessed => ({ losses, unseen: null });
  const table = await findTable(asker, naming.relation(action.relation));
  if (table === null) return CHANGES_ROWS.has(action.kind) ? await rowsElsewhere(asker, naming.relation(action.relation)) : NOTHING;
  switch (action.kind) {
    case 'drop table':
      return found(await rowsLost(asker, [table]));
    case 'truncate': {
      changes.addUnknown();
      const losses = await rowsLost(asker, [table, ...(action.cascade ? await referencingTables(asker, table) : [])]);
      return { losses, unseen: await sideEffects(asker, table, { event: 'TRUNCATE', changes }) };
    }
    case 'delete':
      if (isRenamed(naming, action.relation)) return { losses: [], unseen: 'the plan itself renames that table' };
      return await changedRows(asker, table, action, { columns: [], changes });
    case 'insert': {
      const unseen = await sideEffects(asker, table, { event: 'INSERT', changes });
      changes.add(table);
      if (unseen !== null) changes.addUnknown();
      return { losses: [], unseen };
    }
    case 'update': {
      const columns = present(naming, action.relation, action.columns);
      for (const column of columns) updated.add(tableText(table, column));
      if (isRenamed(naming, action.relation)) return { losses: [], unseen: 'the plan itself renames that table' };
      return await changedRows(asker, table, action, { columns, changes });
    }
    case 'drop column':
      return found(await valuesLost(asker, table, present(naming, action.relation, [action.column])));
    case 'set not null': {
      const [column] = present(naming, action.relation, [action.column]);
      return column === undefined || updated.has(tableText(table, column)) ? NOTHING : found(await nulls(asker, table, column));
    }
    case 'add constraint': {
      const column = (name: string) => naming.column(action.relation, name);
      return found(await violations({ asker, table, changes, column, relation: naming.relation }, action.constraint));
    }
    case 'drop identity':
    case 'restart identity': {
      const [column] = present(naming, action.relation, [action.column]);
      if (column === undefined) return NOTHING;
      return found(await identityLoss(asker, table, { column, kind: action.kind === 'drop identity' ? 'values' : 'overwritten' }));
    }
    case 'disarm':
      changes.disarm(table, action.name);
      return NOTHING;
    case 'change type': {
      const [column] = present(naming, action.relation, [action.column]);
      if (column === undefined) return NOTHING;
      const labels = naming.labelsOf(action.type.name);
      if (labels === null && naming.type(action.type.name) === null) {
        return { losses: [], unseen: `the plan itself makes the type ${action.type.text}` };
      }
      return await typeLoss(asker, { table, column, action, labels });
    }
  }
}

/** Then its present name, which is all that can be asked about, is another's. */
function isRenamed(naming: Naming, relation: RelationName): boolean {
  const now = naming.relation(relation);
  return now !== null && (now.name !== relation.name || now.schema !== relation.schema);
}

function present(naming: Naming, relation: RelationName, columns: readonly string[]): readonly string[] {
  return columns.flatMap((column) => naming.column(relation, column) ?? []);
}

async function nulls(asker: Asker, table: Table, name: string): Promise<readonly PartialLoss[]> {
  const [column] = await findColumns(asker, table, [name]);
  if (column === undefined) return [];
  const value = quoteIdentifier(name);
  const estimate = estimateOf(table, { ...column, null_fraction: 1 - column.null_fraction });
  const counted = await count(asker, `from ${tableSql(table)} where ${value} is null`, estimate);
  if (counted === null) return [];
  const examples = await violatingExamples(asker, table, { from: `from ${tableSql(table)} where ${value} is null`, columns: [name] });
  return [{ ...counted, kind: 'refused', object: tableText(table, name), examples, reason: counted.reason ?? 'null' }];
}
