import type { Catalog, ObjectOfKind } from '@godwit/catalog';
import { quoteIdentifier, quoteQualified } from '@godwit/postgres';
import { type Serial, serialOf } from './serial.ts';

type Column = ObjectOfKind<'column'>;

/** A column as CREATE TABLE and ADD COLUMN take it, with what else comes with it. */
export interface ColumnClause {
  readonly sql: string;
  readonly serial: Serial | null;
}

/** @param constraints what is written behind it: `primary key` */
export function columnClause(catalog: Catalog, column: Column, constraints: readonly string[] = []): ColumnClause {
  const { type, nullability, collation } = column.properties;
  const serial = serialOf(catalog, column);
  const words = [
    quoteIdentifier(column.path[2] ?? ''),
    serial?.type ?? type,
    ...(collation === null ? [] : [`collate ${collation}`]),
    ...(nullability === 'null' || serial !== null || constraints.some(impliesNotNull) || column.properties.identity !== null
      ? []
      : ['not null']),
    ...constraints.filter(impliesNotNull),
    ...(serial === null ? generationOf(column) : []),
    ...constraints.filter((constraint) => !impliesNotNull(constraint)),
  ];
  return { sql: words.join(' '), serial };
}

function impliesNotNull(constraint: string): boolean {
  return /^(?:constraint \S+ )?primary key/i.test(constraint);
}

/** Where its value comes from when none is given. */
function generationOf({ path, properties }: Column): readonly string[] {
  const { type, identity, generated } = properties;
  if (generated !== null) return [`generated always as (${generated.expression}) ${generated.kind}`];
  if (identity !== null) {
    const options = identityOptions(path, identity);
    return [`generated ${identity.generation} as identity${options.length === 0 ? '' : ` (${options.join(' ')})`}`];
  }
  return properties.default === null ? [] : [`default ${withoutCast(properties.default, type)}`];
}

const MAXIMA: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
};

/** What of an identity's sequence is not as PostgreSQL makes it by itself. */
function identityOptions([schema = '', table = '', name = '']: readonly string[], identity: NonNullable<Column['properties']['identity']>) {
  const { sequence, dataType, start, increment, minimum, maximum, cache, cycle } = identity;
  const plainSequence = [schema, `${table}_${name}_seq`];
  const isPlainName = sequence === plainSequence.join('.') || sequence === quoteQualified(schema, plainSequence[1] ?? '');
  return [
    ...(isPlainName ? [] : [`sequence name ${sequence}`]),
    ...(start === '1' ? [] : [`start ${start}`]),
    ...(increment === '1' ? [] : [`increment ${increment}`]),
    ...(minimum === '1' ? [] : [`minvalue ${minimum}`]),
    ...(maximum === MAXIMA[dataType] ? [] : [`maxvalue ${maximum}`]),
    ...(cache === '1' ? [] : [`cache ${cache}`]),
    ...(cycle ? ['cycle'] : []),
  ];
}

/** `'wanted'::character varying` as the default of a `character varying(20)` is `'wanted'`. */
function withoutCast(expression: string, type: string): string {
  const [, literal, cast] = /^(E?'(?:[^'\\]|''|\\.)*')::([^']+)$/s.exec(expression) ?? [];
  const bare = type.replace(/\([^)]*\)/, '');
  return literal !== undefined && cast?.replace(/\([^)]*\)/, '') === bare ? literal : expression;
}
