/** The call of a gate, also inside a DO block. */
const GATE = /\bgodwit\.require_backfill\s*\(\s*'((?:[^']|'')+)'/g;

/** The backfills that a body waits for, by name, in the order in which it asks. */
export function gatesOf(body: string): readonly string[] {
  return [...new Set([...body.matchAll(GATE)].map(([, name = '']) => name.replaceAll("''", "'")))];
}
