import { formatName } from '@godwit/migrator/statements';
import { relationComesBack } from '../comes-back.ts';
import type { StatementRule } from '../rule.ts';
import { later } from '../safe/steps.ts';
import { listQueries, usesTable } from '../uses.ts';

export const dropTableInUse: StatementRule = {
  about: 'statements',
  name: 'drop-table-in-use',
  group: 'compatibility',
  severity: 'error',
  summary: 'DROP TABLE or DROP VIEW that a query still names',
  why: 'The query fails from this moment on, in every application that is running, and the rows are gone. Take it out of the queries first (`queries` in godwit.config.json says where they are), deploy, and drop the table in a later revision. Without `queries` nobody can tell whether it is in use, and every DROP TABLE is a warning.',
  example: {
    sql: 'drop table shelf.imports;',
    context: {
      queries: [
        {
          name: 'ImportedLines',
          file: 'src/imports.sql',
          line: 3,
          uses: [{ relation: { schema: 'shelf', name: 'imports' }, columns: ['line'] }],
        },
      ],
    },
  },
  reverts: false,
  sees: 'before',
  kinds: ['DropStmt'],
  *check(subject) {
    const { statement, locks, schema, facts } = subject;
    if (!('DropStmt' in statement.node)) return;
    const { missing_ok: maybe } = statement.node.DropStmt;
    for (const lock of locks) {
      const { kind } = lock.object;
      if (kind !== 'table' && kind !== 'view' && kind !== 'materialized view') continue;
      if (!/^DROP (?:TABLE|VIEW|MATERIALIZED VIEW)$/.test(lock.because)) continue;
      const name = formatName(lock.object);
      if (relationComesBack(subject, schema.resolve(lock.object))) continue;
      const users = (facts.queries ?? []).filter(({ uses }) => usesTable(uses, schema.resolve(lock.object), null, schema.resolve));
      if (facts.queries !== null && users.length === 0) continue;
      yield {
        message: users.length > 0 ? `${name} is still named by ${listQueries(users)}` : `Nothing tells whether a query still names ${name}`,
        because:
          users.length > 0
            ? `it fails in every application that is running from the moment when the ${kind} goes`
            : 'name your queries in godwit.config.json ("queries": ["src/**/*.sql"]), and each is looked at',
        ...(users.length > 0 ? {} : { severity: 'warning' as const }),
        locks: [lock],
        safe: [
          later(
            `drop ${kind} ${maybe ? 'if exists ' : ''}${name};`,
            'when no application that is running names it any more, in a revision of its own',
          ),
        ],
      };
    }
  },
};
