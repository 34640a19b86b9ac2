import { objectId } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';
import { inRelation } from '../additions/names.ts';
import type { DifferenceStatement } from '../difference.ts';
import { concurrently } from './index-pieces.ts';
import { type Piece, piece } from './piece.ts';
import type { PieceContext } from './pieces-of.ts';
import { tableOf } from './table-of.ts';

/**
 * A constraint on a table in use: for new rows at once and for old ones later, or on an index that is built first. Null for one on a new
 * table, and for one that PostgreSQL adds in no other way.
 */
export function constraintPieces(statement: DifferenceStatement, { to, from, isOld }: PieceContext): readonly Piece[] | null {
  const constraint = to.objects[statement.object];
  if (constraint?.kind !== 'constraint') return null;
  const table = tableOf(constraint);
  if (!isOld(table)) return null;
  const { relation, name } = inRelation(constraint.path);
  const { type, validated, deferrable, initiallyDeferred } = constraint.properties;
  const add = `alter table ${relation} add constraint ${name}`;
  switch (type) {
    case 'foreign key':
    case 'check':
      if (!validated) return null;
      return [
        piece('expand', [`${statement.sql} not valid`], `${statement.summary} not valid`),
        piece('validate', [`alter table ${relation} validate constraint ${name}`], `validate ${constraint.id}`, { alone: true }),
      ];
    case 'unique':
    case 'primary key': {
      const path = [constraint.path[0] ?? '', constraint.path[2] ?? ''];
      const index = objectId('index', path, null);
      const [built, wanted] = [from.objects[index], to.objects[index]];
      if (wanted?.kind !== 'index') return null;
      const modes = `${deferrable ? ' deferrable' : ''}${initiallyDeferred ? ' initially deferred' : ''}`;
      const attach = `${add} ${type} using index ${quoteIdentifier(path[1] ?? '')}${modes}`;
      if (built?.kind === 'index' && built.properties.constraint === null && built.properties.unique) {
        return [piece('expand', [attach], `make ${index} the index of ${constraint.id}`)];
      }
      return [
        piece('build', [concurrently(wanted.properties.definition)], `build ${index}, concurrently`, { alone: true, transactional: false }),
        piece('attach', [attach], `make ${index} the index of ${constraint.id}`),
      ];
    }
    case 'exclusion':
      return [piece('rewrite', [statement.sql], statement.summary, { alone: true })];
  }
}
