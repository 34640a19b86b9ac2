import type { Catalog, CatalogObject, ObjectOfKind, Value } from '@godwit/catalog';
import { likeness } from './likeness.ts';
import { RENAMED_KINDS, type Rename } from './rename.ts';

/** Two tables with at least so much of their columns in common may be one. */
const SAME_COLUMNS = 0.6;

/** How alike two columns of one type have to be called when there are others to choose from. */
const SAME_NAME = 0.5;

/**
 * What is missing in one catalog and new in the other, and may be the same thing under another name. Each object is in one pair at most:
 * the likeliest. Only a person knows.
 */
export function findRenames(from: Catalog, to: Catalog): readonly Rename[] {
  const gone = Object.values(from.objects).filter(({ id }) => !Object.hasOwn(to.objects, id));
  const made = Object.values(to.objects).filter(({ id }) => !Object.hasOwn(from.objects, id));
  const pairs = gone.flatMap((before) =>
    made.flatMap((after) => {
      const score = before.kind === after.kind && isBeside(before, after) ? scoreOf({ before, after, from, to }) : 0;
      return score === 0 ? [] : [{ before, after, score }];
    }),
  );
  const taken = new Set<CatalogObject>();
  const renames: Rename[] = [];
  for (const { before, after } of pairs.toSorted((a, b) => b.score - a.score)) {
    const kind = RENAMED_KINDS.find((known) => known === before.kind);
    if (kind === undefined || taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    renames.push({ kind, from: before.path, to: after.path });
  }
  const settled = withoutConsequences(renames, gone, made);
  return [...settled, ...labelRenames(from, to)].toSorted((a, b) => a.from.length - b.from.length || compare(a.from, b.from));
}

/** In the same schema and table. */
function isBeside(before: CatalogObject, after: CatalogObject): boolean {
  return before.path.length === after.path.length && before.path.slice(0, -1).every((name, at) => name === after.path[at]);
}

interface Pair {
  readonly before: CatalogObject;
  readonly after: CatalogObject;
  readonly from: Catalog;
  readonly to: Catalog;
}

/** From 0, not the same, to 1. */
function scoreOf({ before, after, from, to }: Pair): number {
  const alike = likeness(before.path.at(-1) ?? '', after.path.at(-1) ?? '');
  switch (before.kind) {
    case 'column':
      return after.kind === 'column' ? columnScore(before, after, { from, to, alike }) : 0;
    case 'table': {
      const [left, right] = [columnsOf(from, before), columnsOf(to, after)];
      const common = left.filter((column) => right.includes(column)).length;
      const share = common / Math.max(1, new Set([...left, ...right]).size);
      if (keepsParts(from, to, before, after)) return 1;
      return share >= SAME_COLUMNS ? (share + alike) / 2 : 0;
    }
    case 'schema': {
      const [left, right] = [namesIn(from, before.path), namesIn(to, after.path)];
      const common = left.filter((name) => right.includes(name)).length;
      return common > 0 && common / new Set([...left, ...right]).size >= SAME_COLUMNS ? 1 : 0;
    }
    case 'sequence':
      return isOwned(before) || isOwned(after) || !isEqual(before, after) ? 0 : (1 + alike) / 2;
    default:
      return isEqual(before, after) ? (1 + alike) / 2 : 0;
  }
}

/** An index or sequence of the one is now of the other, under its own old name: a rename leaves them as they are. */
function keepsParts(from: Catalog, to: Catalog, before: CatalogObject, after: CatalogObject): boolean {
  const [old, now] = [before.id.slice('table '.length), after.id.slice('table '.length)];
  return Object.values(from.objects).some((was) => {
    const is = to.objects[was.id];
    if (was.kind === 'index' && is?.kind === 'index') return was.properties.table === old && is.properties.table === now;
    if (was.kind !== 'sequence' || is?.kind !== 'sequence') return false;
    return isOf(was.properties.ownedBy, old) && isOf(is.properties.ownedBy, now);
  });
}

function isOf(column: string | null, table: string): boolean {
  return column?.startsWith(`${table}.`) ?? false;
}

interface ColumnContext {
  readonly from: Catalog;
  readonly to: Catalog;
  readonly alike: number;
}

/** A column of the same type: the only one, at the same place, or with a like name. */
function columnScore(before: ObjectOfKind<'column'>, after: ObjectOfKind<'column'>, { from, to, alike }: ColumnContext): number {
  if (before.properties.type !== after.properties.type || before.within.join() !== after.within.join()) return 0;
  const place = placeOf(from, before) === placeOf(to, after);
  const rivals = [...siblingsOf(from, before, to), ...siblingsOf(to, after, from)];
  const isOnly = rivals.every((column) => column === before || column === after || column.properties.type !== before.properties.type);
  return isOnly || place || alike >= SAME_NAME ? 0.1 + 0.5 * alike + (place ? 0.3 : 0) + (isOnly ? 0.1 : 0) : 0;
}

/** The columns of the same table that the other catalog does not have. */
function siblingsOf(catalog: Catalog, column: ObjectOfKind<'column'>, other: Catalog): readonly ObjectOfKind<'column'>[] {
  return Object.values(catalog.objects).flatMap((object) =>
    object.kind === 'column' && isBeside(object, column) && !Object.hasOwn(other.objects, object.id) ? [object] : [],
  );
}

function placeOf(catalog: Catalog, { within, path }: CatalogObject): number {
  const table = within.map((id) => catalog.objects[id]).find((object) => object?.kind === 'table');
  return table?.kind === 'table' ? table.properties.columns.indexOf(path[2] ?? '') : -1;
}

/** `title character varying(255)` */
function columnsOf(catalog: Catalog, table: CatalogObject): readonly string[] {
  return Object.values(catalog.objects).flatMap((object) =>
    object.kind === 'column' && object.within.includes(table.id) ? [`${object.path[2]} ${object.properties.type}`] : [],
  );
}

function namesIn(catalog: Catalog, [schema]: readonly string[]): readonly string[] {
  return Object.values(catalog.objects).flatMap(({ path, kind }) =>
    path[0] === schema && path.length > 1 ? [`${kind} ${path.slice(1).join('.')}`] : [],
  );
}

function isOwned(object: CatalogObject): boolean {
  return object.kind === 'sequence' && object.properties.ownedBy !== null;
}

/** Equal but for their own name, which an index's definition holds. Constraints on an index bring it along, so that index is not asked about. */
function isEqual(before: CatalogObject, after: CatalogObject): boolean {
  if (before.kind === 'index' && before.properties.constraint !== null) return false;
  const plain = ({ properties }: CatalogObject) => {
    const { definition, ...rest }: Readonly<Record<string, Value>> = properties;
    return JSON.stringify(before.kind === 'index' ? rest : properties);
  };
  return plain(before) === plain(after);
}

/** What has another name only because what it is in has one is no rename of its own. */
function withoutConsequences(
  renames: readonly Rename[],
  gone: readonly CatalogObject[],
  made: readonly CatalogObject[],
): readonly Rename[] {
  const isMissing = (path: readonly string[], among: readonly CatalogObject[]) =>
    path.length > 1 && among.some((object) => object.path.length < path.length && object.path.every((name, at) => name === path[at]));
  return renames.filter(({ from, to }) => !isMissing(from, gone) && !isMissing(to, made));
}

/** One label in the place of another, and all others as before. */
function labelRenames(from: Catalog, to: Catalog): readonly Rename[] {
  return Object.values(from.objects).flatMap((before): readonly Rename[] => {
    const after = to.objects[before.id];
    if (before.kind !== 'enum' || after?.kind !== 'enum') return [];
    const [was, is] = [before.properties.labels, after.properties.labels];
    if (was.length !== is.length) return [];
    return was.flatMap((label, at) => {
      const now = is[at] ?? label;
      const isOther = label !== now && !is.includes(label) && !was.includes(now);
      return isOther ? [{ kind: 'label' as const, from: [...before.path, label], to: [...before.path, now] }] : [];
    });
  });
}

function compare(a: readonly string[], b: readonly string[]): number {
  return a.join('\0') < b.join('\0') ? -1 : 1;
}
