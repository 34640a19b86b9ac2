import { formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { alone, here, later } from '../safe/steps.ts';
import { usingIndex, withoutColumnConstraint } from '../safe/using-index.ts';
import { addedConstraintSpan } from '../text/spans.ts';
import { addedConstraints } from '../tree/parts.ts';

export const addUnique: StatementRule = {
  about: 'statements',
  name: 'add-unique',
  group: 'locks',
  severity: 'error',
  summary: 'a UNIQUE whose index is built when it is added',
  why: 'Nobody can read or write the table until the index behind the constraint is built. Build the index CONCURRENTLY in a revision of its own; UNIQUE USING INDEX then takes a moment.',
  example: { sql: 'alter table shelf.books add constraint books_isbn_key unique (isbn);' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    for (const added of addedConstraints(statement.node)) {
      if (added.constraint.contype !== 'CONSTR_UNIQUE' || added.constraint.indexname !== undefined) continue;
      const lock = lockOn(subject, added.table);
      if (lock === null) continue;
      const form = usingIndex(added, schema.table(added.table));
      const first = withoutColumnConstraint(statement, added);
      const { start: at, end: to } = addedConstraintSpan(statement, added);
      yield {
        message: `Nobody can read or write ${formatName(added.table)} until the index of the UNIQUE is built`,
        because: 'ADD UNIQUE builds its index under ACCESS EXCLUSIVE',
        at,
        to,
        locks: [lock],
        safe: [
          ...(first === null ? [] : [here(`${first};`)]),
          alone(form.index, first === null ? undefined : 'then, in a revision of its own'),
          later(form.constraint),
        ],
      };
    }
  },
};
