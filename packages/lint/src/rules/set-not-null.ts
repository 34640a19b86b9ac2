import { formatIdentifier, formatName, namePath } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { notNullForm } from '../safe/not-null.ts';
import { here } from '../safe/steps.ts';
import { commandSpan } from '../text/spans.ts';
import { alteredTable, constraintOf, tableCommands } from '../tree/parts.ts';

export const setNotNull: StatementRule = {
  about: 'statements',
  name: 'set-not-null',
  group: 'locks',
  severity: 'error',
  summary: 'SET NOT NULL that reads the whole table',
  why: 'Nobody can read or write the table while every row is looked at. A CHECK (column is not null) that has been validated, in a revision of its own and while everybody works, is proof enough: SET NOT NULL then takes a moment, and the CHECK can go.',
  example: { sql: 'alter table shelf.loans alter column user_id set not null;' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    const table = alteredTable(statement.node);
    const lock = table === null ? null : lockOn(subject, table);
    if (table === null || lock === null) return;
    const known = schema.table(table);
    const proven = new Set(
      [...(known?.constraints.values() ?? [])].filter(({ valid }) => valid).flatMap(({ provesNotNull }) => provesNotNull),
    );
    for (const command of tableCommands(statement.node)) {
      for (const column of checkedColumns(command)) {
        if (proven.has(column) || known?.columns.get(column)?.notNull) continue;
        const form = notNullForm(table, [column], known);
        const waiting = [...(known?.constraints.values() ?? [])].find(
          ({ valid, provesNotNull }) => !valid && provesNotNull.includes(column),
        );
        const { start: at, end: to } = commandSpan(statement, command.index);
        yield {
          message: `SET NOT NULL reads all of ${formatName(table)} while nobody else can read or write it`,
          because: `nothing proves yet that no row has a null in ${formatIdentifier(column)}`,
          at,
          to,
          locks: [lock],
          safe:
            waiting === undefined
              ? [here(`alter table ${formatName(table)}\n  ${form.check};`), form.after]
              : [
                  here(
                    `alter table ${formatName(table)} validate constraint ${formatIdentifier(waiting.name)};\nalter table ${formatName(table)} alter column ${formatIdentifier(column)} set not null;`,
                    'in this revision, which must lock nothing else',
                  ),
                ],
        };
      }
    }
  },
};

/** Of SET NOT NULL, and of ADD NOT NULL without NOT VALID (PostgreSQL 18). */
function checkedColumns(command: ReturnType<typeof tableCommands>[number]): readonly string[] {
  if (command.subtype === 'AT_SetNotNull') return [command.name ?? ''];
  const constraint = command.subtype === 'AT_AddConstraint' ? constraintOf(command) : null;
  return constraint?.contype === 'CONSTR_NOTNULL' && !constraint.skip_validation ? namePath(constraint.keys) : [];
}
