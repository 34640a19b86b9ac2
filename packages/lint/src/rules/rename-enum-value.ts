import { formatIdentifier, formatName, nameOfPath, namePath } from '@godwit/migrator/statements';
import { quoteLiteral } from '@godwit/postgres';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { batch, here } from '../safe/steps.ts';

export const renameEnumValue: StatementRule = {
  about: 'statements',
  name: 'rename-enum-value',
  group: 'compatibility',
  severity: 'error',
  summary: 'ALTER TYPE … RENAME VALUE',
  why: 'The application that is running writes and compares the old value, which is an error from this moment on. Add the new value beside it, deploy the version that understands both, and change the rows by a backfill. The old value stays in the type: PostgreSQL cannot take one away.',
  example: {
    sql: "alter type shelf.loan_state rename value 'lent' to 'on_loan';",
    history: "create type shelf.loan_state as enum ('lent', 'returned');",
  },
  reverts: false,
  sees: 'before',
  kinds: ['AlterEnumStmt'],
  *check({ statement, revision, schema }) {
    if (!('AlterEnumStmt' in statement.node)) return;
    const { typeName, oldVal, newVal = '' } = statement.node.AlterEnumStmt;
    if (oldVal === undefined) return;
    const type = nameOfPath(namePath(typeName));
    const isNew = revision.statements
      .slice(0, statement.index)
      .some(({ node }) => 'CreateEnumStmt' in node && nameOfPath(namePath(node.CreateEnumStmt.typeName)).name === type.name);
    if (isNew) return;
    const [before, after] = [quoteLiteral(oldVal).trim(), quoteLiteral(newVal).trim()];
    const batches = schema.tables().flatMap((table) =>
      [...table.columns.values()]
        .filter(
          (column) =>
            column.type?.name === type.name &&
            !column.type.array &&
            (column.type.schema ?? schema.resolve(type).schema) === schema.resolve(type).schema,
        )
        .map((column) =>
          batchUpdate({
            table: formatName(table.name),
            known: table,
            set: `${formatIdentifier(column.name)} = ${after}`,
            where: `${formatIdentifier(column.name)} = ${before}`,
          }),
        ),
    );
    yield {
      message: `The application that is running still writes ${before} to ${formatName(type)}`,
      because: 'a new version is not everywhere at the moment when the value changes',
      safe: [
        here(`alter type ${formatName(type)} add value ${after} after ${before};`, 'in a revision before those that use it'),
        ...batches.map((sql) => batch(sql, 'then, when the application understands both, as a backfill')),
      ],
    };
  },
};
