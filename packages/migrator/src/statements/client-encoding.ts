import type { Node } from 'libpg-query';

/** What `set client_encoding` or `set names` sets, as it is written; null for any other statement, and for RESET. */
export function clientEncoding(node: Node): string | null {
  if (!('VariableSetStmt' in node) || node.VariableSetStmt.name !== 'client_encoding') return null;
  const [value] = node.VariableSetStmt.args ?? [];
  return value !== undefined && 'A_Const' in value ? (value.A_Const.sval?.sval ?? '') : null;
}
