import { compareCatalogs, narrowCatalog } from '@godwit/catalog';
import { columnGrants } from './additions/column-grants.ts';
import { findAdditions } from './additions/find-additions.ts';
import { objectChanges } from './additions/object-change.ts';
import type { SchemaDifference } from './difference.ts';
import { concernedFacts } from './engine/concerned-facts.ts';
import { planSteps } from './engine/plan-steps.ts';
import { parseFacts } from './engine/read-facts.ts';
import { findRenames } from './renames/find-renames.ts';
import type { SchemaSnapshot } from './schema-snapshot.ts';
import { arrangeComments } from './steps/arrange-comments.ts';
import { chainColumns } from './steps/chain-columns.ts';
import { describeSteps } from './steps/describe-steps.ts';
import { plainTypeChanges } from './steps/plain-type-changes.ts';
import { dropReplacedTypes, settleReplacedTypes } from './steps/replaced-types.ts';
import { validateConstraints } from './steps/validate-constraints.ts';
import { withoutOwners } from './steps/without-owners.ts';
import { mergeTables } from './tables/merge-tables.ts';
import { unmodelledInWords } from './unmodelled.ts';

export interface FindDifferenceOptions {
  readonly from: SchemaSnapshot;
  readonly to: SchemaSnapshot;
  /** False leaves owners out: for databases that belong to different roles. */
  readonly owners?: boolean;
  /** False leaves grants and default privileges out: for servers that have different roles. */
  readonly grants?: boolean;
}

/**
 * How to make one schema into another, worked out from the two alone: what will still differ afterwards is foreseen. Where there is a
 * database, `findDifferenceAt` knows more.
 */
export async function findDifference({ from, to, owners = true, grants = true }: FindDifferenceOptions): Promise<SchemaDifference> {
  const [before, after] = [narrowCatalog(from.catalog, { owners, grants }), narrowCatalog(to.catalog, { owners, grants })];
  if (compareCatalogs(before, after, { extensions: true }).length === 0)
    return { statements: [], renames: [], unmodelled: [], refused: [] };
  const { steps, order, remade } = planSteps(...concernedFacts(parseFacts(from.facts), parseFacts(to.facts), { owners, grants }));
  const kept = plainTypeChanges(validateConstraints(steps, before, after), before, after);
  const owned = withoutOwners(kept, { from: before, to: after, role: from.role, owners });
  const waiting = chainColumns(settleReplacedTypes(owned), after);
  const merged = arrangeComments(dropReplacedTypes(mergeTables({ steps: waiting, order, to: after })), after);
  const changes = objectChanges(before, after, remade);
  const statements = await describeSteps({
    steps: merged,
    additions: [...findAdditions(changes, after), ...columnGrants(merged, after)],
    from: before,
  });
  return {
    statements,
    renames: findRenames(before, after),
    refused: [],
    unmodelled: unmodelledInWords({ from: before, to: after, changes, steps: merged }),
  };
}
