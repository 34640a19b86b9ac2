import * as v from 'valibot';
import { words } from './words.ts';

const volatility = v.picklist(['immutable', 'stable', 'volatile']);
const parallel = v.picklist(['safe', 'restricted', 'unsafe']);
const finalModifies = v.picklist(['read-only', 'shareable', 'read-write']);

/** Functions and procedures. */
export const routine = {
  /** With names, modes and defaults; the types alone are in the object's identity. */
  arguments: v.string(),
  /** Null for procedures. */
  returns: v.nullable(v.string()),
  language: v.string(),
  body: v.string(),
  library: v.nullable(v.string()),
  window: v.boolean(),
  volatility,
  strict: v.boolean(),
  security: v.picklist(['definer', 'invoker']),
  leakproof: v.boolean(),
  parallel,
  cost: v.number(),
  rows: v.number(),
  support: v.nullable(v.string()),
  config: words,
  transforms: words,
};

export const aggregate = {
  arguments: v.string(),
  returns: v.string(),
  kind: v.picklist(['normal', 'ordered-set', 'hypothetical-set']),
  directArguments: v.number(),
  transition: v.string(),
  final: v.nullable(v.string()),
  finalExtra: v.boolean(),
  finalModifies,
  combine: v.nullable(v.string()),
  serialize: v.nullable(v.string()),
  deserialize: v.nullable(v.string()),
  stateType: v.string(),
  stateSize: v.number(),
  initialState: v.nullable(v.string()),
  movingTransition: v.nullable(v.string()),
  movingInverse: v.nullable(v.string()),
  movingFinal: v.nullable(v.string()),
  movingFinalExtra: v.boolean(),
  movingFinalModifies: finalModifies,
  movingStateType: v.nullable(v.string()),
  movingStateSize: v.number(),
  movingInitialState: v.nullable(v.string()),
  sortOperator: v.nullable(v.string()),
  volatility,
  parallel,
};
