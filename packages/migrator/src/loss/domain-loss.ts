import { quoteIdentifier, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { Asker } from './ask.ts';
import { violatingExamples } from './examples.ts';
import { DOMAIN_VALUE } from './find-constraints.ts';
import type { CheckText } from './lossy-action.ts';
import type { PartialLoss } from './partial-loss.ts';
import type { PlannedChanges } from './planned-changes.ts';
import { findTables, type Table, tableSql, tableText } from './table.ts';

const columns = v.array(v.object({ relation: v.string(), column: v.string() }));
const countRow = v.object({ count: v.number() });

interface DomainConstraint {
  /** As SQL. */
  readonly type: string;
  readonly check: CheckText | 'not null';
  readonly changes: PlannedChanges;
}

/** The values of a domain's columns that a constraint of it would refuse. Nothing is said of what cannot be told: none would be lost. */
export async function domainViolations(asker: Asker, { type, check, changes }: DomainConstraint): Promise<readonly PartialLoss[]> {
  const losses: PartialLoss[] = [];
  for (const { relation, column } of v.parse(columns, await asker.catalog(readSql(import.meta.url, './sql/domain-columns.sql'), [type]))) {
    for (const table of await findTables(asker, [relation])) {
      if (!changes.touch(table)) losses.push(...(await refusedValues(asker, { table, column, check })));
    }
  }
  return losses;
}

interface DomainColumn {
  readonly table: Table;
  readonly column: string;
  readonly check: CheckText | 'not null';
}

async function refusedValues(asker: Asker, { table, column, check }: DomainColumn): Promise<readonly PartialLoss[]> {
  const violates = check === 'not null' ? `${DOMAIN_VALUE} is null` : `not (${check.sql})`;
  const from = `from (select *, ${quoteIdentifier(column)} as ${DOMAIN_VALUE} from ${tableSql(table)}) as t where ${violates}`;
  const answer = await asker.table(`select count(*)::float8 as count ${from}`);
  if (answer.kind !== 'rows') return [];
  const { count } = v.parse(countRow, answer.rows[0]);
  if (count === 0) return [];
  const examples = await violatingExamples(asker, table, { from, columns: [column] });
  const reason = check === 'not null' ? 'null' : check.text;
  return [{ kind: 'refused', object: tableText(table, column), count, exact: true, examples, reason }];
}
