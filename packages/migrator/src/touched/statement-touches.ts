import type { CreateSchemaStmt, Node } from 'libpg-query';
import type { Statement, StatementKind } from '../statements/statement.ts';
import { dataTouches } from './data-touches.ts';
import { dropTouches } from './drop-touches.ts';
import type { Family, TableOfIndex } from './family.ts';
import { movedTouches } from './moved-touches.ts';
import { namedTouches } from './named-touches.ts';
import { privilegeTouches } from './privilege-touches.ts';
import { relationTouches } from './relation-touches.ts';
import { anything, changes, type Touch, uses } from './touch.ts';
import { usedBy } from './used-by.ts';

const FAMILIES: readonly Family[] = [relationTouches, dataTouches, dropTouches, movedTouches, namedTouches, privilegeTouches];

/** Statements that leave nothing behind when their step has ended. */
const PASSING = new Set<StatementKind>([
  'VariableSetStmt',
  'VariableShowStmt',
  'LockStmt',
  'PrepareStmt',
  'DeallocateStmt',
  'CheckPointStmt',
  'ConstraintsSetStmt',
]);

const CODE: Partial<Readonly<Record<StatementKind, string>>> = {
  DoStmt: 'DO runs code',
  CallStmt: 'CALL runs code',
  ExecuteStmt: 'EXECUTE runs a prepared statement',
};

/**
 * What a statement touches, by what it names. What it changes without naming it (a trigger's work, rows that a foreign key takes along)
 * is left out; where that can be anything (code, CASCADE, a statement that is not known here) it says so.
 */
export function statementTouches({ node, kind }: Pick<Statement, 'node' | 'kind'>, tableOf: TableOfIndex): readonly Touch[] {
  if (PASSING.has(kind)) return [];
  const code = CODE[kind];
  if (code !== undefined) return [anything(code)];
  if ('CreateSchemaStmt' in node) return createSchema(node.CreateSchemaStmt, tableOf);
  return nodeTouches(node, tableOf) ?? [anything(`what ${kind.replace(/Stmt$/, '')} touches is not known`)];
}

function nodeTouches(node: Node, tableOf: TableOfIndex): readonly Touch[] | null {
  for (const family of FAMILIES) {
    const touches = family(node, tableOf);
    if (touches !== null) return [...touches, ...usedBy(node)];
  }
  return null;
}

function createSchema(
  { schemaname = '', if_not_exists: shared, schemaElts = [] }: CreateSchemaStmt,
  tableOf: TableOfIndex,
): readonly Touch[] {
  const schema = { kind: 'schema', schema: null, name: schemaname } as const;
  return [shared ? uses(schema) : changes(schema), ...schemaElts.flatMap((element) => nodeTouches(element, tableOf) ?? [])];
}
