import type { Placeholders } from '@godwit/history';
import { applyPlaceholders, type Revision, type RevisionHash } from '@godwit/history';
import { parseStatements } from '../statements/parse-statements.ts';
import { nameOfRange, type RelationName } from '../statements/relation-name.ts';
import type { Statement } from '../statements/statement.ts';
import { firstLineOf } from '../statements/written-statements.ts';
import type { TableOfIndex } from './family.ts';
import { statementTouches } from './statement-touches.ts';
import type { TouchedObject } from './touch.ts';

/** An object that a body touches, and the first line of the first statement that does. */
export interface TouchedBy {
  readonly object: TouchedObject;
  readonly statement: string;
}

/** What a body touches. */
export interface Touched {
  /** Made, altered, dropped, or its rows written. */
  readonly changed: readonly TouchedBy[];
  /** Read, referenced or called; those that are changed as well are in both. */
  readonly used: readonly TouchedBy[];
  /** Why it may touch anything besides; null when all is named. */
  readonly anything: { readonly reason: string; readonly statement: string } | null;
}

/**
 * What each revision touches, by its hash, from parse trees alone. The table of an index that one of them drops is looked up among the
 * indexes that the others make, so that the whole line of history should be given.
 *
 * @param placeholders as `resolvePlaceholders` gives them; a body with one that has no value may touch anything
 */
export async function touchedByRevisions(
  revisions: readonly Pick<Revision, 'hash' | 'body'>[],
  placeholders: Placeholders,
): Promise<ReadonlyMap<RevisionHash, Touched>> {
  const parsed = await Promise.all(
    revisions.map(async ({ hash, body }) => ({ hash, sql: await parseStatements(applyPlaceholders(body, placeholders)) })),
  );
  const tableOf = tablesOfIndexes(parsed.flatMap(({ sql }) => sql.statements));
  return new Map(
    parsed.map(({ hash, sql }) => {
      const touched = bodyTouches(sql.statements, tableOf);
      const [placeholder] = sql.placeholders;
      if (sql.problem !== null) return [hash, { ...touched, anything: { reason: 'it cannot be parsed', statement: '' } }];
      return placeholder === undefined
        ? [hash, touched]
        : [hash, { ...touched, anything: { reason: `${placeholder.name} has no value here`, statement: '' } }];
    }),
  );
}

function bodyTouches(statements: readonly Statement[], tableOf: TableOfIndex): Touched {
  const changed = new Map<string, TouchedBy>();
  const used = new Map<string, TouchedBy>();
  let anything: Touched['anything'] = null;
  for (const statement of statements) {
    for (const touch of statementTouches(statement, tableOf)) {
      const line = firstLineOf(statement);
      if (touch.kind === 'anything') {
        anything ??= { reason: touch.reason, statement: line };
        continue;
      }
      const { kind, schema, name } = touch.object;
      const key = JSON.stringify([kind, schema, name]);
      const into = touch.changes ? changed : used;
      if (!into.has(key)) into.set(key, { object: touch.object, statement: line });
    }
  }
  return { changed: [...changed.values()], used: [...used.values()], anything };
}

/** The last one of a name counts: the others were dropped before. */
function tablesOfIndexes(statements: readonly Statement[]): TableOfIndex {
  const tables = new Map<string, RelationName>();
  for (const { node } of statements) {
    if (!('IndexStmt' in node) || node.IndexStmt.idxname === undefined || node.IndexStmt.relation === undefined) continue;
    tables.set(node.IndexStmt.idxname, nameOfRange(node.IndexStmt.relation));
  }
  return ({ name }) => tables.get(name) ?? null;
}
