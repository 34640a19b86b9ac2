import { nameOfRange, type Statement } from '@godwit/migrator/statements';
import { quoteIdentifier } from '@godwit/postgres';
import { nameSql } from './name-sql.ts';
import type { Made } from './undo-of-statements.ts';

type AlterTable = Extract<Statement['node'], { AlterTableStmt: unknown }>['AlterTableStmt'];

type Command = NonNullable<AlterTable['cmds']>[number];

/** These tie an older table to one that was made here, so that it would go with it. */
const TIES = new Set(['AT_AttachPartition', 'AT_AddInherit', 'AT_DetachPartition']);

/** The ways back of what ALTER TABLE adds: columns, and constraints that have a name. Null when it does anything else. */
export function addedToTable({ relation, cmds = [], objtype, missing_ok: mayMiss }: AlterTable, made: Made): readonly string[] | null {
  if (relation === undefined || mayMiss) return null;
  const ties = cmds.some((item) => 'AlterTableCmd' in item && TIES.has(item.AlterTableCmd.subtype ?? ''));
  if (ties) return null;
  if (made.has(nameOfRange(relation))) return [];
  if (objtype !== 'OBJECT_TABLE') return null;
  const parts = cmds.map((item) => dropOf(item));
  if (parts.includes(null)) return null;
  return parts.map((part) => `alter table ${nameSql(nameOfRange(relation))} ${part}`);
}

function dropOf(item: Command): string | null {
  if (!('AlterTableCmd' in item)) return null;
  const { subtype, def, missing_ok: mayExist } = item.AlterTableCmd;
  if (def === undefined || mayExist) return null;
  if (subtype === 'AT_AddColumn' && 'ColumnDef' in def && def.ColumnDef.colname !== undefined) {
    // A primary key makes its column NOT NULL for good, but that goes with the column.
    return `drop column ${quoteIdentifier(def.ColumnDef.colname)}`;
  }
  if (subtype !== 'AT_AddConstraint' || !('Constraint' in def)) return null;
  const { conname, contype, indexname } = def.Constraint;
  if (conname === undefined || indexname !== undefined || contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_NOTNULL') return null;
  return `drop constraint ${quoteIdentifier(conname)}`;
}
