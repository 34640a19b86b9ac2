import { formatIdentifier } from '@godwit/migrator/statements';
import type { LintedRevision, StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';
import { applyEdits, insertAt } from '../text/edit.ts';
import { unqualifiedNames } from '../tree/unqualified-names.ts';

export const unqualifiedName: StatementRule = {
  about: 'statements',
  name: 'unqualified-name',
  group: 'design',
  severity: 'warning',
  summary: 'a table, type or function without its schema',
  why: 'Which one is meant depends on the search_path: a role, a database or a line above may have another than the one that it was written for, and graphile-migrate runs with that of the role. Godwit begins every revision with the search_path of its configuration; a name with its schema means the same to everybody who runs or reads it.',
  example: { sql: 'create table notes (id bigint primary key);' },
  reverts: true,
  sees: 'before',
  *check({ statement, revision, schema }) {
    const temporary = temporaryTables(revision);
    const names = unqualifiedNames(statement).filter(({ name }) => !temporary.has(name));
    const [first] = names;
    if (first === undefined) return;
    const edits = names.map(({ name, at }) => insertAt(at, `${formatIdentifier(schema.resolve({ schema: null, name }).schema)}.`));
    yield {
      message: `Without a schema the search_path decides what ${[...new Set(names.map(({ name }) => formatIdentifier(name)))].join(', ')} means`,
      because: 'another role, database or tool may have another one',
      at: first.at,
      to: first.end,
      safe: [here(`${applyEdits(statement.text, edits)};`)],
    };
  },
};

const TEMPORARY = new WeakMap<LintedRevision, ReadonlySet<string>>();

/** The temporary tables that the revision makes: they are in a schema of the session's own. */
function temporaryTables(revision: LintedRevision): ReadonlySet<string> {
  const known = TEMPORARY.get(revision);
  if (known !== undefined) return known;
  const found = revision.statements.flatMap(({ node }) => {
    const range =
      'CreateStmt' in node ? node.CreateStmt.relation : 'CreateTableAsStmt' in node ? node.CreateTableAsStmt.into?.rel : undefined;
    return range?.relpersistence === 't' && range.relname !== undefined ? [range.relname] : [];
  });
  const names = new Set(found);
  TEMPORARY.set(revision, names);
  return names;
}
