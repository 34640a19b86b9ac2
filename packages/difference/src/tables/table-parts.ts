import type { Catalog, ObjectOfKind } from '@godwit/catalog';

/** A table and what belongs to it, in order. */
export interface TableParts {
  readonly table: ObjectOfKind<'table'>;
  readonly columns: readonly ObjectOfKind<'column'>[];
  readonly constraints: readonly ObjectOfKind<'constraint'>[];
}

/** A table of a catalog without what it has from the tables that it is a part or a child of; null for what is none. */
export function tableParts(catalog: Catalog, id: string): TableParts | null {
  const table = catalog.objects[id];
  if (table?.kind !== 'table') return null;
  const parts = partsOf(catalog).get(id) ?? [];
  const columns = parts.flatMap((part) => (part.kind === 'column' ? [part] : []));
  const order = table.properties.columns;
  return {
    table,
    columns: columns.toSorted((a, b) => order.indexOf(a.path[2] ?? '') - order.indexOf(b.path[2] ?? '')),
    constraints: parts.flatMap((part) => (part.kind === 'constraint' && !isInherited(part.within, 'constraint') ? [part] : [])),
  };
}

/** True for a column that a parent has as well. */
export function isInherited(within: readonly string[], kind: 'column' | 'constraint'): boolean {
  return within.some((id) => id.startsWith(`${kind} `));
}

type Part = ObjectOfKind<'column'> | ObjectOfKind<'constraint'>;

const indexes = new WeakMap<Catalog, ReadonlyMap<string, readonly Part[]>>();

/** Columns and constraints by the id of their table; worked out once for a catalog. */
function partsOf(catalog: Catalog): ReadonlyMap<string, readonly Part[]> {
  const known = indexes.get(catalog);
  if (known !== undefined) return known;
  const parts = new Map<string, Part[]>();
  for (const object of Object.values(catalog.objects)) {
    if (object.kind !== 'column' && object.kind !== 'constraint') continue;
    const table = object.within.find((id) => id.startsWith('table '));
    if (table !== undefined) parts.set(table, [...(parts.get(table) ?? []), object]);
  }
  indexes.set(catalog, parts);
  return parts;
}
