import type { Placeholders } from '@godwit/history';
import { applyPlaceholders, type Revision, type RevisionHash } from '@godwit/history';
import { parseStatements } from '../statements/parse-statements.ts';
import { nameOfRange, type RelationName } from '../statements/relation-name.ts';
import type { Statement } from '../statements/statement.ts';
import { firstLineOf, writtenStatements } from '../statements/written-statements.ts';
import type { TableOfIndex } from './family.ts';
import { statementTouches } from './statement-touches.ts';
import type { TouchedObject, TouchKind } from './touch.ts';

/** An object that a body touches, in one way, and the first line of the first statement that does. */
export interface TouchedBy {
  readonly kind: TouchKind;
  readonly object: TouchedObject;
  readonly statement: string;
}

/** What a body touches. */
export interface Touched {
  /** One that is touched in several ways is there for each. */
  readonly objects: readonly TouchedBy[];
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
    revisions.map(async ({ hash, body }) => {
      const sql = await parseStatements(applyPlaceholders(body, placeholders));
      // The values of placeholders may be secret.
      return { hash, sql, lines: (await writtenStatements(body, sql.statements)).map(firstLineOf) };
    }),
  );
  const tableOf = tablesOfIndexes(parsed.flatMap(({ sql }) => sql.statements));
  return new Map(
    parsed.map(({ hash, sql, lines }) => {
      const touched = bodyTouches(sql.statements, lines, tableOf);
      const [placeholder] = sql.placeholders;
      if (sql.problem !== null) return [hash, { ...touched, anything: { reason: 'it cannot be parsed', statement: '' } }];
      return placeholder === undefined
        ? [hash, touched]
        : [hash, { ...touched, anything: { reason: `${placeholder.name} has no value here`, statement: '' } }];
    }),
  );
}

function bodyTouches(statements: readonly Statement[], lines: readonly string[], tableOf: TableOfIndex): Touched {
  const objects = new Map<string, TouchedBy>();
  let anything: Touched['anything'] = null;
  for (const [index, statement] of statements.entries()) {
    const line = lines[index] ?? '';
    for (const touch of statementTouches(statement, tableOf)) {
      if (touch.kind === 'anything') {
        anything ??= { reason: touch.reason, statement: line };
        continue;
      }
      const { kind, schema, name } = touch.object;
      const key = JSON.stringify([touch.kind, kind, schema, name]);
      if (!objects.has(key)) objects.set(key, { ...touch, statement: line });
    }
  }
  return { objects: [...objects.values()], anything };
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
