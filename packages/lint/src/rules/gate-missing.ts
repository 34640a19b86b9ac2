import { isNamed } from '@godwit/history';
import { formatIdentifier, formatName, nameOfPath, nameOfRange, namePath } from '@godwit/migrator/statements';
import { quoteLiteral } from '@godwit/postgres';
import type { Node } from 'libpg-query';
import type { BackfillUse } from '../lint-context.ts';
import type { LintedRevision, StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';
import type { Schema } from '../schema/schema.ts';
import type { FullName } from '../schema/table.ts';
import { alteredTable, tableCommands } from '../tree/parts.ts';
import { usesTable } from '../uses.ts';

export const gateMissing: StatementRule = {
  about: 'statements',
  name: 'gate-missing',
  group: 'compatibility',
  severity: 'error',
  summary: 'a revision that takes away what a backfill reads, and does not wait for it',
  why: 'Where the backfill has not ended, the rows that it had not reached have lost what they were to be filled from. A gate in the first line of the revision asks the database whether a row is still wrong, and `godwit upgrade` stops before the revision as long as there is one. On an empty database it passes.',
  example: {
    sql: 'alter table shelf.books drop column isbn;',
    context: {
      backfills: [
        {
          name: 'book-isbns',
          until: null,
          uses: [{ relation: { schema: 'shelf', name: 'books' }, columns: ['isbn'] }],
          remaining: 'select 1 from shelf.books where isbn is not null and description is null',
        },
      ],
    },
  },
  reverts: false,
  sees: 'after',
  *check({ statement, revision, schema, facts }) {
    if (facts.backfills.length === 0) return;
    const removed = removedBy(statement.node, schema).filter(({ table, column }) => column !== null || schema.table(table) === null);
    for (const backfill of facts.backfills) {
      if (isGated(revision, backfill.name)) continue;
      const because = 'what it has not filled when the revision is applied can never be filled';
      const safe = [here(gate(backfill), 'in the first line of this revision')];
      if (isEnd(backfill, revision)) {
        if (statement.index === 0)
          yield { message: `The backfill ${backfill.name} ends with this revision, which does not wait for it`, because, safe };
        continue;
      }
      const lost = removed.find(({ table, column }) => usesTable(backfill.uses, table, column, schema.resolve));
      if (lost === undefined) continue;
      const what = lost.column === null ? formatName(lost.table) : `${formatName(lost.table)}.${formatIdentifier(lost.column)}`;
      yield { message: `The backfill ${backfill.name} reads ${what}, and this revision does not wait for it`, because, safe };
    }
  },
};

/** Whether the backfill itself names the revision. */
function isEnd({ until }: BackfillUse, { name }: LintedRevision): boolean {
  return until !== null && name !== null && isNamed(name, until);
}

interface Removed {
  readonly table: FullName;
  /** Null for the table as a whole. */
  readonly column: string | null;
}

/** What a statement takes away from those who knew it: dropped, renamed, or of another type. */
function removedBy(node: Node, schema: Schema): readonly Removed[] {
  if ('DropStmt' in node && node.DropStmt.removeType === 'OBJECT_TABLE') {
    return (node.DropStmt.objects ?? []).map((object) => ({ table: schema.resolve(nameOfPath(namePath(object))), column: null }));
  }
  if ('RenameStmt' in node && node.RenameStmt.relation !== undefined) {
    const { renameType, relation, subname = '' } = node.RenameStmt;
    const table = schema.resolve(nameOfRange(relation));
    if (renameType === 'OBJECT_TABLE') return [{ table, column: null }];
    return renameType === 'OBJECT_COLUMN' ? [{ table, column: subname }] : [];
  }
  const altered = alteredTable(node);
  if (altered === null) return [];
  return tableCommands(node)
    .filter(({ subtype }) => subtype === 'AT_DropColumn' || subtype === 'AT_AlterColumnType')
    .map(({ name = '' }) => ({ table: schema.resolve(altered), column: name }));
}

/** Whether a statement of the revision asks for the backfill, also inside a DO block. */
function isGated({ statements }: LintedRevision, name: string): boolean {
  return statements.some(({ text }) => /\bgodwit\.require_backfill\b/.test(text) && text.includes(`'${name.replaceAll("'", "''")}'`));
}

/** Guarded so that graphile-migrate, which knows no gates, can run it where the function is not. */
function gate({ name, remaining }: BackfillUse): string {
  const question = (remaining ?? 'select 1 /* from … where a row is still wrong */').trim().replace(/;$/, '');
  return [
    'do $gate$',
    'begin',
    "  if to_regprocedure('godwit.require_backfill(text, text)') is not null then",
    `    perform godwit.require_backfill(${quoteLiteral(name).trim()}, $query$${question}$query$);`,
    '  end if;',
    'end;',
    '$gate$;',
  ].join('\n');
}
