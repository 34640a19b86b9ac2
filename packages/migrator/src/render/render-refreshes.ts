import { ownSql } from './own-sql.ts';
import type { RenderOptions } from './render.ts';
import { checkFacts, refreshFacts } from './step-facts.ts';

/** What the ledger learns of revisions that are applied already: one transaction, under the check that every step makes. */
export function renderRefreshes({ plan: { from, refreshes } }: Pick<RenderOptions, 'plan'>, isMerge: boolean): string {
  const place = { expectedHead: from?.hash ?? null, expectedName: from?.name ?? 'base', isMerge };
  return `-- what the ledger does not know yet of revisions that are applied
${checkFacts(place)}:begin_step
${ownSql('../execute/sql/close-step.sql')};
${refreshes.map((record) => `${refreshFacts(record)}:refresh_revision\n`).join('')}commit;
`;
}
