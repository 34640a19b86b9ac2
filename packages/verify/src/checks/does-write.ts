import { type Statement, visit } from '@godwit/migrator/statements';

/** Statements that change nothing of themselves. SET lasts no longer than the transaction of its check. */
const READS = new Set(['SelectStmt', 'ExplainStmt', 'VariableShowStmt', 'VariableSetStmt', 'ConstraintsSetStmt']);

/** Inside of those, what changes something all the same: WITH … INSERT, SELECT … INTO, SELECT … FOR UPDATE. */
const WRITES = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'IntoClause', 'LockingClause']);

/** Whether a statement changes something, by its parse tree: a function that it calls may do so unseen. */
export function doesWrite({ node, kind }: Statement): boolean {
  if (!READS.has(kind)) return true;
  let writes = false;
  visit(node, (inner) => {
    if (Object.keys(inner).some((name) => WRITES.has(name))) writes = true;
    if ('SelectStmt' in inner && inner.SelectStmt.intoClause !== undefined) writes = true;
  });
  return writes;
}
