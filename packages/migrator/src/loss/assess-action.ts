import { quoteIdentifier, quoteQualified } from '@godwit/postgres';
import type { RelationName } from '../statements/relation-name.ts';
import type { Asker } from './ask.ts';
import { calledCode } from './code-loss.ts';
import { count } from './count.ts';
import { estimateOf, referencingTables, rowsLost, tablesOfSchema, valuesLost, valuesOfTypes } from './drop-loss.ts';
import { examplesOf } from './examples.ts';
import type { LossyAction } from './lossy-action.ts';
import type { Naming } from './naming.ts';
import { type Assessed, NOTHING, type PartialLoss } from './partial-loss.ts';
import type { PlannedChanges } from './planned-changes.ts';
import { changedRows, rowsElsewhere } from './row-loss.ts';
import { findColumns, findTable, type Table, tableSql, tableText } from './table.ts';
import { typeLoss } from './type-loss.ts';

interface Assessing {
  readonly asker: Asker;
  readonly naming: Naming;
  /** Columns that an earlier UPDATE of the plan has set, as `tableText` names them: their nulls may be gone by then. */
  readonly updated: Set<string>;
  /** Of the statements before. */
  readonly changes: PlannedChanges;
}

/** What one action would take from the database as it is now. What is not there, or is made by the plan itself, loses nothing. */
export async function assessAction(assessing: Assessing, action: LossyAction): Promise<Assessed> {
  const { asker, naming, updated, changes } = assessing;
  const found = (losses: readonly PartialLoss[]): Assessed => ({ losses, unseen: null });
  switch (action.kind) {
    case 'unseen':
      changes.addUnknown();
      return { losses: [], unseen: action.reason };
    case 'drop schema': {
      const schema = naming.schema(action.schema);
      return found([...(await rowsLost(asker, await tablesOfSchema(asker, schema))), ...(await valuesOfTypes(asker, { schema }))]);
    }
    case 'drop extension':
      return found(await valuesOfTypes(asker, { extension: action.extension }));
    case 'drop type': {
      const type = naming.type(action.type);
      return type === null ? NOTHING : found(await valuesOfTypes(asker, { type: typeSql(type) }));
    }
    case 'drop row type': {
      const relation = naming.relation(action.relation);
      return relation === null ? NOTHING : found(await valuesOfTypes(asker, { type: typeSql(relation) }));
    }
    case 'call':
      return await assessCall(assessing, action.functions);
    default:
      break;
  }
  const table = await findTable(asker, naming.relation(action.relation));
  if (table === null) return CHANGES_ROWS.has(action.kind) ? await rowsElsewhere(asker, naming.relation(action.relation)) : NOTHING;
  switch (action.kind) {
    case 'drop table':
      return found(await rowsLost(asker, [table]));
    case 'truncate':
      changes.addUnknown();
      return found(await rowsLost(asker, [table, ...(action.cascade ? await referencingTables(asker, table) : [])]));
    case 'delete':
      if (isRenamed(naming, action.relation)) return { losses: [], unseen: 'the plan itself renames that table' };
      return await changedRows(asker, table, action, { columns: [], changes });
    case 'insert':
      changes.add(table);
      return NOTHING;
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

const CHANGES_ROWS = new Set<LossyAction['kind']>(['delete', 'update', 'truncate', 'insert']);

async function assessCall({ asker, naming, changes }: Assessing, functions: readonly RelationName[]): Promise<Assessed> {
  const now = functions.map(({ schema, name }) => ({ schema: schema === null ? null : naming.schema(schema), name }));
  const assessed = await calledCode(asker, now);
  if (assessed.unseen !== null) changes.addUnknown();
  return assessed;
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
  const examples = await examplesOf(asker, { table, column, after: null, where: `${value} is null` });
  return [{ ...counted, kind: 'refused', object: tableText(table, name), examples, reason: counted.reason ?? 'null' }];
}

function typeSql({ schema, name }: RelationName): string {
  return schema === null ? quoteIdentifier(name) : quoteQualified(schema, name);
}
