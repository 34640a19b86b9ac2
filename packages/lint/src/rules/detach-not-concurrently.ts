import { formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { alone } from '../safe/steps.ts';
import { commandSpan } from '../text/spans.ts';
import { alteredTable, tableCommands } from '../tree/parts.ts';

export const detachNotConcurrently: StatementRule = {
  about: 'statements',
  name: 'detach-not-concurrently',
  group: 'locks',
  severity: 'error',
  summary: 'DETACH PARTITION without CONCURRENTLY',
  why: 'It takes ACCESS EXCLUSIVE on the partitioned table, and so on all that is read through it. CONCURRENTLY takes two short steps that block neither reads nor writes; it cannot run in a transaction, and not where there is a default partition.',
  example: { sql: 'alter table shelf.events detach partition shelf.events_2024;' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement } = subject;
    const table = alteredTable(statement.node);
    if (table === null) return;
    for (const { subtype, def, index } of tableCommands(statement.node)) {
      if (subtype !== 'AT_DetachPartition' || def === undefined || !('PartitionCmd' in def)) continue;
      const { name, concurrent } = def.PartitionCmd;
      const lock = lockOn(subject, table);
      if (concurrent || name === undefined || lock === null) continue;
      const span = commandSpan(statement, index);
      yield {
        message: `DETACH PARTITION locks all of ${formatName(table)} against reads and writes`,
        because: 'it waits for the last query on any partition, and everybody else waits behind it',
        at: span.start,
        to: span.end,
        locks: [lock],
        safe: [alone(`alter table ${formatName(table)} detach partition ${formatName(nameOfRange(name))} concurrently;`)],
      };
    }
  },
};
