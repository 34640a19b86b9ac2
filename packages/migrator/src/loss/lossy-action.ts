import type { RelationName } from '../statements/relation-name.ts';

/** What a statement does that may take something from the rows that are there, read off its parse tree. */
export type LossyAction =
  | { readonly kind: 'drop table'; readonly relation: RelationName; readonly cascade: boolean }
  | { readonly kind: 'drop schema'; readonly schema: string }
  /** With CASCADE only: else no column can be of it. */
  | { readonly kind: 'drop type'; readonly type: RelationName }
  | { readonly kind: 'drop extension'; readonly extension: string }
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
  | { readonly kind: 'truncate'; readonly relation: RelationName; readonly cascade: boolean }
  /** Takes nothing itself, and changes what the statements after it find. */
  | { readonly kind: 'insert'; readonly relation: RelationName }
  | RowChange
  | { readonly kind: 'unseen'; readonly reason: string };

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
