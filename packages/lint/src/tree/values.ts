import { visit } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';

/** The string of a constant; null for anything else. */
export function stringOf(node: Node | undefined): string | null {
  return node !== undefined && 'A_Const' in node && node.A_Const.sval !== undefined ? (node.A_Const.sval.sval ?? '') : null;
}

/** The number of an integer constant; null for anything else. */
export function integerOf(node: Node | undefined): number | null {
  return node !== undefined && 'A_Const' in node && node.A_Const.ival !== undefined ? (node.A_Const.ival.ival ?? 0) : null;
}

/** The column that a reference names, without the table before it; null for `*` and for anything else. */
export function referredColumn(node: Node): string | null {
  if (!('ColumnRef' in node)) return null;
  const field = node.ColumnRef.fields?.at(-1);
  return field !== undefined && 'String' in field ? (field.String.sval ?? '') : null;
}

/** The columns that an expression names, each once, without the tables before them. */
export function columnsIn(expression: Node | undefined): readonly string[] {
  const found = new Set<string>();
  visit(expression, (node) => {
    const name = referredColumn(node);
    if (name !== null) found.add(name);
  });
  return [...found];
}
