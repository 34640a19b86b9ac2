import type { RelationName } from '@godwit/migrator/statements';
import type { ColumnType } from './column-type.ts';

/** A name whose schema is known. */
export interface FullName extends RelationName {
  readonly schema: string;
}

/** A relation as the revisions so far have made it. Never changed: each statement that changes it leaves another one. */
export interface Table {
  readonly name: FullName;
  readonly kind: 'table' | 'partitioned table' | 'foreign table' | 'view' | 'materialized view';
  /** False when no revision shows how it was made: it may have more than what is known. */
  readonly complete: boolean;
  /** In their order. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly constraints: ReadonlyMap<string, TableConstraint>;
  /** With those of its constraints. */
  readonly indexes: ReadonlyMap<string, TableIndex>;
  readonly rowSecurity: boolean;
  readonly partitionOf: FullName | null;
}

export interface Column {
  readonly name: string;
  /** Null when it cannot be seen, such as `t.c%type`. */
  readonly type: ColumnType | null;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
}

export interface TableConstraint {
  readonly name: string;
  readonly kind: 'check' | 'not null' | 'foreign key' | 'unique' | 'primary key' | 'exclusion';
  /** Of a CHECK those that it names. */
  readonly columns: readonly string[];
  /** False between NOT VALID and VALIDATE. */
  readonly valid: boolean;
  /** The columns of which a CHECK says nothing but that they are not null; a NOT NULL constraint's own. */
  readonly provesNotNull: readonly string[];
}

export interface TableIndex {
  readonly name: string;
  /** In order; null for an expression. */
  readonly columns: readonly (string | null)[];
  readonly unique: boolean;
  readonly partial: boolean;
}

/** A type of CREATE TYPE … AS ENUM. */
export interface EnumType {
  readonly name: FullName;
  readonly labels: readonly string[];
}

/** A table of which nothing is known but its name. */
export function unseenTable(name: FullName, kind: Table['kind'] = 'table'): Table {
  return {
    name,
    kind,
    complete: false,
    columns: new Map(),
    constraints: new Map(),
    indexes: new Map(),
    rowSecurity: false,
    partitionOf: null,
  };
}
