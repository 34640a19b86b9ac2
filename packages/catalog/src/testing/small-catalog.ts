import { type Catalog, parseCatalog } from '../catalog.ts';
import type { CatalogObject, ObjectOfKind } from '../catalog-object.ts';

/** A catalog of the given objects. */
export function catalogOf(...objects: readonly (CatalogObject | readonly CatalogObject[])[]): Catalog {
  return parseCatalog({ format: 1, objects: Object.fromEntries(objects.flat().map((object) => [object.id, object])), extensions: {} });
}

const shared = { owner: 'me', comment: null, within: [], grants: ['OWNER=ALL'] };

/** A table of `public` with integer columns. */
export function tableOf(name: string, columns: readonly string[], over: Partial<ObjectOfKind<'table'>> = {}): readonly CatalogObject[] {
  return [
    {
      ...shared,
      kind: 'table',
      id: `table public.${name}`,
      path: ['public', name],
      properties: {
        kind: 'ordinary',
        persistence: 'permanent',
        ofType: null,
        accessMethod: null,
        tablespace: null,
        options: [],
        toastOptions: [],
        replicaIdentity: 'default',
        rowSecurity: false,
        forceRowSecurity: false,
        partitionKey: null,
        partitionOf: null,
        partitionBound: null,
        detachPending: false,
        inherits: [],
        server: null,
        foreignOptions: [],
        columns,
      },
      ...over,
    },
    ...columns.map((column) => columnOf(name, column)),
  ];
}

export function columnOf(
  table: string,
  name: string,
  properties: Partial<ObjectOfKind<'column'>['properties']> = {},
): ObjectOfKind<'column'> {
  return {
    ...shared,
    grants: [],
    owner: null,
    kind: 'column',
    id: `column public.${table}.${name}`,
    path: ['public', table, name],
    within: [`table public.${table}`],
    properties: {
      type: 'integer',
      nullability: 'null',
      default: null,
      identity: null,
      generated: null,
      collation: null,
      storage: null,
      compression: null,
      statistics: null,
      options: [],
      foreignOptions: [],
      ...properties,
    },
  };
}
