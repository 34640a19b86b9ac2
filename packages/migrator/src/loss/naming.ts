import type { Node, RangeVar } from 'libpg-query';
import { nameOfPath, nameOfRange, namePath, type RelationName } from '../statements/relation-name.ts';

/**
 * What the names of a plan's statements mean in the database as it is now, before the first of them: reverts rename, move and
 * make things before they drop them. Statements are followed in order, each after its own names have been asked for.
 */
export interface Naming {
  /** The present name; null for what an earlier statement makes. Whether there is such a thing, the database tells. */
  readonly relation: (name: RelationName) => RelationName | null;
  readonly column: (relation: RelationName, column: string) => string | null;
  readonly schema: (name: string) => string;
  readonly type: (name: RelationName) => RelationName | null;
  /** The labels of an enum that an earlier statement makes; null for any other type. */
  readonly labelsOf: (type: RelationName) => readonly string[] | null;
  readonly follow: (node: Node) => void;
  /** Where names without a schema belong from here on: the search path has been set. */
  readonly useSchema: (first: string) => void;
  /** A step begins with no temporary tables. */
  readonly forgetTemporary: () => void;
}

interface Place {
  readonly present: RelationName | null;
  readonly labels?: readonly string[];
}

/** Where temporary tables are, which hide others of their name. */
const TEMPORARY = 'pg_temp';

/** @param initial where names without a schema belong */
export function createNaming(initial: string): Naming {
  let first = initial;
  const places = { relation: new Map<string, Place>(), type: new Map<string, Place>() };
  const columns = new Map<string, Map<string, string | null>>();
  const schemas = new Map<string, string>();
  const keyIn = (schema: string, name: string) => JSON.stringify([schema, name]);
  const key = ({ schema, name }: RelationName) => {
    const temporary = keyIn(TEMPORARY, name);
    return schema === null && places.relation.has(temporary) ? temporary : keyIn(schema ?? first, name);
  };
  const schema = (name: string) => schemas.get(name) ?? name;
  const present = (kind: 'relation' | 'type', name: RelationName): RelationName | null => {
    const place = places[kind].get(key(name));
    return place === undefined ? { schema: name.schema === null ? null : schema(name.schema), name: name.name } : place.present;
  };
  const column = (relation: RelationName, name: string): string | null => {
    const known = columns.get(key(relation))?.get(name);
    return known === undefined ? name : known;
  };
  const setColumn = (relation: RelationName, name: string, meaning: string | null): void => {
    columns.set(key(relation), (columns.get(key(relation)) ?? new Map()).set(name, meaning));
  };
  const make = (kind: 'relation' | 'type', name: RelationName, labels?: readonly string[]): void => {
    places[kind].set(key(name), { present: null, ...(labels === undefined ? {} : { labels }) });
    if (kind === 'relation') columns.delete(key(name));
  };
  const move = (kind: 'relation' | 'type', before: RelationName, after: RelationName): void => {
    const { labels } = places[kind].get(key(before)) ?? {};
    places[kind].set(key(after), { present: present(kind, before), ...(labels === undefined ? {} : { labels }) });
    const moved = columns.get(key(before));
    if (kind === 'relation' && moved !== undefined) columns.set(key(after), moved);
  };
  const forget = (temporary: string): void => {
    places.relation.delete(temporary);
    columns.delete(temporary);
  };
  return {
    useSchema: (schema) => {
      first = schema;
    },
    forgetTemporary: () => {
      for (const one of places.relation.keys()) if (one.startsWith(`["${TEMPORARY}",`)) forget(one);
    },
    relation: (name) => present('relation', name),
    column,
    schema,
    type: (name) => present('type', name),
    labelsOf: (name) => places.type.get(key(name))?.labels ?? null,
    follow: (node) =>
      followStatement(node, {
        drop: (name) => forget(keyIn(TEMPORARY, name)),
        make,
        move,
        column,
        setColumn,
        renameSchema: (before, after) => schemas.set(after, schema(before)),
      }),
  };
}

interface Changes {
  /** A name without a schema, of which a temporary table goes first. */
  readonly drop: (name: string) => void;
  readonly make: (kind: 'relation' | 'type', name: RelationName, labels?: readonly string[]) => void;
  readonly move: (kind: 'relation' | 'type', before: RelationName, after: RelationName) => void;
  readonly column: Naming['column'];
  readonly setColumn: (relation: RelationName, name: string, meaning: string | null) => void;
  readonly renameSchema: (before: string, after: string) => void;
}

function followStatement(node: Node, { drop, make, move, column, setColumn, renameSchema }: Changes): void {
  if ('CreateStmt' in node && node.CreateStmt.relation !== undefined) {
    const { relation, if_not_exists: kept } = node.CreateStmt;
    if (!kept || isTemporary(relation)) make('relation', nameOfNew(relation));
  }
  if ('CreateTableAsStmt' in node && node.CreateTableAsStmt.into?.rel !== undefined)
    make('relation', nameOfNew(node.CreateTableAsStmt.into.rel));
  if ('SelectStmt' in node && node.SelectStmt.intoClause?.rel !== undefined) make('relation', nameOfNew(node.SelectStmt.intoClause.rel));
  if ('DropStmt' in node && node.DropStmt.removeType === 'OBJECT_TABLE') {
    for (const object of node.DropStmt.objects ?? []) {
      const { schema, name } = nameOfPath(namePath(object));
      if (schema === null || schema === TEMPORARY) drop(name);
    }
  }
  if ('CreateEnumStmt' in node) make('type', nameOfPath(namePath(node.CreateEnumStmt.typeName)), namePath(node.CreateEnumStmt.vals));
  if ('CreateDomainStmt' in node) make('type', nameOfPath(namePath(node.CreateDomainStmt.domainname)));
  if ('CompositeTypeStmt' in node && node.CompositeTypeStmt.typevar !== undefined)
    make('type', nameOfRange(node.CompositeTypeStmt.typevar));
  if ('AlterObjectSchemaStmt' in node) {
    const { relation, object, objectType, newschema = null } = node.AlterObjectSchemaStmt;
    const name = relation === undefined ? nameOfPath(namePath(object)) : nameOfRange(relation);
    move(objectType === 'OBJECT_TYPE' || objectType === 'OBJECT_DOMAIN' ? 'type' : 'relation', name, {
      schema: newschema,
      name: name.name,
    });
  }
  if ('RenameStmt' in node) {
    const { renameType, relation, object, subname = '', newname = '' } = node.RenameStmt;
    const name = relation === undefined ? nameOfPath(namePath(object)) : nameOfRange(relation);
    if (renameType === 'OBJECT_TABLE') move('relation', name, { schema: name.schema, name: newname });
    if (renameType === 'OBJECT_TYPE' || renameType === 'OBJECT_DOMAIN') move('type', name, { schema: name.schema, name: newname });
    if (renameType === 'OBJECT_COLUMN') setColumn(name, newname, column(name, subname));
    if (renameType === 'OBJECT_SCHEMA') renameSchema(subname, newname);
  }
  if ('AlterTableStmt' in node && node.AlterTableStmt.relation !== undefined) {
    const name = nameOfRange(node.AlterTableStmt.relation);
    for (const item of node.AlterTableStmt.cmds ?? []) {
      const command = 'AlterTableCmd' in item ? item.AlterTableCmd : undefined;
      if (command?.subtype !== 'AT_AddColumn' || command.missing_ok || command.def === undefined || !('ColumnDef' in command.def)) continue;
      setColumn(name, command.def.ColumnDef.colname ?? '', null);
    }
  }
}

function isTemporary({ relpersistence, schemaname }: RangeVar): boolean {
  return relpersistence === 't' || schemaname === TEMPORARY;
}

function nameOfNew(relation: RangeVar): RelationName {
  const name = nameOfRange(relation);
  return isTemporary(relation) ? { ...name, schema: TEMPORARY } : name;
}
