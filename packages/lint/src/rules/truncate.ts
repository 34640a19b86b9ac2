import { formatName } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { batchDelete } from '../safe/batches.ts';
import { batch } from '../safe/steps.ts';

export const truncate: StatementRule = {
  about: 'statements',
  name: 'truncate',
  group: 'locks',
  severity: 'error',
  summary: 'TRUNCATE of a table that is in use',
  why: 'It takes ACCESS EXCLUSIVE, with CASCADE on every table that references this one too, fires no DELETE trigger, and no way back brings the rows again. Delete in batches, by a backfill; where the table is to go, drop it.',
  example: { sql: 'truncate shelf.imports;' },
  reverts: true,
  sees: 'before',
  kinds: ['TruncateStmt'],
  *check({ statement, locks, schema }) {
    if (locks.length === 0) return;
    const cascade = 'TruncateStmt' in statement.node && statement.node.TruncateStmt.behavior === 'DROP_CASCADE';
    const names = locks.map(({ object }) => formatName(object));
    yield {
      message: `TRUNCATE empties ${names.join(', ')}${cascade ? `, and every table that references ${names.length > 1 ? 'them' : 'it'}` : ''}: no way back brings the rows again`,
      because: 'it takes ACCESS EXCLUSIVE: whoever comes while it waits for a long query waits behind it',
      locks,
      safe: locks.map(({ object }) => batch(batchDelete(formatName(object), schema.table(object)), 'as a backfill, batch by batch')),
    };
  },
};
