import { formatName, nameOfRange, type RelationName } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { here, later } from '../safe/steps.ts';

export const renameTable: StatementRule = {
  about: 'statements',
  name: 'rename-table',
  group: 'compatibility',
  severity: 'error',
  summary: 'a table or view that gets another name, or moves to another schema',
  why: 'The application that is running asks for the old name, and fails from this moment until the new version is everywhere. Leave a view under the old name, in the same revision: PostgreSQL writes through it too. Drop it when nothing asks for the old name any more. With something left under the old name it is no finding.',
  example: { sql: 'alter table shelf.books rename to volumes;' },
  reverts: false,
  sees: 'after',
  kinds: ['RenameStmt', 'AlterObjectSchemaStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    const names = renamed(statement.node);
    if (names === null) return;
    const lock = lockOn(subject, names.before);
    if (lock === null || schema.table(names.before) !== null) return;
    const [before, after] = [formatName(names.before), formatName(names.after)];
    yield {
      message: `The application that is running still asks for ${before}`,
      because: 'a new version is not everywhere at the moment when the name changes',
      locks: [lock],
      safe: [
        here(`${statement.text};\ncreate view ${before} with (security_invoker = true) as select * from ${after};`),
        later(`drop view ${before};`, 'then, when nothing asks for the old name any more, in a revision of its own'),
      ],
    };
  },
};

function renamed(node: Node): { readonly before: RelationName; readonly after: RelationName } | null {
  if ('RenameStmt' in node) {
    const { renameType, relation, newname = '' } = node.RenameStmt;
    if (relation === undefined || !isRelation(renameType)) return null;
    const before = nameOfRange(relation);
    return { before, after: { schema: before.schema, name: newname } };
  }
  if (!('AlterObjectSchemaStmt' in node)) return null;
  const { objectType, relation, newschema = '' } = node.AlterObjectSchemaStmt;
  if (relation === undefined || !isRelation(objectType)) return null;
  const before = nameOfRange(relation);
  return { before, after: { schema: newschema, name: before.name } };
}

function isRelation(type: string | undefined): boolean {
  return type === 'OBJECT_TABLE' || type === 'OBJECT_VIEW' || type === 'OBJECT_MATVIEW';
}
