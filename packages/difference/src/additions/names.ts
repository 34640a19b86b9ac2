import { quoteIdentifier } from '@godwit/postgres';

/** A path of a catalog as SQL. */
export function qualified(path: readonly string[]): string {
  return path.map(quoteIdentifier).join('.');
}

/** The relation of a column, trigger or constraint, and its own name in it. */
export function inRelation(path: readonly string[]): { readonly relation: string; readonly name: string } {
  return { relation: qualified(path.slice(0, 2)), name: quoteIdentifier(path[2] ?? '') };
}
