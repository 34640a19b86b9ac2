import type { RelationName } from '../statements/relation-name.ts';

/** What a statement does that may take something from the rows that are there, read off its parse tree. */
export type LossyAction =
  | { readonly kind: 'drop table'; readonly relation: RelationName; readonly cascade: boolean }
  | { readonly kind: 'drop schema'; readonly schema: string }
  /** With CASCADE only: else no column can be of it. */
  | { readonly kind: 'drop type'; readonly type: RelationName }
  /** The rows of its own tables go; with CASCADE also the columns of its types. */
  | { readonly kind: 'drop extension'; readonly extension: string; readonly cascade: boolean }
  /** What CASCADE takes with a table or a view: columns of its row type. */
  | { readonly kind: 'drop row type'; readonly relation: RelationName }
  /** Functions that a query calls: they may do anything. */
  | { readonly kind: 'call'; readonly functions: readonly RelationName[] }
  | { readonly kind: 'drop column'; readonly relation: RelationName; readonly column: string }
  | {
      readonly kind: 'change type';
      readonly relation: RelationName;
      readonly column: string;
      readonly type: NewType;
      readonly using: string | null;
    }
  | { readonly kind: 'set not null'; readonly relation: RelationName; readonly column: string }
  /** Rows that are there may violate it. */
  | { readonly kind: 'add constraint'; readonly relation: RelationName; readonly constraint: NewConstraint }
  /** Values of a domain that is there may violate it. */
  | { readonly kind: 'constrain domain'; readonly type: RelationName; readonly check: CheckText | 'not null' }
  /** Its position goes: numbers that were given out would be given out again. */
  | { readonly kind: 'drop sequence'; readonly sequence: RelationName }
  /** @see 'drop sequence'. `to` is null for the sequence's own start. */
  | { readonly kind: 'restart sequence'; readonly sequence: RelationName; readonly to: number | null }
  /** The column and its values stay, the position of its sequence goes. */
  | { readonly kind: 'drop identity' | 'restart identity'; readonly relation: RelationName; readonly column: string }
  /** Code that CASCADE may take partitioned tables with: what they are partitioned by. */
  | { readonly kind: 'drop code'; readonly name: string }
  /** Takes nothing itself: what the statements after it set off is less. Null: all of them. */
  | { readonly kind: 'disarm'; readonly relation: RelationName; readonly name: string | null }
  | { readonly kind: 'truncate'; readonly relation: RelationName; readonly cascade: boolean }
  /** Takes nothing itself, and changes what the statements after it find. */
  | { readonly kind: 'insert'; readonly relation: RelationName }
  | RowChange
  | { readonly kind: 'unseen'; readonly reason: string };

/** A condition as it is written, and the columns that it names. */
export interface CheckText {
  readonly sql: string;
  readonly columns: readonly string[];
  /** `check books_grade_check`. */
  readonly text: string;
}

/** What rows must satisfy from then on. A constraint that is added NOT VALID asks nothing of them. */
export type NewConstraint =
  | { readonly kind: 'check'; readonly check: CheckText }
  | UniqueKey
  | {
      readonly kind: 'foreign key';
      readonly columns: readonly string[];
      readonly references: RelationName;
      /** None for the primary key. */
      readonly keys: readonly string[];
    }
  /** VALIDATE: one that the table has. */
  | { readonly kind: 'existing'; readonly name: string }
  /** ADD COLUMN … NOT NULL without a value for the rows that are there. */
  | { readonly kind: 'required column'; readonly column: string };

export interface UniqueKey {
  readonly kind: 'unique';
  /** Columns by their name, expressions as they are written. */
  readonly keys: readonly ({ readonly column: string } | { readonly sql: string })[];
  /** Of a partial index. */
  readonly where: string | null;
  readonly nullsEqual: boolean;
  /** Then nulls violate it too. */
  readonly primary: boolean;
}

export interface NewType {
  readonly name: RelationName;
  /** As written, without COLLATE: `numeric(5, 2)`. */
  readonly text: string;
}

/** DELETE or UPDATE, cut into the parts of which a SELECT that counts can be made. */
export interface RowChange {
  readonly kind: 'delete' | 'update';
  readonly relation: RelationName;
  /** Columns that are set; none for DELETE. */
  readonly columns: readonly string[];
  /** `with x as (…)`; empty without one. */
  readonly prefix: string;
  /** `only books as b`. */
  readonly target: string;
  /** What the target's columns are called by: `b`. */
  readonly alias: string;
  /** The tables that are joined; null without any. */
  readonly joined: string | null;
  readonly where: string | null;
}
