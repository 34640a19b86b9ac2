import * as v from 'valibot';

/** A node of a plan, as EXPLAIN (FORMAT JSON) has it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string | undefined;
  readonly 'Relation Name'?: string | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
}

const PlanNode: v.GenericSchema<PlanNode> = v.object({
  'Node Type': v.string(),
  'Index Name': v.optional(v.string()),
  'Relation Name': v.optional(v.string()),
  Plans: v.optional(v.array(v.lazy(() => PlanNode))),
});

const Explained = v.pipe(v.string(), v.parseJson(), v.array(v.object({ Plan: PlanNode })));

/** How a statement would be run, as far as it touches tables. */
export interface StatementPlan {
  readonly indexes: readonly string[];
  /** `Seq Scan on books`, `Index Scan using ix_books_title on books`: a line each. */
  readonly scans: readonly string[];
}

/** @param json as EXPLAIN (FORMAT JSON) gives it */
export function readPlan(json: string): StatementPlan {
  const nodes = v.parse(Explained, json).flatMap(({ Plan }) => nodesOf(Plan));
  const scans = nodes.flatMap((node) => {
    const [index, table] = [node['Index Name'], node['Relation Name']];
    if (index === undefined && table === undefined) return [];
    return [`${node['Node Type']}${index === undefined ? '' : ` using ${index}`}${table === undefined ? '' : ` on ${table}`}`];
  });
  return { indexes: nodes.flatMap((node) => node['Index Name'] ?? []), scans };
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
