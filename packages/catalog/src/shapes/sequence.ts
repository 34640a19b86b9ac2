import * as v from 'valibot';
import { sequenceOptions } from './column.ts';

/** Sequences without their position; those of identity columns are part of the column. */
export const sequence = {
  ...sequenceOptions,
  persistence: v.picklist(['permanent', 'unlogged']),
  ownedBy: v.nullable(v.string()),
};
