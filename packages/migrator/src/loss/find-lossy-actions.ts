import type { AlterTableCmd, DropStmt, Node } from 'libpg-query';
import type { SqlParser } from '../statements/parser.ts';
import { nameOfPath, nameOfRange, namePath, type RelationName } from '../statements/relation-name.ts';
import type { Statement } from '../statements/statement.ts';
import { textUntil, topTokens } from '../statements/text-slices.ts';
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
];

/** What a statement may take from rows. Pure: nothing is asked of a database. */
export function findLossyActions(located: LocatedStatement): readonly LossyAction[] {
  const { node, kind } = located.statement;
  const unseen = UNSEEN.find(([name]) => name === kind);
  if (unseen !== undefined) return [{ kind: 'unseen', reason: unseen[1] }];
  if ('DropStmt' in node) return (node.DropStmt.objects ?? []).flatMap((object) => drop(node.DropStmt, object));
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
  if (!('AlterTableStmt' in node) || node.AlterTableStmt.relation === undefined) return [];
  const relation = nameOfRange(node.AlterTableStmt.relation);
  if (node.AlterTableStmt.objtype === 'OBJECT_TYPE') {
    const reaches = (node.AlterTableStmt.cmds ?? []).some(
      (item) =>
        'AlterTableCmd' in item && (item.AlterTableCmd.subtype === 'AT_DropColumn' || item.AlterTableCmd.subtype === 'AT_AlterColumnType'),
    );
    return reaches ? [{ kind: 'unseen', reason: 'DROP or ALTER ATTRIBUTE reaches into the columns of that type' }] : [];
  }
  return (node.AlterTableStmt.cmds ?? []).flatMap((item) => ('AlterTableCmd' in item ? alter(located, relation, item.AlterTableCmd) : []));
}

function drop({ removeType, behavior }: DropStmt, object: Node): LossyAction[] {
  const cascade = behavior === 'DROP_CASCADE';
  const path = namePath('TypeName' in object ? object.TypeName.names : object);
  const rowType: LossyAction[] = cascade ? [{ kind: 'drop row type', relation: nameOfPath(path) }] : [];
  if (removeType === 'OBJECT_TABLE') return [{ kind: 'drop table', relation: nameOfPath(path), cascade }, ...rowType];
  if (!cascade) return [];
  if (removeType === 'OBJECT_VIEW' || removeType === 'OBJECT_MATVIEW' || removeType === 'OBJECT_FOREIGN_TABLE') return rowType;
  if (removeType === 'OBJECT_COLLATION') return [{ kind: 'unseen', reason: 'CASCADE takes the columns of that collation' }];
  if (removeType === 'OBJECT_ACCESS_METHOD') return [{ kind: 'unseen', reason: 'CASCADE takes the tables of that access method' }];
  if (removeType === 'OBJECT_SCHEMA') return [{ kind: 'drop schema', schema: path[0] ?? '' }];
  if (removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN') return [{ kind: 'drop type', type: nameOfPath(path) }];
  if (removeType === 'OBJECT_EXTENSION') return [{ kind: 'drop extension', extension: path[0] ?? '' }];
  return [];
}

function alter(located: LocatedStatement, relation: RelationName, { subtype, name = '', def }: AlterTableCmd): LossyAction[] {
  if (subtype === 'AT_DropColumn') return [{ kind: 'drop column', relation, column: name }];
  if (subtype === 'AT_SetNotNull') return [{ kind: 'set not null', relation, column: name }];
  if (subtype !== 'AT_AlterColumnType' || def === undefined || !('ColumnDef' in def)) return [];
  const { typeName, raw_default: using } = def.ColumnDef;
  if (typeName?.location === undefined) return [];
  const { text } = located.statement;
  const tokens = topTokens(located.parser, text);
  const start = located.offsetOf(typeName.location);
  const type = { name: nameOfPath(namePath(typeName.names)), text: textUntil(tokens, text, start, ['collate', 'using', ',']) };
  const keyword = using === undefined ? undefined : tokens.find((token) => token.start > start && token.word === 'using');
  const expression = keyword === undefined ? null : textUntil(tokens, text, keyword.end, [',']);
  return [{ kind: 'change type', relation, column: name, type, using: expression }];
}
