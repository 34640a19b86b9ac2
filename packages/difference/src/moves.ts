import type { Catalog, ObjectOfKind } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';
import { inRelation, qualified } from './additions/names.ts';

/** Something that can be changed where it is, which the engine would drop and make again. */
export interface Move {
  /** The catalog's id of what it is about. */
  readonly object: string;
  /** Either of its statements without the others is of no use. */
  readonly statements: readonly string[];
}

/** Tables that belong to other parents, partitions that have to leave theirs before they can go, and columns that keep their rows under another collation or lose their generation. */
export function findMoves(from: Catalog, to: Catalog): readonly Move[] {
  return [...departures(from, to), ...changes(from, to)];
}

/** A partition cannot be dropped while it is one, where a foreign key references the table that it is a part of. */
function departures(from: Catalog, to: Catalog): readonly Move[] {
  const objects = Object.values(from.objects);
  const referenced = new Set(objects.flatMap((one) => (one.kind === 'constraint' ? (one.properties.references ?? []) : [])));
  const parentOf = (name: string): string | null => {
    const table = from.objects[`table ${name}`];
    return table?.kind === 'table' ? table.properties.partitionOf : null;
  };
  const isReferenced = (name: string | null): boolean => name !== null && (referenced.has(name) || isReferenced(parentOf(name)));
  return objects.flatMap((table): readonly Move[] => {
    if (table.kind !== 'table' || Object.hasOwn(to.objects, table.id)) return [];
    const parent = table.properties.partitionOf;
    if (parent === null || !isReferenced(parent) || !Object.hasOwn(to.objects, `table ${parent}`)) return [];
    return [{ object: table.id, statements: [`alter table ${parent} detach partition ${qualified(table.path)}`] }];
  });
}

function changes(from: Catalog, to: Catalog): readonly Move[] {
  return Object.values(to.objects).flatMap((after): readonly Move[] => {
    const before = from.objects[after.id];
    const statements =
      before?.kind === 'table' && after.kind === 'table'
        ? tableMoves(before, after, to)
        : before?.kind === 'column' && after.kind === 'column'
          ? columnMoves(before, after)
          : [];
    return statements.length === 0 ? [] : [{ object: after.id, statements }];
  });
}

function tableMoves(before: ObjectOfKind<'table'>, after: ObjectOfKind<'table'>, to: Catalog): readonly string[] {
  const table = qualified(after.path);
  const [was, is] = [before.properties, after.properties];
  if (was.partitionKey !== is.partitionKey) return [];
  const isSame = was.partitionOf === is.partitionOf && was.partitionBound === is.partitionBound;
  const isParentKept = Object.hasOwn(to.objects, `table ${was.partitionOf ?? ''}`);
  return [
    ...(isSame || was.partitionOf === null || !isParentKept ? [] : [`alter table ${was.partitionOf} detach partition ${table}`]),
    ...(isSame || is.partitionOf === null || is.partitionBound === null
      ? []
      : [`alter table ${is.partitionOf} attach partition ${table} ${is.partitionBound}`]),
    ...was.inherits.filter((parent) => !is.inherits.includes(parent)).map((parent) => `alter table ${table} no inherit ${parent}`),
    ...is.inherits.filter((parent) => !was.inherits.includes(parent)).map((parent) => `alter table ${table} inherit ${parent}`),
  ];
}

function columnMoves(before: ObjectOfKind<'column'>, after: ObjectOfKind<'column'>): readonly string[] {
  const [was, is] = [before.properties, after.properties];
  if (!after.within.some((id) => id.startsWith('table '))) return [];
  const { relation, name } = inRelation(after.path);
  const alter = `alter table ${relation} alter column ${name}`;
  return [
    ...(was.generated !== null && is.generated === null ? [`${alter} drop expression`] : []),
    ...(was.collation === is.collation ? [] : [`${alter} type ${is.type} collate ${is.collation ?? quoteIdentifier('default')}`]),
  ];
}
