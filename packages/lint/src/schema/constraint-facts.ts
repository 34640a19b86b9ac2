import { namePath } from '@godwit/migrator/statements';
import type { Constraint, Node } from 'libpg-query';
import { columnsIn, referredColumn } from '../tree/values.ts';
import { defaultName } from './default-name.ts';
import type { TableConstraint, TableIndex } from './table.ts';

export interface ConstraintOwner {
  /** Name of the table, without its schema. */
  readonly table: string;
  /** The column it was written behind; null for one of the whole table. */
  readonly column: string | null;
  /** Whether the schema has a constraint, or for those with an index a relation, of that name. */
  readonly isTaken: (name: string) => boolean;
}

const KINDS: Readonly<Record<string, TableConstraint['kind']>> = {
  CONSTR_CHECK: 'check',
  CONSTR_NOTNULL: 'not null',
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_PRIMARY: 'primary key',
  CONSTR_EXCLUSION: 'exclusion',
};

/** What a constraint says of its table; null for what is none in the catalog (a default, an identity, NULL). */
export function constraintFacts(constraint: Constraint, owner: ConstraintOwner): TableConstraint | null {
  const kind = KINDS[constraint.contype ?? ''];
  if (kind === undefined) return null;
  const columns = constraintColumns(constraint, owner.column);
  return {
    name: constraint.conname ?? constraintName(constraint, owner),
    kind,
    columns,
    valid: constraint.skip_validation !== true,
    provesNotNull: kind === 'check' ? notNullColumns(constraint.raw_expr) : kind === 'not null' ? columns : [],
  };
}

/** The name that the server would give to an unnamed constraint. */
export function constraintName(constraint: Constraint, { table, column, isTaken }: ConstraintOwner): string {
  const columns = constraintColumns(constraint, column);
  switch (constraint.contype) {
    case 'CONSTR_PRIMARY':
      return constraint.indexname ?? defaultName(table, [], 'pkey', isTaken);
    case 'CONSTR_UNIQUE':
      return constraint.indexname ?? defaultName(table, columns, 'key', isTaken);
    case 'CONSTR_FOREIGN':
      return defaultName(table, columns, 'fkey', isTaken);
    case 'CONSTR_EXCLUSION':
      return defaultName(table, columns, 'excl', isTaken);
    case 'CONSTR_NOTNULL':
      return defaultName(table, columns, 'not_null', isTaken);
    default:
      // One column gives its name; several, or none, leave that of the table.
      return defaultName(table, columns.length === 1 ? columns : [], 'check', isTaken);
  }
}

/** The index behind a UNIQUE, PRIMARY KEY or EXCLUDE constraint; null for the others, and for USING INDEX. */
export function constraintIndex(constraint: Constraint, facts: TableConstraint): TableIndex | null {
  if (constraint.indexname !== undefined) return null;
  if (facts.kind === 'exclusion') {
    const columns = (constraint.exclusions ?? []).map((pair) => {
      const [element] = 'List' in pair ? (pair.List.items ?? []) : [];
      return element !== undefined && 'IndexElem' in element ? (element.IndexElem.name ?? null) : null;
    });
    return { name: facts.name, columns, unique: false, partial: constraint.where_clause !== undefined };
  }
  if (facts.kind !== 'unique' && facts.kind !== 'primary key') return null;
  return { name: facts.name, columns: facts.columns, unique: true, partial: false };
}

function constraintColumns(constraint: Constraint, column: string | null): readonly string[] {
  if (constraint.contype === 'CONSTR_CHECK') return columnsIn(constraint.raw_expr);
  if (constraint.contype === 'CONSTR_EXCLUSION') return columnsIn({ List: { items: constraint.exclusions ?? [] } });
  const listed = namePath(constraint.contype === 'CONSTR_FOREIGN' ? constraint.fk_attrs : constraint.keys);
  return listed.length === 0 && column !== null ? [column] : listed;
}

/** The columns of `a is not null and b is not null`; none when it says anything else. */
function notNullColumns(expression: Node | undefined): readonly string[] {
  if (expression === undefined) return [];
  if ('NullTest' in expression && expression.NullTest.nulltesttype === 'IS_NOT_NULL' && expression.NullTest.arg !== undefined) {
    const column = referredColumn(expression.NullTest.arg);
    return column === null ? [] : [column];
  }
  if (!('BoolExpr' in expression) || expression.BoolExpr.boolop !== 'AND_EXPR') return [];
  const parts = (expression.BoolExpr.args ?? []).map(notNullColumns);
  return parts.some((columns) => columns.length === 0) ? [] : parts.flat();
}
