import * as v from 'valibot';
import { words } from './words.ts';

/** Constraints of tables and domains, but NOT NULL, which is the column's or domain's nullability. */
export const constraint = {
  type: v.picklist(['primary key', 'unique', 'foreign key', 'exclusion', 'check']),
  /** Without its name, and without NOT VALID, DEFERRABLE and NOT ENFORCED, which are below. */
  definition: v.string(),
  columns: words,
  references: v.nullable(v.string()),
  validated: v.boolean(),
  deferrable: v.boolean(),
  initiallyDeferred: v.boolean(),
  enforced: v.boolean(),
  /** Guarding triggers that do not fire as they should, after DISABLE TRIGGER ALL: `disabled on shelf.reviews`. */
  disabledTriggers: words,
};
