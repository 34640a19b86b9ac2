import * as v from 'valibot';
import { words } from './words.ts';

export const operator = {
  function: v.nullable(v.string()),
  returns: v.nullable(v.string()),
  commutator: v.nullable(v.string()),
  negator: v.nullable(v.string()),
  restrict: v.nullable(v.string()),
  join: v.nullable(v.string()),
  hashes: v.boolean(),
  merges: v.boolean(),
};

export const operatorFamily = { operators: words, functions: words };

export const operatorClass = {
  type: v.string(),
  default: v.boolean(),
  family: v.string(),
  keyType: v.nullable(v.string()),
};

export const cast = { method: v.string(), context: v.picklist(['implicit', 'assignment', 'explicit']) };
