import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { here, later } from '../safe/steps.ts';

export const renameSchema: StatementRule = {
  about: 'statements',
  name: 'rename-schema',
  group: 'compatibility',
  severity: 'error',
  summary: 'ALTER SCHEMA … RENAME',
  why: 'Everything in the schema gets another name at once, and the application that is running asks for the old ones. Make the new schema, move the tables one by one, and leave a view in the place of each.',
  example: { sql: 'alter schema shelf rename to library;' },
  reverts: false,
  sees: 'before',
  kinds: ['RenameStmt'],
  *check({ statement, revision, schema }) {
    if (!('RenameStmt' in statement.node) || statement.node.RenameStmt.renameType !== 'OBJECT_SCHEMA') return;
    const { subname = '', newname = '' } = statement.node.RenameStmt;
    const isNew = revision.statements
      .slice(0, statement.index)
      .some(
        ({ node }) => 'CreateSchemaStmt' in node && node.CreateSchemaStmt.schemaname === subname && !node.CreateSchemaStmt.if_not_exists,
      );
    if (isNew) return;
    const relations = schema.tables().filter(({ name }) => name.schema === subname);
    const moves = relations.map(({ name, kind }) => {
      const [before, after] = [formatName(name), formatName({ schema: newname, name: name.name })];
      const command = kind === 'materialized view' || kind === 'view' || kind === 'foreign table' ? kind : 'table';
      return `alter ${command} ${before} set schema ${formatIdentifier(newname)};\ncreate view ${before} with (security_invoker = true) as select * from ${after};`;
    });
    yield {
      message: `The application that is running still asks for what is in ${formatIdentifier(subname)}`,
      because: 'a new version is not everywhere at the moment when the name changes',
      safe: [
        here(`create schema ${formatIdentifier(newname)};`),
        ...(relations.length === 0 ? [] : [later(moves.join('\n\n'), 'then, one by one, in revisions of their own')]),
        ...(relations.length === 0
          ? []
          : [
              later(
                relations.map(({ name }) => `drop view ${formatName(name)};`).join('\n'),
                'then, when nothing asks for the old names any more, in a revision of its own',
              ),
            ]),
      ],
    };
  },
};
