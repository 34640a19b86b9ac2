import * as v from 'valibot';
import { words } from './words.ts';

export const enumeration = { labels: words };

export const domain = {
  type: v.string(),
  nullability: v.picklist(['null', 'not null']),
  default: v.nullable(v.string()),
  collation: v.nullable(v.string()),
};

export const compositeType = { columns: words };

export const rangeType = {
  subtype: v.string(),
  operatorClass: v.string(),
  collation: v.nullable(v.string()),
  canonical: v.nullable(v.string()),
  subtypeDifference: v.nullable(v.string()),
  multirange: v.string(),
};

/** Types with functions of their own in C, and shell types (`defined` is false). */
export const baseType = {
  defined: v.boolean(),
  input: v.nullable(v.string()),
  output: v.nullable(v.string()),
  receive: v.nullable(v.string()),
  send: v.nullable(v.string()),
  modifierInput: v.nullable(v.string()),
  modifierOutput: v.nullable(v.string()),
  analyze: v.nullable(v.string()),
  subscript: v.nullable(v.string()),
  length: v.number(),
  byValue: v.boolean(),
  alignment: v.string(),
  storage: v.string(),
  category: v.string(),
  preferred: v.boolean(),
  delimiter: v.string(),
  default: v.nullable(v.string()),
  element: v.nullable(v.string()),
  collatable: v.boolean(),
};
