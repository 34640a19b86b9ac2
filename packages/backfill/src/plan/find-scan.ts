import * as v from 'valibot';

/** What is read of EXPLAIN (FORMAT JSON). */
interface PlanNode {
  readonly 'Node Type': string;
  readonly Schema?: string | undefined;
  readonly 'Relation Name'?: string | undefined;
  readonly Filter?: string | undefined;
  readonly 'Hash Cond'?: string | undefined;
  readonly 'Join Filter'?: string | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
}

const node: v.GenericSchema<unknown, PlanNode> = v.lazy(() =>
  v.object({
    'Node Type': v.string(),
    Schema: v.optional(v.string()),
    'Relation Name': v.optional(v.string()),
    Filter: v.optional(v.string()),
    'Hash Cond': v.optional(v.string()),
    'Join Filter': v.optional(v.string()),
    Plans: v.optional(v.array(node)),
  }),
);

/** The row of EXPLAIN (FORMAT JSON), down to the topmost node. */
export const explained = v.pipe(
  v.object({ 'QUERY PLAN': v.strictTuple([v.object({ Plan: node })]) }),
  v.transform(({ 'QUERY PLAN': [{ Plan }] }) => Plan),
);

/** A table that a plan reads from its first block to its last. */
export interface Scan {
  readonly schema: string;
  readonly relation: string;
  /** A column of it that a condition names and no index serves; null when none is recognised. */
  readonly column: string | null;
}

/** The sequential scans of a plan, outermost first. Conditions of a join above a scan tell by which column it could have been looked up. */
export function scansOf(plan: PlanNode, above: readonly string[] = []): readonly Scan[] {
  const conditions = [plan.Filter, plan['Hash Cond'], plan['Join Filter']].filter((text) => text !== undefined);
  const known = [...conditions, ...above];
  const { Schema: schema, 'Relation Name': relation } = plan;
  const own =
    plan['Node Type'] === 'Seq Scan' && schema !== undefined && relation !== undefined
      ? [{ schema, relation, column: columnIn(known, relation) }]
      : [];
  return [...own, ...(plan.Plans ?? []).flatMap((child) => scansOf(child, known))];
}

/** Conditions are written with the alias or the name of the table: `(r.book_id = b.id)`; without either in a plan of one table. */
function columnIn(conditions: readonly string[], relation: string): string | null {
  for (const condition of conditions) {
    const named = new RegExp(`\\b${relation}(?:_\\d+)?\\.([a-z_][a-z0-9_]*)`).exec(condition);
    if (named?.[1] !== undefined) return named[1];
    const bare = /^\(+([a-z_][a-z0-9_]*) (?:=|>=|<=|>|<)/.exec(condition);
    if (bare?.[1] !== undefined) return bare[1];
  }
  return null;
}
