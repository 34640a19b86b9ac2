import { formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { here, later } from '../safe/steps.ts';
import { addedConstraintSpan } from '../text/spans.ts';
import { addedConstraints } from '../tree/parts.ts';

export const exclusionConstraint: StatementRule = {
  about: 'statements',
  name: 'exclusion-constraint',
  group: 'locks',
  severity: 'error',
  summary: 'an EXCLUDE constraint on a table that is in use',
  why: 'Nobody can read or write the table until the index of the constraint is built, and PostgreSQL has no way to build it concurrently. Make a second table that has the constraint, fill it by a backfill while a trigger keeps it up to date, and exchange the names.',
  example: { sql: 'alter table shelf.loans add constraint loans_overlap exclude using gist (during with &&);' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement } = subject;
    for (const added of addedConstraints(statement.node)) {
      if (added.constraint.contype !== 'CONSTR_EXCLUSION') continue;
      const lock = lockOn(subject, added.table);
      if (lock === null) continue;
      const { start: at, end: to } = addedConstraintSpan(statement, added);
      const table = formatName(added.table);
      const second = formatName({ ...added.table, name: `${added.table.name}_new` });
      const first = formatName({ schema: null, name: `${added.table.name}_old` });
      yield {
        message: `Nobody can read or write ${table} until the index of the exclusion constraint is built`,
        because: 'ADD EXCLUDE builds its index under ACCESS EXCLUSIVE, and there is no CONCURRENTLY for it',
        at,
        to,
        locks: [lock],
        safe: [
          here(`create table ${second} (like ${table} including all);\nalter table ${second} add ${statement.text.slice(at, to)};`),
          later(
            `alter table ${table} rename to ${first};\nalter table ${second} rename to ${formatName({ schema: null, name: added.table.name })};`,
            'when a backfill has filled it and a trigger keeps it up to date, in a revision of its own',
          ),
        ],
      };
    }
  },
};
