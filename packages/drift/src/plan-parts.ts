import { compareCatalogs, narrowCatalog } from '@godwit/catalog';
import { type DifferenceStatement, type PlanRevisionsOptions, planRevisions } from '@godwit/difference';
import { afterStatements, areAccepted } from './after-statements.ts';
import type { WayPart } from './drift.ts';
import type { TrialDatabase } from './trial-database.ts';

export interface PlanPartsOptions extends PlanRevisionsOptions {
  readonly trial: TrialDatabase;
  /** What makes it the database on which they will run. */
  readonly start: readonly string[];
  /** How many lines of difference are known to stay afterwards. */
  readonly staying: number;
}

/**
 * The statements in an order and form that hold nobody up: indexes CONCURRENTLY, constraints validated later. Where that order turns out
 * not to work, they stay in the one that was found.
 */
export async function planParts(options: PlanPartsOptions): Promise<readonly WayPart[]> {
  const planned = await planRevisions(options);
  const isOne = planned.length === 1 && (planned[0]?.transactional === true || options.statements.length === 1);
  // No order of one statement is wrong, and that it leads there was seen when it was found.
  if (planned.length === 0 || isOne) return planned;
  return (await works(options, planned)) ? planned : inOrder(options.statements);
}

/** Whether the parts lead there, in this order. Where the start cannot be made, nobody knows, and the careful order is the better guess. */
async function works({ trial: { client, readAgain }, start, staying, to }: PlanPartsOptions, parts: readonly WayPart[]): Promise<boolean> {
  const sql = parts.flatMap(({ statements }) => statements.map(inTransaction));
  const isThere = async () =>
    (await areAccepted(client, sql)) &&
    compareCatalogs(narrowCatalog(await readAgain(), ANONYMOUS), narrowCatalog(to, ANONYMOUS)).length <= staying;
  return (await afterStatements(client, start, isThere)) ?? true;
}

const ANONYMOUS = { owners: false, grants: false };

function inTransaction(sql: string): string {
  return sql.replace(/^((?:create (?:unique )?|drop |re)index(?: index)?) concurrently /i, '$1 ');
}

function inOrder(statements: readonly DifferenceStatement[]): readonly WayPart[] {
  return [
    {
      title: 'in the one order that works',
      statements: statements.map(({ sql }) => sql),
      transactional: statements.every(({ transactional }) => transactional),
      losesData: statements.some(({ losesData }) => losesData),
      before: null,
    },
  ];
}
