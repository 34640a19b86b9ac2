import { compareCatalogs, describeDifference } from '@godwit/catalog';
import type { SchemaDifference } from './difference.ts';
import { planChanges } from './engine/plan-changes.ts';
import { parseFacts } from './engine/read-facts.ts';
import type { SchemaSnapshot } from './schema-snapshot.ts';

export interface FindDifferenceOptions {
  readonly from: SchemaSnapshot;
  readonly to: SchemaSnapshot;
}

/** How to make one schema into another. Reads no database. */
export async function findDifference({ from, to }: FindDifferenceOptions): Promise<SchemaDifference> {
  const { statements, renames } = planChanges(parseFacts(from.facts), parseFacts(to.facts));
  const touched = new Set(statements.map(({ object }) => object));
  const left = compareCatalogs(from.catalog, to.catalog).filter(
    ({ object, parts }) => !touched.has(object) && parts.every((id) => !touched.has(id)),
  );
  return { statements, renames, unmodelled: left.flatMap(describeDifference) };
}
