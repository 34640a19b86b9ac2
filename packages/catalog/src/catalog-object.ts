import * as v from 'valibot';
import { eventTrigger, policy, rule, statistics, trigger } from './shapes/behaviour.ts';
import { attribute, column } from './shapes/column.ts';
import { constraint } from './shapes/constraint.ts';
import { foreignDataWrapper, foreignServer } from './shapes/foreign.ts';
import { cast, operator, operatorClass, operatorFamily } from './shapes/operator.ts';
import { publication } from './shapes/publication.ts';
import { materializedView, table, view } from './shapes/relation.ts';
import { aggregate, routine } from './shapes/routine.ts';
import { sequence } from './shapes/sequence.ts';
import { tableIndex } from './shapes/table-index.ts';
import { collation, textSearchConfiguration, textSearchDictionary } from './shapes/text.ts';
import { baseType, compositeType, domain, enumeration, rangeType } from './shapes/type.ts';
import { words } from './shapes/words.ts';

const shared = {
  /** Kind and qualified name, unique in a catalog: `index shelf.ix_books_title`, `function shelf.near(integer, text)`. */
  id: v.string(),
  /** The names that lead to it, unquoted: schema, table, column. Empty for a cast. */
  path: words,
  /** The ids of what it is part of and cannot be without: its table, its constraint, the same thing of the partitioned parent. */
  within: words,
  /** Null where there is none of its own (a column's is its table's), or when owners were left out. */
  owner: v.nullable(v.string()),
  comment: v.nullable(v.string()),
  /** `app=INSERT, SELECT*`, a line a role; null for what has no grants, or when grants were left out. See `sql/grants.sql`. */
  grants: v.nullable(words),
};

const object = <const K extends string, P extends v.ObjectEntries>(kind: K, properties: P) =>
  v.strictObject({ kind: v.literal(kind), ...shared, properties: v.strictObject(properties) });

export const objectSchema = v.variant('kind', [
  object('column', column),
  object('constraint', constraint),
  object('index', tableIndex),
  object('table', table),
  object('sequence', sequence),
  object('trigger', trigger),
  object('function', routine),
  object('procedure', routine),
  object('aggregate', aggregate),
  object('view', view),
  object('materialized view', materializedView),
  object('policy', policy),
  object('rule', rule),
  object('statistics', statistics),
  object('schema', {}),
  object('enum', enumeration),
  object('domain', domain),
  object('composite type', compositeType),
  object('attribute', attribute),
  object('range type', rangeType),
  object('base type', baseType),
  object('default privileges', {}),
  object('event trigger', eventTrigger),
  object('publication', publication),
  object('collation', collation),
  object('operator', operator),
  object('operator family', operatorFamily),
  object('operator class', operatorClass),
  object('cast', cast),
  object('text search configuration', textSearchConfiguration),
  object('text search dictionary', textSearchDictionary),
  object('foreign-data wrapper', foreignDataWrapper),
  object('foreign server', foreignServer),
  object('user mapping', {}),
]);

const objectKinds = objectSchema.options.map((option) => option.entries.kind.literal);

/** The kind that an id begins with; null for an extension's. */
export function kindOfId(id: string): ObjectKind | null {
  return objectKinds.find((kind) => id.startsWith(`${kind} `)) ?? null;
}

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** One object of a database: what it is, where it belongs, who owns it, and all that can be changed about it. Told apart by `kind`. */
export type CatalogObject = DeepReadonly<v.InferOutput<typeof objectSchema>>;
export type ObjectKind = CatalogObject['kind'];
export type ObjectOfKind<K extends ObjectKind> = Extract<CatalogObject, { readonly kind: K }>;
