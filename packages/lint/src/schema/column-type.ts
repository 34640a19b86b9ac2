import { formatName, namePath, type RelationName } from '@godwit/migrator/statements';
import type { TypeName } from 'libpg-query';
import { integerOf } from '../tree/values.ts';

/** A type as a statement writes it. */
export interface ColumnType {
  /** As the catalog calls it: `int4`, `varchar`, `timestamp`; of an array the element's. */
  readonly name: string;
  /** Null for the types that the grammar knows, and where the search path decides. */
  readonly schema: string | null;
  /** What stands in parentheses, as far as it is whole numbers: `[10, 2]`. */
  readonly modifiers: readonly number[];
  readonly array: boolean;
}

/** The pseudo-types that make a column with a sequence, and what they make. */
const SERIAL: Readonly<Record<string, string>> = {
  smallserial: 'int2',
  serial2: 'int2',
  serial: 'int4',
  serial4: 'int4',
  bigserial: 'int8',
  serial8: 'int8',
};

/** Other spellings that the grammar leaves to the catalog. */
const SPELLINGS: Readonly<Record<string, string>> = { decimal: 'numeric', char: '"char"' };

const SQL_NAMES: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  bpchar: 'char',
  varbit: 'bit varying',
};

export function typeOf(name: TypeName | undefined): ColumnType | null {
  const path = namePath(name?.names);
  const last = path.at(-1);
  if (name === undefined || last === undefined || name.pct_type) return null;
  const known = path.length === 1 || path.at(-2) === 'pg_catalog';
  const spelling = path.length === 1 ? (SPELLINGS[last] ?? last) : last;
  return {
    name: known ? (SERIAL[last] ?? spelling) : last,
    schema: known ? null : (path.at(-2) ?? null),
    modifiers: (name.typmods ?? []).flatMap((item) => integerOf(item) ?? []),
    array: (name.arrayBounds ?? []).length > 0,
  };
}

/** Whether the type is `serial` or one of its kin: an integer with a sequence as its default. */
export function isSerial(name: TypeName | undefined): boolean {
  return (SERIAL[namePath(name?.names).at(-1) ?? ''] ?? null) !== null && name?.arrayBounds === undefined;
}

/** As SQL writes it: `varchar(20)`, `timestamptz`, `public.vector(384)[]`. */
export function formatType({ name, schema, modifiers, array }: ColumnType): string {
  const own: RelationName = { schema, name };
  const base = schema === null ? (SQL_NAMES[name] ?? (name.startsWith('"') ? name : formatName(own))) : formatName(own);
  // What the grammar puts there for an interval is no list of numbers that it would read again.
  const written = modifiers.length === 0 || name === 'interval' ? '' : `(${modifiers.join(', ')})`;
  return `${base}${written}${array ? '[]' : ''}`;
}
