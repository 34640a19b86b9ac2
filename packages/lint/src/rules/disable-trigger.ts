import { formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';
import { commandSpan } from '../text/spans.ts';
import { alteredTable, tableCommands } from '../tree/parts.ts';

const DISABLING: readonly (string | undefined)[] = ['AT_DisableTrig', 'AT_DisableTrigAll', 'AT_DisableTrigUser'];

export const disableTrigger: StatementRule = {
  about: 'statements',
  name: 'disable-trigger',
  group: 'locks',
  severity: 'error',
  summary: 'DISABLE TRIGGER',
  why: 'It takes a lock that blocks writes until the revision ends, and from then on the trigger is off for everybody, until somebody remembers; ALL switches foreign keys off too. session_replication_role switches triggers off for this session alone and needs no lock; a trigger that is to spare backfills can ask for the setting godwit.backfill, as those of `updated_at` do.',
  example: { sql: 'alter table shelf.books disable trigger books_updated_at;' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement } = subject;
    const table = alteredTable(statement.node);
    const lock = table === null ? null : lockOn(subject, table);
    if (table === null || lock === null) return;
    for (const { subtype, name, index } of tableCommands(statement.node)) {
      if (!DISABLING.includes(subtype)) continue;
      const { start: at, end: to } = commandSpan(statement, index);
      yield {
        message: `DISABLE TRIGGER blocks writes to ${formatName(table)} and switches ${name === undefined ? 'its triggers' : formatName({ schema: null, name })} off for everybody`,
        because: 'what the trigger keeps right is wrong from the next row on, also after this revision',
        at,
        to,
        locks: [lock],
        safe: [
          here(
            'set local session_replication_role = replica;\n-- the statements that are to fire no trigger, and check no foreign key\nset local session_replication_role = origin;',
            'in this revision, by a role that may set it',
          ),
        ],
      };
    }
  },
};
