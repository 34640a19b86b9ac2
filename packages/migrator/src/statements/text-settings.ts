import type { Node } from 'libpg-query';

/** What `set client_encoding` or `set names` sets, as it is written; null for any other statement, and for RESET. */
export function clientEncoding(node: Node): string | null {
  if (!('VariableSetStmt' in node) || node.VariableSetStmt.name !== 'client_encoding') return null;
  return firstValue(node.VariableSetStmt.args);
}

/** `set standard_conforming_strings` to anything but on: it changes how the rest of the text reads, at another moment for each who sends it. */
export function unescapesStrings(node: Node): boolean {
  if (!('VariableSetStmt' in node) || node.VariableSetStmt.name !== 'standard_conforming_strings') return false;
  const value = firstValue(node.VariableSetStmt.args);
  return value !== null && !/^(?:on|true|yes|1)$/i.test(value);
}

function firstValue([value]: readonly Node[] = []): string | null {
  if (value === undefined || !('A_Const' in value)) return null;
  const { sval, ival, boolval } = value.A_Const;
  return (
    sval?.sval ?? (ival === undefined ? null : String(ival.ival ?? 0)) ?? (boolval === undefined ? '' : String(boolval.boolval ?? false))
  );
}
