import { type Catalog, compareCatalogs, type Difference } from '@godwit/catalog';

/** A change of nothing but the order of columns, said by the columns that come last; null for any other. */
export function columnsInWords(made: Catalog, wanted: Catalog, { object, changes }: Difference): readonly string[] | null {
  const [change, other] = changes;
  if (change?.property !== 'columns' || other !== undefined) return null;
  const [back] = compareCatalogs(wanted, made).filter((difference) => difference.object === object);
  const columns = back?.changes.flatMap(({ movedLast }) => movedLast ?? []) ?? [];
  const name = object.slice(object.indexOf(' ') + 1);
  return [`column order of ${name}: PostgreSQL puts ${columns.join(', ')} last, and the new schema does not`];
}
