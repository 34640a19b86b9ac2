import * as v from 'valibot';
import { words } from './words.ts';

/** Tables: ordinary, partitioned and foreign. */
export const table = {
  kind: v.picklist(['ordinary', 'partitioned', 'foreign']),
  persistence: v.picklist(['permanent', 'unlogged']),
  ofType: v.nullable(v.string()),
  /** Null for `heap`. */
  accessMethod: v.nullable(v.string()),
  /** Null for the database's own. */
  tablespace: v.nullable(v.string()),
  options: words,
  toastOptions: words,
  /** `default`, `nothing`, `full` or `index NAME`. */
  replicaIdentity: v.string(),
  rowSecurity: v.boolean(),
  forceRowSecurity: v.boolean(),
  partitionKey: v.nullable(v.string()),
  partitionOf: v.nullable(v.string()),
  partitionBound: v.nullable(v.string()),
  detachPending: v.boolean(),
  inherits: words,
  server: v.nullable(v.string()),
  foreignOptions: words,
  /** The live columns in their order: a dropped one leaves no gap. */
  columns: words,
};

export const view = {
  /** The SELECT, without a semicolon, as PostgreSQL 16 and later print it. */
  definition: v.string(),
  options: words,
  columns: words,
};

export const materializedView = {
  ...view,
  populated: v.boolean(),
  accessMethod: v.nullable(v.string()),
  tablespace: v.nullable(v.string()),
};
