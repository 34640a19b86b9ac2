import { formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { checksEveryRow, notValidForm } from '../safe/not-valid.ts';
import { addedConstraintSpan } from '../text/spans.ts';
import { addedConstraints } from '../tree/parts.ts';

export const addCheck: StatementRule = {
  about: 'statements',
  name: 'add-check',
  group: 'locks',
  severity: 'error',
  summary: 'a CHECK that is checked when it is added',
  why: 'Nobody can read or write the table while every row is checked. NOT VALID adds the CHECK in a moment; from then on new rows are checked. VALIDATE, in a revision of its own, checks the old ones while everybody works. In the same revision it would gain nothing: the lock of the first step is held until the transaction ends.',
  example: { sql: 'alter table shelf.books add check (page_count > 0);' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    for (const added of addedConstraints(subject.statement.node)) {
      if (added.constraint.contype !== 'CONSTR_CHECK' || !checksEveryRow(added)) continue;
      const lock = lockOn(subject, added.table);
      if (lock === null) continue;
      const { start: at, end: to } = addedConstraintSpan(subject.statement, added);
      yield {
        message: `The CHECK is checked for every row of ${formatName(added.table)} while nobody can read or write it`,
        because: 'ADD CHECK reads the whole table under ACCESS EXCLUSIVE',
        at,
        to,
        locks: [lock],
        ...notValidForm(subject, added),
      };
    }
  },
};
