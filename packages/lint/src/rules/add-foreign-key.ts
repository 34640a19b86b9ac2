import { formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { checksEveryRow, notValidForm } from '../safe/not-valid.ts';
import { addedConstraintSpan } from '../text/spans.ts';
import { addedConstraints } from '../tree/parts.ts';

export const addForeignKey: StatementRule = {
  about: 'statements',
  name: 'add-foreign-key',
  group: 'locks',
  severity: 'error',
  summary: 'a FOREIGN KEY that is checked when it is added',
  why: 'Both tables are locked against writes while every row of the one is looked up in the other. NOT VALID adds the key in a moment; from then on new rows are checked. VALIDATE, in a revision of its own, checks the old ones while everybody writes. In the same revision it would gain nothing: the lock of the first step is held until the transaction ends.',
  example: { sql: 'alter table shelf.loans add foreign key (book_id) references shelf.books (id) on delete cascade;' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    for (const added of addedConstraints(subject.statement.node)) {
      const { constraint, table } = added;
      if (constraint.contype !== 'CONSTR_FOREIGN' || constraint.pktable === undefined || !checksEveryRow(added)) continue;
      const own = lockOn(subject, table);
      if (own === null) continue;
      const referenced = nameOfRange(constraint.pktable);
      const other = lockOn(subject, referenced);
      const partitioned = subject.schema.table(table)?.kind === 'partitioned table';
      const { start: at, end: to } = addedConstraintSpan(subject.statement, added);
      yield {
        message: `The foreign key is checked for every row of ${formatName(table)} while nobody can write to it or to ${formatName(referenced)}`,
        because: partitioned
          ? 'before PostgreSQL 18 a partitioned table has no NOT VALID foreign keys: add it to each partition first'
          : 'ADD FOREIGN KEY looks every row up under a lock on both tables',
        at,
        to,
        locks: [own, ...(other === null || other === own ? [] : [other])],
        ...(partitioned ? {} : notValidForm(subject, added)),
      };
    }
  },
};
