import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import { columnComesBack } from '../comes-back.ts';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { later } from '../safe/steps.ts';
import { commandSpan } from '../text/spans.ts';
import { alteredTable, tableCommands } from '../tree/parts.ts';
import { listQueries, usesTable } from '../uses.ts';

export const dropColumnInUse: StatementRule = {
  about: 'statements',
  name: 'drop-column-in-use',
  group: 'compatibility',
  severity: 'error',
  summary: 'DROP COLUMN that a query still names',
  why: 'The query fails from this moment on, in every application that is running. Take the column out of the queries first (`queries` in godwit.config.json says where they are), make it nullable so that no insert needs it, deploy, and drop it in a later revision. Without `queries` nobody can tell whether it is in use, and every DROP COLUMN is a warning.',
  example: {
    sql: 'alter table shelf.books drop column title;',
    context: {
      queries: [
        {
          name: 'BooksByTitle',
          file: 'src/books.sql',
          line: 3,
          uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['title', 'author'] }],
        },
      ],
    },
  },
  reverts: false,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema, facts } = subject;
    const table = alteredTable(statement.node);
    const lock = table === null ? null : lockOn(subject, table);
    if (table === null || lock === null) return;
    const known = schema.table(table);
    const full = schema.resolve(table);
    const target = formatName(table);
    for (const command of tableCommands(statement.node)) {
      if (command.subtype !== 'AT_DropColumn') continue;
      const { name = '' } = command;
      if (columnComesBack(subject, full, name)) continue;
      const column = formatIdentifier(name);
      const users = (facts.queries ?? []).filter(({ uses }) => usesTable(uses, full, name, schema.resolve));
      if (facts.queries !== null && users.length === 0) continue;
      const required = known?.columns.get(name)?.notNull === true;
      const { start: at, end: to } = commandSpan(statement, command.index);
      yield {
        message:
          users.length > 0
            ? `${target}.${column} is still named by ${listQueries(users)}`
            : `Nothing tells whether a query still names ${target}.${column}`,
        because:
          users.length > 0
            ? 'it fails in every application that is running from the moment when the column goes'
            : 'name your queries in godwit.config.json ("queries": ["src/**/*.sql"]), and each is looked at',
        at,
        to,
        ...(users.length > 0 ? {} : { severity: 'warning' as const }),
        locks: [lock],
        safe: [
          ...(required
            ? [
                later(
                  `alter table ${target} alter column ${column} drop not null;`,
                  'in a revision before it, so that the application can leave it out',
                ),
              ]
            : []),
          later(
            `alter table ${target} drop column ${column};`,
            'when no application that is running names it any more, in a revision of its own',
          ),
        ],
      };
    }
  },
};
