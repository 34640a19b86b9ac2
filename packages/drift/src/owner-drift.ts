import type { Catalog, CatalogObject, Difference, ObjectKind } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';

/** How ALTER calls a kind; the others go by the catalog's own word. */
const WORDS: { readonly [K in ObjectKind]?: string } = {
  enum: 'type',
  'composite type': 'type',
  'range type': 'type',
  'base type': 'type',
  'foreign server': 'server',
  'foreign-data wrapper': 'foreign data wrapper',
};

/** Kinds whose id is not how SQL names them. */
const UNNAMED: readonly ObjectKind[] = ['operator class', 'operator family', 'operator', 'cast', 'user mapping', 'default privileges'];

export interface OwnerDriftOptions {
  readonly live: Catalog;
  readonly expected: Catalog;
  /** Who made the expected database. What is his there belongs live to whoever owns most of it. */
  readonly maker: string;
}

/** Objects that belong to another role than the rest that came about in the same way. */
export function ownerDrift({ live, expected, maker }: OwnerDriftOptions): readonly Difference[] {
  const pairs = Object.values(expected.objects).flatMap((before) => {
    const after = live.objects[before.id];
    return after === undefined || before.owner === null || after.owner === null || followsItsTable(before) ? [] : [{ before, after }];
  });
  const usual = mostFrequent(pairs.flatMap(({ before, after }) => (before.owner === maker ? [after.owner] : [])));
  return pairs.flatMap(({ before, after }): readonly Difference[] => {
    const wanted = before.owner === maker ? usual : before.owner;
    if (wanted === after.owner) return [];
    const changes = [{ property: 'owner', before: wanted, after: after.owner }];
    return [{ kind: 'changed', object: after.id, changes, parts: [], before: { ...before, owner: wanted }, after }];
  });
}

/** The statement that gives an object to the owner on one side of its difference; null where SQL names it in a way of its own. */
export function ownerStatement(object: CatalogObject | null): string | null {
  if (object === null || object.owner === null || UNNAMED.includes(object.kind)) return null;
  const name = object.id.slice(object.kind.length + 1);
  return `alter ${WORDS[object.kind] ?? object.kind} ${name} owner to ${quoteIdentifier(object.owner)}`;
}

function followsItsTable({ kind, properties }: CatalogObject): boolean {
  return kind === 'sequence' && 'ownedBy' in properties && properties.ownedBy !== null;
}

function mostFrequent(names: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
