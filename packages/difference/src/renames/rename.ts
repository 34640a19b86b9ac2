import type { ObjectKind } from '@godwit/catalog';

/** The kinds whose objects can be given another name without losing what is in them, or what it took to make them. */
export const RENAMED_KINDS = [
  'schema',
  'table',
  'column',
  'view',
  'materialized view',
  'index',
  'constraint',
  'sequence',
  'enum',
  'domain',
  'composite type',
  'attribute',
  'range type',
] as const satisfies readonly ObjectKind[];

export type RenamedKind = (typeof RENAMED_KINDS)[number] | 'label';

/** One object, or one label of an enum, under another name. */
export interface Rename {
  readonly kind: RenamedKind;
  /** Its names before, from the outside in: schema, table, column. */
  readonly from: readonly string[];
  /** Its names after. Those outside may have changed as well, by another rename. */
  readonly to: readonly string[];
}

/** How a rename is written on the command line: `shelf.books.title=name`. */
export function renameAsFlag({ from, to }: Pick<Rename, 'from' | 'to'>): string {
  return `${from.join('.')}=${to.at(-1) ?? ''}`;
}
