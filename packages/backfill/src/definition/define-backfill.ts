import type { BackfillDefinition } from './backfill-definition.ts';

/** The default export of `backfills/<name>/index.ts`; gives it back as it is, with its types. */
export function defineBackfill<Row, Value>(definition: BackfillDefinition<Row, Value>): BackfillDefinition<Row, Value> {
  return definition;
}
