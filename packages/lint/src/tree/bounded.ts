import type { Node } from 'libpg-query';
import type { Table } from '../schema/table.ts';
import { referredColumn } from './values.ts';

/** Whether a condition is met by few rows: it compares a whole key with constants. Of a table that is not known, `id` is one. */
export function meetsFewRows(condition: Node | undefined, table: Table | null): boolean {
  const fixed = fixedColumns(condition);
  const keys = [...(table?.indexes.values() ?? [])].filter(({ unique, partial }) => unique && !partial).map(({ columns }) => columns);
  if (keys.some((columns) => columns.length > 0 && columns.every((column) => column !== null && fixed.has(column)))) return true;
  return (table === null || !table.complete) && fixed.has('id');
}

/** The columns that a condition compares with constants: `id = 7 and kind in ('a', 'b')`. */
function fixedColumns(condition: Node | undefined): ReadonlySet<string> {
  if (condition === undefined) return new Set();
  if ('BoolExpr' in condition && condition.BoolExpr.boolop === 'AND_EXPR') {
    return new Set((condition.BoolExpr.args ?? []).flatMap((part) => [...fixedColumns(part)]));
  }
  if (!('A_Expr' in condition)) return new Set();
  const { kind, name = [], lexpr, rexpr } = condition.A_Expr;
  const [operator] = name;
  if (kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN') return new Set();
  if (operator === undefined || !('String' in operator) || operator.String.sval !== '=' || lexpr === undefined || rexpr === undefined)
    return new Set();
  const column = referredColumn(lexpr) ?? referredColumn(rexpr);
  const value = referredColumn(lexpr) === null ? lexpr : rexpr;
  return column !== null && isConstant(value) ? new Set([column]) : new Set();
}

function isConstant(node: Node): boolean {
  if ('List' in node) return (node.List.items ?? []).every(isConstant);
  if ('TypeCast' in node) return node.TypeCast.arg !== undefined && isConstant(node.TypeCast.arg);
  return 'A_Const' in node;
}
