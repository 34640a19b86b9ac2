import type { Catalog, CatalogObject } from '@godwit/catalog';
import { suggest } from '@godwit/diagnostics';
import type { Rename, RenamedKind } from '@godwit/difference';
import { UnknownRename } from './errors.ts';

/** Kinds that `--rename` may mean, by how many names lead to them. */
const KINDS: readonly RenamedKind[] = [
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
];

/**
 * What `--rename shelf.books.title=name` means, outer things first. A table that is renamed as well may be called by either name.
 *
 * @throws UnknownRename
 */
export function parseRenames(flags: readonly string[], head: Catalog, desired: Catalog): readonly Rename[] {
  const split = flags.map((flag) => {
    const [, path, name] = /^([^=]+)=([^=.]+)$/.exec(flag.trim()) ?? [];
    if (path === undefined || name === undefined) throw new UnknownRename(flag, 'it is not of the form old=new', []);
    return { flag, path: path.split('.'), name };
  });
  const renames: Rename[] = [];
  for (const { flag, path, name } of split.toSorted((a, b) => a.path.length - b.path.length))
    renames.push(find({ flag, path, name }, renames, { head, desired }));
  return renames;
}

interface Written {
  readonly flag: string;
  readonly path: readonly string[];
  readonly name: string;
}

interface Catalogs {
  readonly head: Catalog;
  readonly desired: Catalog;
}

function find({ flag, path, name }: Written, outer: readonly Rename[], { head, desired }: Catalogs): Rename {
  const old = outer.reduce((names, rename) => withPrefix(names, rename.to, rename.from), path);
  const current = outer.reduce((names, rename) => withPrefix(names, rename.from, rename.to), old);
  const to = [...current.slice(0, -1), name];
  const object = Object.values(head.objects).find((one) => KINDS.some((kind) => kind === one.kind) && isPath(one.path, old));
  const label = object === undefined ? labelOf(head, old) : null;
  if (object === undefined && label === null) throw new UnknownRename(flag, `head has no ${path.join('.')}`, nearest(path, head));
  const kind = KINDS.find((known) => known === object?.kind) ?? 'label';
  const isThere =
    kind === 'label'
      ? labelOf(desired, to) !== null
      : Object.values(desired.objects).some((one) => one.kind === object?.kind && isPath(one.path, to));
  if (!isThere) throw new UnknownRename(flag, `the new schema has no ${to.join('.')}`, nearest(to, desired));
  return { kind, from: kind === 'label' || path.length > 2 ? current : old, to };
}

/** The label of an enum, whose path is the enum's with the label behind it. */
function labelOf({ objects }: Catalog, path: readonly string[]): CatalogObject | null {
  const found = Object.values(objects).find((one) => one.kind === 'enum' && isPath(one.path, path.slice(0, -1)));
  return found?.kind === 'enum' && found.properties.labels.includes(path.at(-1) ?? '') ? found : null;
}

function withPrefix(path: readonly string[], prefix: readonly string[], replacement: readonly string[]): readonly string[] {
  return path.length > prefix.length && isPath(path.slice(0, prefix.length), prefix)
    ? [...replacement, ...path.slice(prefix.length)]
    : path;
}

function isPath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}

function nearest(path: readonly string[], { objects }: Catalog): readonly string[] {
  const paths = Object.values(objects).filter((one) => one.path.length === path.length && KINDS.some((kind) => kind === one.kind));
  return suggest(
    path.join('.'),
    paths.map((one) => one.path.join('.')),
  );
}
