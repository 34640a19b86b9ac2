import { objectId } from '@godwit/catalog';
import { parseStatements } from '@godwit/migrator/statements';
import { qualified } from '../additions/names.ts';
import type { DifferenceStatement } from '../difference.ts';
import { constraintPieces } from './constraint-pieces.ts';
import { indexPieces, reindexPiece } from './index-pieces.ts';
import { columnPieces, isNotNullProof, notNullPieces } from './not-null-pieces.ts';
import { type Piece, piece } from './piece.ts';
import type { PlanRevisionsOptions } from './plan-revisions.ts';
import { tableOf } from './table-of.ts';

/** What is known of the tables while statements are taken apart. */
export interface PieceContext extends PlanRevisionsOptions {
  /** True for a table with rows in it, as far as anybody knows: one that was there before, not partitioned. */
  readonly isOld: (table: string) => boolean;
}

/** Each statement in the form and at the time in which it is safe. */
export async function piecesOf(options: PlanRevisionsOptions): Promise<readonly Piece[]> {
  const renamed = new Set(options.renames.flatMap(({ kind, to }) => (kind === 'table' ? [objectId('table', to, null)] : [])));
  const context: PieceContext = {
    ...options,
    isOld: (table) => {
      const object = options.to.objects[table];
      const isPartitioned = object?.kind === 'table' && object.properties.kind === 'partitioned';
      return (renamed.has(table) || options.from.objects[table]?.kind === 'table') && !isPartitioned;
    },
  };
  const pieces = await Promise.all(options.statements.map((statement) => pieceOf(statement, context)));
  return pieces.flat();
}

async function pieceOf(statement: DifferenceStatement, context: PieceContext): Promise<readonly Piece[]> {
  const { statements } = await parseStatements(statement.sql);
  const [node] = statements.map((one) => one.node);
  if (node === undefined) return [whole(statement)];
  if ('IndexStmt' in node) return indexPieces(statement, context) ?? [whole(statement)];
  if ('ReindexStmt' in node) return [reindexPiece(statement)];
  if ('AlterEnumStmt' in node) return [enumPiece(statement, context)];
  if ('DropStmt' in node) return [dropPiece(statement, context)];
  if (!('AlterTableStmt' in node)) return [ofIndex(statement, context) ?? whole(statement)];
  const [command] = (node.AlterTableStmt.cmds ?? []).flatMap((item) => ('AlterTableCmd' in item ? [item.AlterTableCmd] : []));
  switch (command?.subtype) {
    case undefined:
    case 'AT_AddColumn':
      return columnPieces(statement, context) ?? [whole(statement)];
    case 'AT_SetNotNull':
      return notNullPieces(statement, context) ?? [whole(statement)];
    case 'AT_AddConstraint':
      return constraintPieces(statement, context) ?? [whole(statement)];
    case 'AT_ValidateConstraint':
      return [piece('validate', [statement.sql], statement.summary, { alone: true })];
    case 'AT_DropColumn':
      return [dropPiece(statement, context)];
    case 'AT_DropConstraint':
      return isNotNullProof(statement, context) ? [] : [whole(statement)];
    default:
      return [ofIndex(statement, context) ?? whole(statement)];
  }
}

/** What is said of an index of a table in use comes when it is built: its comment, its statistics, that rows are kept in its order. */
function ofIndex({ sql, object, summary }: DifferenceStatement, { to, isOld }: PieceContext): Piece | null {
  const index = to.objects[object];
  return index?.kind === 'index' && isOld(tableOf(index)) ? piece('attach', [sql], summary) : null;
}

/** As it is. What writes a table anew has a revision of its own. */
function whole(statement: DifferenceStatement): Piece {
  const { sql, summary, rewrites, losesData } = statement;
  return piece(rewrites ? 'rewrite' : 'expand', [sql], summary, { alone: rewrites, losesData });
}

/** A new label cannot be used in the transaction that adds it. */
function enumPiece(statement: DifferenceStatement, { statements }: PieceContext): Piece {
  const [, label] = /^alter type \S+ add value ('(?:[^']|'')*')/.exec(statement.sql) ?? [];
  const isUsed = label !== undefined && statements.some((other) => other !== statement && other.sql.includes(label));
  return piece(isUsed ? 'types' : 'expand', [statement.sql], statement.summary);
}

/**
 * What goes for good goes last, and so does what it may stand in the way of until then: the type of its column, its schema. What is made
 * again under its name goes at once, an index of a table in use CONCURRENTLY.
 */
function dropPiece(statement: DifferenceStatement, { from, to, isOld, statements }: PieceContext): Piece {
  const { sql, object, summary, losesData } = statement;
  const isForGood = (one: DifferenceStatement) => one.losesData && !Object.hasOwn(to.objects, one.object);
  const isGone = !Object.hasOwn(to.objects, object);
  const was = from.objects[object];
  if (was?.kind === 'index' && isOld(tableOf(was))) {
    const text = `drop index concurrently ${qualified(was.path)}`;
    return piece(isGone ? 'contract' : 'build', [text], text, { alone: true, transactional: false });
  }
  const isLate = isGone && statements.slice(0, statements.indexOf(statement) + 1).some(isForGood);
  return isLate ? piece('contract', [sql], summary, { losesData }) : whole(statement);
}
