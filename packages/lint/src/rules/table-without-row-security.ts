import { formatName, nameOfRange } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';

export const tableWithoutRowSecurity: StatementRule = {
  about: 'statements',
  name: 'table-without-row-security',
  group: 'design',
  severity: 'error',
  summary: 'a table without row level security in a schema that has it',
  why: 'Who may read the table reads every row, while the tables beside it show each their own. Enable it in the same revision, and write the policies: without one nobody but the owner sees a row, which is the safe way to be wrong.',
  example: {
    sql: 'create table shelf.wishes (id bigint primary key, user_id bigint not null);',
    history: 'create table shelf.diaries (id bigint primary key); alter table shelf.diaries enable row level security;',
  },
  reverts: false,
  sees: 'after',
  kinds: ['CreateStmt'],
  *check({ statement, schema }) {
    if (!('CreateStmt' in statement.node) || statement.node.CreateStmt.relation === undefined) return;
    const { relation } = statement.node.CreateStmt;
    if (relation.relpersistence === 't') return;
    const table = schema.table(nameOfRange(relation));
    if (table === null || table.rowSecurity || schema.securedTables(table.name.schema) === 0) return;
    const name = formatName(nameOfRange(relation));
    yield {
      message: `${name} has no row level security, and its schema has`,
      because: 'who may read the table reads every row of it',
      safe: [
        here(`${statement.text};\nalter table ${name} enable row level security;`, 'in this revision, with the policies that are wanted'),
      ],
    };
  },
};
