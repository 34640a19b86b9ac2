import type { SqlParser } from '../statements/parser.ts';
import { nameOfRange } from '../statements/relation-name.ts';
import type { Statement } from '../statements/statement.ts';
import { alteredDomain, alteredSequence, alteredTable } from './find-alterations.ts';
import { uniqueIndex } from './find-constraints.ts';
import { droppedThings } from './find-drops.ts';
import type { LossyAction } from './lossy-action.ts';
import { rowChange } from './row-change.ts';

/** A statement and the translation of the byte offsets in its tree to offsets in its text. */
export interface LocatedStatement {
  readonly parser: SqlParser;
  readonly statement: Statement;
  readonly offsetOf: (byte: number) => number;
}

const UNSEEN: readonly (readonly [string, string])[] = [
  ['DoStmt', 'DO runs code'],
  ['CallStmt', 'CALL runs code'],
  ['ExecuteStmt', 'EXECUTE runs a prepared statement'],
  ['MergeStmt', 'MERGE may update and delete'],
  ['DropOwnedStmt', 'DROP OWNED drops whatever the role owns'],
  ['DropdbStmt', 'DROP DATABASE drops everything in it'],
  ['AlterExtensionStmt', 'ALTER EXTENSION UPDATE runs a script of the extension'],
  ['DropSubscriptionStmt', 'DROP SUBSCRIPTION drops what the publisher has not sent yet'],
];

/** What a statement may take from rows. Pure: nothing is asked of a database. */
export function findLossyActions(located: LocatedStatement): readonly LossyAction[] {
  const { node, kind } = located.statement;
  const unseen = UNSEEN.find(([name]) => name === kind);
  if (unseen !== undefined) return [{ kind: 'unseen', reason: unseen[1] }];
  if ('DropStmt' in node) return droppedThings(node.DropStmt);
  if ('AlterTableStmt' in node) return alteredTable(located, node.AlterTableStmt);
  if ('AlterSeqStmt' in node) return alteredSequence(node.AlterSeqStmt);
  if ('AlterDomainStmt' in node) return alteredDomain(located, node.AlterDomainStmt);
  if ('IndexStmt' in node) return uniqueIndex(located, node.IndexStmt);
  if ('TruncateStmt' in node) {
    const cascade = node.TruncateStmt.behavior === 'DROP_CASCADE';
    return (node.TruncateStmt.relations ?? []).flatMap((item) =>
      'RangeVar' in item ? [{ kind: 'truncate', relation: nameOfRange(item.RangeVar), cascade }] : [],
    );
  }
  if ('DeleteStmt' in node || 'UpdateStmt' in node) return rowChange(located);
  if ('InsertStmt' in node && node.InsertStmt.relation !== undefined) {
    if (node.InsertStmt.onConflictClause?.action === 'ONCONFLICT_UPDATE') {
      return [{ kind: 'unseen', reason: 'ON CONFLICT DO UPDATE may overwrite' }];
    }
    return [{ kind: 'insert', relation: nameOfRange(node.InsertStmt.relation) }];
  }
  return [];
}
