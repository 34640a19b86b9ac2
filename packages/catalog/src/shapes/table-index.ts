import * as v from 'valibot';
import { words } from './words.ts';

/** Indexes, also those of constraints. */
export const tableIndex = {
  table: v.string(),
  /** The whole statement that makes it again, but for its tablespace. */
  definition: v.string(),
  method: v.string(),
  unique: v.boolean(),
  nullsNotDistinct: v.boolean(),
  /** Each with its operator class: `lower(title) text_pattern_ops desc`. */
  keys: words,
  include: words,
  predicate: v.nullable(v.string()),
  options: words,
  tablespace: v.nullable(v.string()),
  statistics: words,
  /** The constraint that it serves. */
  constraint: v.nullable(v.string()),
  valid: v.boolean(),
  ready: v.boolean(),
  clustered: v.boolean(),
};
