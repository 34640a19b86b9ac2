import type { Catalog, ObjectOfKind } from '@godwit/catalog';
import { quoteIdentifier } from '@godwit/postgres';
import { inRelation } from '../additions/names.ts';
import type { DifferenceStatement } from '../difference.ts';
import { columnClause } from '../tables/column-clause.ts';
import { type Piece, piece } from './piece.ts';
import type { PieceContext } from './pieces-of.ts';
import { tableOf } from './table-of.ts';

type Column = ObjectOfKind<'column'>;

/**
 * A column that must not be null, or has a value of its own in each row, added to a table in use: without a value at first, then filled, then
 * required. Null for every other column, which takes a moment.
 */
export function columnPieces({ object, summary, rewrites }: DifferenceStatement, { to, isOld }: PieceContext): readonly Piece[] | null {
  const column = to.objects[object];
  if (column?.kind !== 'column' || !isOld(tableOf(column))) return null;
  const { nullability, default: value, identity, generated } = column.properties;
  // What PostgreSQL itself counts or computes cannot be filled in later.
  if (identity !== null || generated !== null || value?.startsWith('nextval(')) return null;
  const isRequired = nullability === 'not null' && (value === null || rewrites);
  if (!isRequired && !rewrites) return null;
  const { relation, name } = inRelation(column.path);
  const bare: Column = { ...column, properties: { ...column.properties, nullability: 'null', default: null } };
  const add = `alter table ${relation} add column ${columnClause(to, bare).sql}`;
  const fill = `fill ${object.slice('column '.length)} in the rows that are there, by a backfill`;
  return [
    piece('expand', [add, ...(value === null ? [] : [`alter table ${relation} alter column ${name} set default ${value}`])], summary),
    ...(isRequired ? requirePieces(column, fill) : []),
  ];
}

/** SET NOT NULL on a table in use, with a CHECK that holds for new rows first and is the proof in the end. */
export function notNullPieces({ object, summary, sql }: DifferenceStatement, { from, to, isOld }: PieceContext): readonly Piece[] | null {
  const column = to.objects[object];
  if (column?.kind !== 'column' || !isOld(tableOf(column))) return null;
  const proof = proofOf(from, column);
  const { relation } = inRelation(column.path);
  if (proof === null) return requirePieces(column, `make sure that no ${object} is null`);
  const drop = `alter table ${relation} drop constraint ${quoteIdentifier(proof.path[2] ?? '')}`;
  const validate = `alter table ${relation} validate constraint ${quoteIdentifier(proof.path[2] ?? '')}`;
  return proof.properties.validated
    ? [piece('expand', [sql, drop], summary)]
    : [piece('validate', [validate, sql, drop], `validate ${proof.id}, then ${summary}`, { alone: true })];
}

/** True when a statement drops the CHECK that is the proof of a NOT NULL to come: it goes with that. */
export function isNotNullProof({ object }: DifferenceStatement, { from, to }: PieceContext): boolean {
  const constraint = from.objects[object];
  if (constraint?.kind !== 'constraint') return false;
  const [name] = constraint.properties.columns;
  const column = Object.values(to.objects).find(
    ({ kind, path }) => kind === 'column' && path[0] === constraint.path[0] && path[1] === constraint.path[1] && path[2] === name,
  );
  const before = column === undefined ? undefined : from.objects[column.id];
  const isComing = before?.kind === 'column' && before.properties.nullability === 'null';
  return column?.kind === 'column' && column.properties.nullability === 'not null' && isComing && proofOf(from, column)?.id === object;
}

function requirePieces(column: Column, before: string): readonly Piece[] {
  const { relation, name } = inRelation(column.path);
  const proof = quoteIdentifier(proofName(column));
  const alter = `alter table ${relation}`;
  const words = column.id.slice('column '.length);
  return [
    piece('require', [`${alter} add constraint ${proof} check (${name} is not null) not valid`], `require ${words} in new rows`, {
      before,
    }),
    piece(
      'validate',
      [`${alter} validate constraint ${proof}`, `${alter} alter column ${name} set not null`, `${alter} drop constraint ${proof}`],
      `make ${words} not null`,
      { alone: true },
    ),
  ];
}

/** The CHECK that says that a column is not null, under the name that we give it. */
function proofOf(catalog: Catalog, column: Column): ObjectOfKind<'constraint'> | null {
  const name = proofName(column);
  const found = Object.values(catalog.objects).find(
    ({ kind, path }) => kind === 'constraint' && path[0] === column.path[0] && path[1] === column.path[1] && path[2] === name,
  );
  return found?.kind === 'constraint' && / IS NOT NULL\)+$/.test(found.properties.definition) ? found : null;
}

function proofName({ path: [, table = '', name = ''] }: Column): string {
  return `${table}_${name}_not_null`;
}
