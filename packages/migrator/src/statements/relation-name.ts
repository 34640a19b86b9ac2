import type { Node, RangeVar } from 'libpg-query';
import { RESERVED_WORDS } from './reserved-words.ts';

/** A relation as SQL names it. */
export interface RelationName {
  /** Null when the search path decides. */
  readonly schema: string | null;
  readonly name: string;
}

export function nameOfRange(range: RangeVar): RelationName {
  return { schema: range.schemaname ?? null, name: range.relname ?? '' };
}

/** The strings of a qualified name as the grammar gives it: a List of Strings, or an array of them. */
export function namePath(node: Node | readonly Node[] | undefined): string[] {
  if (node === undefined) return [];
  const items: readonly Node[] = isList(node) ? node : 'List' in node ? (node.List.items ?? []) : [node];
  return items.flatMap((item) => ('String' in item ? [item.String.sval ?? ''] : []));
}

/** `[schema, name]` or `[name]`; a database in front is dropped. */
export function nameOfPath(path: readonly string[]): RelationName {
  return { schema: path.at(-2) ?? null, name: path.at(-1) ?? '' };
}

/** As a person writes it, quoted only where it must be. */
export function formatName({ schema, name }: RelationName): string {
  return [...(schema === null ? [] : [schema]), name].map(formatIdentifier).join('.');
}

/** One name as a person writes it; a placeholder is left as it is. */
export function formatIdentifier(name: string): string {
  return /^(?:[a-z_][a-z0-9_$]*|:[A-Z][0-9A-Z_]+)$/.test(name) && !RESERVED_WORDS.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function isList(node: Node | readonly Node[]): node is readonly Node[] {
  return Array.isArray(node);
}
