import type { Catalog, ObjectKind } from '@godwit/catalog';
import { count } from '../output/columns.ts';

/** Kinds worth a number, in the order in which they are told, with their plural. */
const KINDS: readonly (readonly [ObjectKind, string])[] = [
  ['schema', 'schemas'],
  ['table', 'tables'],
  ['column', 'columns'],
  ['constraint', 'constraints'],
  ['index', 'indexes'],
  ['view', 'views'],
  ['materialized view', 'materialized views'],
  ['function', 'functions'],
  ['procedure', 'procedures'],
  ['trigger', 'triggers'],
  ['policy', 'policies'],
  ['enum', 'enums'],
  ['domain', 'domains'],
  ['sequence', 'sequences'],
];

/** How many objects of each kind were compared, and how many comments and grants stand on them. */
export function countObjects(catalog: Catalog): Readonly<Record<string, number>> {
  const objects = Object.values(catalog.objects).filter(({ id }) => id !== 'schema public');
  const counts = new Map<string, number>();
  for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const comments = objects.filter(({ comment }) => comment !== null).length;
  return { ...Object.fromEntries(counts), comment: comments, extension: Object.keys(catalog.extensions).length };
}

/** `38 tables, 120 indexes, … and 12 other objects`; `nothing but an empty schema` when there are none. */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  const known = KINDS.flatMap(([kind, plural]) => (counts[kind] === undefined ? [] : [count(counts[kind], kind, plural)]));
  const named = new Set<string>([...KINDS.map(([kind]) => kind), 'comment', 'extension']);
  const others = Object.entries(counts).reduce((sum, [kind, number]) => (named.has(kind) ? sum : sum + number), 0);
  const parts = [
    ...known,
    ...(others === 0 ? [] : [count(others, 'other object')]),
    ...(counts.comment ? [count(counts.comment, 'comment')] : []),
    ...(counts.extension ? [count(counts.extension, 'extension')] : []),
  ];
  return parts.length === 0 ? 'two empty schemas' : parts.join(', ');
}
