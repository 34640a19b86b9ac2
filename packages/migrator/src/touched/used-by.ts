import type { Node, RangeVar, TypeName } from 'libpg-query';
import { nameOfPath, nameOfRange, namePath } from '../statements/relation-name.ts';
import { visit } from '../statements/visit.ts';
import { references, relation, type Touch, uses } from './touch.ts';

/** Everything that a statement names: relations, types, functions, tables of foreign keys. Names of common table expressions and built-in types are none. */
export function usedBy(tree: Node): readonly Touch[] {
  const found: Touch[] = [];
  const queries = new Set<string>();
  visit(tree, (node) => {
    if ('CommonTableExpr' in node) queries.add(node.CommonTableExpr.ctename ?? '');
  });
  visit(tree, (node) => {
    if ('FuncCall' in node) found.push(uses({ kind: 'function', ...nameOfPath(namePath(node.FuncCall.funcname)) }));
    if ('CreateTrigStmt' in node) found.push(uses({ kind: 'function', ...nameOfPath(namePath(node.CreateTrigStmt.funcname)) }));
  });
  visitNamed(tree, {
    range: (range) => {
      const name = nameOfRange(range);
      if (name.schema !== null || !queries.has(name.name)) found.push(uses(relation(name)));
    },
    foreignKey: (range) => found.push(references(relation(nameOfRange(range)))),
    type: (names) => {
      if (names[0] !== 'pg_catalog') found.push(uses(relation(nameOfPath(names))));
    },
  });
  return found;
}

interface See {
  readonly range: (range: RangeVar) => void;
  readonly foreignKey: (range: RangeVar) => void;
  readonly type: (names: readonly string[]) => void;
}

/** Where the grammar allows but one kind of node, the parser leaves out the wrapper with its name: these two are known by their fields. */
function visitNamed(tree: unknown, see: See): void {
  if (Array.isArray(tree)) {
    for (const item of tree) visitNamed(item, see);
  } else if (typeof tree === 'object' && tree !== null) {
    if (isRange(tree)) see.range(tree);
    if (isType(tree)) see.type(namePath(tree.names));
    for (const [field, value] of Object.entries(tree)) {
      if (field === 'pktable' && typeof value === 'object' && value !== null && isRange(value)) see.foreignKey(value);
      else visitNamed(value, see);
    }
  }
}

function isRange(piece: object): piece is RangeVar {
  return 'relname' in piece && 'relpersistence' in piece;
}

function isType(piece: object): piece is TypeName {
  return 'names' in piece && 'typemod' in piece;
}
