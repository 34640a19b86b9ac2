import type { RelationName, Statement } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';
import { followStatement } from './follow-statement.ts';
import { createStore, forkStore, keyOf, resolveIn, type Store } from './store.ts';
import type { EnumType, FullName, Table } from './table.ts';

/**
 * The schema as a sequence of statements has made it, read from their parse trees: no database is asked, and what code makes
 * (DO, functions) is not seen. Enough for what a rule has to know of the past.
 */
export interface Schema {
  /** A name without a schema is looked for along the search path. Null for what no statement has shown. */
  readonly table: (name: RelationName) => Table | null;
  /** The table that an index belongs to. */
  readonly tableOfIndex: (name: RelationName) => Table | null;
  readonly enumType: (name: RelationName) => EnumType | null;
  /** All of them. */
  readonly tables: () => readonly Table[];
  /** How many tables of a schema have row level security. */
  readonly securedTables: (schema: string) => number;
  /** What a name means: where it was found, else the first schema of the search path. */
  readonly resolve: (name: RelationName) => FullName;
  /** A schema that begins with what this one holds. This one must not be changed as long as that is in use. */
  readonly fork: () => GrowingSchema;
}

/** A schema that takes in statements. */
export interface GrowingSchema extends Schema {
  /** Takes in one statement, after those before it. */
  readonly follow: (node: Node) => void;
  /** A new body begins: the search path is again the one it was at first. */
  readonly nextBody: () => void;
  /** Takes in a whole body. */
  readonly followBody: (statements: readonly Pick<Statement, 'node'>[]) => void;
}

/** @param searchPath decides where names without a schema belong, until a statement sets another */
export function createSchema(searchPath: readonly string[] = ['public']): GrowingSchema {
  return growing(createStore(searchPath));
}

function growing(store: Store): GrowingSchema {
  const table = (name: RelationName) => store.tables.get(keyOf(resolveIn(store, store.tables, name))) ?? null;
  return {
    table,
    tableOfIndex: (name) => {
      const owner = store.indexes.get(keyOf(resolveIn(store, store.indexes, name)));
      return owner === undefined ? null : table(owner);
    },
    enumType: (name) => store.enums.get(keyOf(resolveIn(store, store.enums, name))) ?? null,
    tables: () => [...store.tables.entries().values()],
    securedTables: (schema) => store.secured.get(schema) ?? 0,
    resolve: (name) => resolveIn(store, store.tables, name),
    fork: () => growing(forkStore(store)),
    follow: (node) => followStatement(store, node),
    nextBody: () => {
      store.path = store.initialPath;
    },
    followBody: (statements) => {
      store.path = store.initialPath;
      for (const { node } of statements) followStatement(store, node);
    },
  };
}
