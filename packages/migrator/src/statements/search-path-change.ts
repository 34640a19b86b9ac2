import { quoteIdentifier } from '@godwit/postgres';
import type { Node } from 'libpg-query';
import { nameOfPath, namePath } from './relation-name.ts';

/**
 * The search path that a statement sets, as SQL writes it: SET, SET SCHEMA, `select set_config('search_path', …)`.
 *
 * @returns null when it sets none; `default` for RESET and the like
 */
export function searchPathChange(node: Node): string | 'default' | null {
  if ('VariableSetStmt' in node) {
    const { kind, name, args = [] } = node.VariableSetStmt;
    if (kind === 'VAR_RESET_ALL') return 'default';
    if (name !== 'search_path') return null;
    return kind === 'VAR_SET_VALUE' ? args.map((one) => quoted(constant(one) ?? '')).join(', ') : 'default';
  }
  const calls = 'SelectStmt' in node ? (node.SelectStmt.targetList ?? []) : [];
  for (const target of calls) {
    const call = 'ResTarget' in target ? target.ResTarget.val : undefined;
    if (call === undefined || !('FuncCall' in call) || nameOfPath(namePath(call.FuncCall.funcname)).name !== 'set_config') continue;
    const [setting, value] = (call.FuncCall.args ?? []).map(constant);
    if (setting?.toLowerCase() === 'search_path' && typeof value === 'string') return value;
  }
  return null;
}

function quoted(schema: string): string {
  return schema === '' ? '""' : quoteIdentifier(schema);
}

/** Null for what is no string constant. */
function constant(node: Node): string | null {
  return 'A_Const' in node && node.A_Const.sval !== undefined ? (node.A_Const.sval.sval ?? '') : null;
}
