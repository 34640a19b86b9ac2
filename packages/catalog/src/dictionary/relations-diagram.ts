import type { Catalog } from '../catalog.ts';
import type { ObjectOfKind } from '../catalog-object.ts';
import { nameIn, objectsOf } from './objects-of.ts';

/**
 * The foreign keys of a schema as a diagram that GitHub draws: https://mermaid.js.org/syntax/entityRelationshipDiagram.html. Nothing where there
 * are none: a picture of boxes without lines tells nobody anything.
 */
export function relationsDiagram(catalog: Catalog, schema: string): string[] {
  const lines = objectsOf(catalog, 'constraint', schema).flatMap(({ path: [, table = ''], properties: { type, references, columns } }) => {
    if (type !== 'foreign key' || references === null) return [];
    const many = isUnique(catalog, { schema, table, columns }) ? 'o|' : 'o{';
    const one = columns.some((name) => isNullable(catalog, [schema, table, name])) ? '|o' : '||';
    return [`  ${entity(nameIn(schema, references))} ${one}--${many} ${entity(table)} : "${columns.join(', ').replaceAll('"', "'")}"`];
  });
  return lines.length === 0 ? [] : ['## Relations', '', '```mermaid', 'erDiagram', ...new Set(lines), '```', ''];
}

function entity(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `"${name.replaceAll('"', '')}"`;
}

function isNullable(catalog: Catalog, path: readonly string[]): boolean {
  return objectsOf(catalog, 'column', path[0] ?? '').some(
    (column) => column.path.join('\0') === path.join('\0') && column.properties.nullability === 'null',
  );
}

interface Key {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** At most one row of the table then refers to each of the other one. */
function isUnique(catalog: Catalog, { schema, table, columns }: Key): boolean {
  const same = (others: readonly string[]) => [...others].sort().join('\0') === [...columns].sort().join('\0');
  return objectsOf(catalog, 'constraint', schema).some(
    ({ path, properties }: ObjectOfKind<'constraint'>) =>
      path[1] === table && (properties.type === 'primary key' || properties.type === 'unique') && same(properties.columns),
  );
}
