import { formatIdentifier, formatName, nameOfRange, namePath, type RelationName } from '@godwit/migrator/statements';
import type { ColumnDef, Constraint, Node } from 'libpg-query';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { alone, here } from '../safe/steps.ts';
import { defaultName } from '../schema/default-name.ts';
import { addedConstraints, constraintsOf, newColumns } from '../tree/parts.ts';

export const foreignKeyWithoutIndex: StatementRule = {
  about: 'statements',
  name: 'foreign-key-without-index',
  group: 'design',
  severity: 'warning',
  summary: 'a foreign key whose columns have no index',
  why: 'Each DELETE, and each change of the key, in the referenced table looks for rows that refer to it, and reads the whole table for each row; ON DELETE CASCADE of a thousand rows reads it a thousand times. An index that begins with the columns of the key is enough.',
  example: { sql: 'create table shelf.notes (\n  id bigint primary key,\n  book_id bigint not null references shelf.books (id)\n);' },
  reverts: false,
  sees: 'after',
  kinds: ['CreateStmt', 'AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    for (const { table, constraint, column } of foreignKeys(statement.node)) {
      const known = schema.table(table);
      const columns = column === null ? namePath(constraint.fk_attrs) : [column.colname ?? ''];
      // Of a table that no revision shows being made, the indexes are not known either.
      if (known === null || !known.complete || columns.some((name) => !known.columns.has(name))) continue;
      const covered = [...known.indexes.values()].some(
        (index) => !index.partial && columns.every((name) => index.columns.slice(0, columns.length).includes(name)),
      );
      if (covered) continue;
      const target = formatName(table);
      const name = formatIdentifier(defaultName(table.name, columns, 'idx', (taken) => known.indexes.has(taken)));
      const list = columns.map(formatIdentifier).join(', ');
      const inUse = lockOn(subject, table) !== null;
      const start = statement.at(constraint.location);
      yield {
        message: `No index of ${target} begins with ${list}, which refers to ${constraint.pktable === undefined ? 'another table' : formatName(nameOfRange(constraint.pktable))}`,
        because: 'each row that is deleted there reads the whole of this table',
        at: start,
        to:
          statement.tokens().find((token) => token.start > start && (token.word === ',' || token.word === ')') && token.depth <= 1)
            ?.start ?? statement.text.length,
        safe: [
          inUse
            ? alone(`create index concurrently ${name} on ${target} (${list});`, 'in a revision of its own, before this one')
            : here(`${statement.text};\ncreate index ${name} on ${target} (${list});`),
        ],
      };
    }
  },
};

interface ForeignKey {
  readonly table: RelationName;
  readonly constraint: Constraint;
  /** The column it is written behind; null for one of the whole table. */
  readonly column: ColumnDef | null;
}

function foreignKeys(node: Node): readonly ForeignKey[] {
  const isKey = ({ contype }: Constraint) => contype === 'CONSTR_FOREIGN';
  const behind = newColumns(node).flatMap(({ table, column }) =>
    constraintsOf(column)
      .filter(isKey)
      .map((constraint) => ({ table, constraint, column })),
  );
  const added = addedConstraints(node).filter(({ constraint, column }) => column === null && isKey(constraint));
  if (!('CreateStmt' in node) || node.CreateStmt.relation === undefined) return [...behind, ...added];
  const table = nameOfRange(node.CreateStmt.relation);
  const own = (node.CreateStmt.tableElts ?? []).flatMap((element) =>
    'Constraint' in element && isKey(element.Constraint) ? [{ table, constraint: element.Constraint, column: null }] : [],
  );
  return [...behind, ...own];
}
