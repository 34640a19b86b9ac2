import { compareCatalogs, describeDifference } from '@godwit/catalog';
import type { DifferenceStatement, SchemaDifference } from './difference.ts';
import { comparableFacts } from './engine/comparable-facts.ts';
import { planSteps } from './engine/plan-steps.ts';
import { parseFacts } from './engine/read-facts.ts';
import type { SchemaSnapshot } from './schema-snapshot.ts';
import { readableLists } from './spelling/readable-lists.ts';
import { respell } from './spelling/respell.ts';
import type { Step } from './steps/step.ts';
import { withoutOwners } from './steps/without-owners.ts';
import { mergeTables } from './tables/merge-tables.ts';

export interface FindDifferenceOptions {
  readonly from: SchemaSnapshot;
  readonly to: SchemaSnapshot;
  /** False leaves owners out: for databases that belong to different roles. */
  readonly owners?: boolean;
  /** False leaves grants and default privileges out: for servers that have different roles. */
  readonly grants?: boolean;
}

/** How to make one schema into another. Reads no database. */
export async function findDifference({ from, to, owners = true, grants = true }: FindDifferenceOptions): Promise<SchemaDifference> {
  const [before, after] = [from, to].map(({ facts }) => comparableFacts(parseFacts(facts), { grants }));
  if (before === undefined || after === undefined) throw new TypeError('Two snapshots are needed');
  const { steps, order } = planSteps(before, after);
  const owned = withoutOwners(steps, { from: from.catalog, to: to.catalog, role: owners ? from.role : null });
  const merged = mergeTables({ steps: owned, order, to: to.catalog });
  const touched = new Set(merged.map(({ object }) => object));
  const rest = compareCatalogs(from.catalog, to.catalog).filter(
    ({ object, parts }) => !touched.has(object) && parts.every((id) => !touched.has(id)),
  );
  return { statements: await Promise.all(merged.map(statementOf)), renames: [], unmodelled: rest.flatMap(describeDifference) };
}

async function statementOf({ sql, verb, object, lock, transactional, rewrites, losesData }: Step): Promise<DifferenceStatement> {
  return { sql: await respell(readableLists(sql)), summary: `${verb} ${object}`, object, lock, transactional, rewrites, losesData };
}
