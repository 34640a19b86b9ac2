import * as v from 'valibot';
import { words } from './words.ts';

/** Numbers of a sequence, as text: they go beyond what a JavaScript number holds. */
export const sequenceOptions = {
  dataType: v.string(),
  start: v.string(),
  increment: v.string(),
  minimum: v.string(),
  maximum: v.string(),
  cache: v.string(),
  cycle: v.boolean(),
};

/** Columns of tables, views and materialized views. */
export const column = {
  /** With its modifier: `character varying(512)`. */
  type: v.string(),
  nullability: v.picklist(['null', 'not null', 'not null, not valid']),
  default: v.nullable(v.string()),
  /** Null on a partition, whose parent has it. */
  identity: v.nullable(v.strictObject({ generation: v.picklist(['always', 'by default']), sequence: v.string(), ...sequenceOptions })),
  generated: v.nullable(v.strictObject({ kind: v.picklist(['stored', 'virtual']), expression: v.string() })),
  /** Null when it is the type's own, like storage, compression and statistics below. */
  collation: v.nullable(v.string()),
  storage: v.nullable(v.picklist(['plain', 'external', 'main', 'extended'])),
  compression: v.nullable(v.picklist(['pglz', 'lz4'])),
  statistics: v.nullable(v.number()),
  options: words,
  foreignOptions: words,
};

/** Attributes of composite types. */
export const attribute = { type: v.string(), collation: v.nullable(v.string()) };
