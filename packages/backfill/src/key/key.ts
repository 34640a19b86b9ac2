import { quoteIdentifier } from '@godwit/postgres';
import * as v from 'valibot';
import type { KeyColumn, WalkedTable } from './walked-table.ts';

/** The values of a key, each as PostgreSQL writes it: exact for every type. */
export type Key = readonly string[];

export const keyValue = v.array(v.string());

/** Both ends inclusive: `work.sql` gets them as `:from` and `:to`. */
export interface KeyRange {
  readonly from: Key;
  readonly to: Key;
}

/** `("user_id", "book_id")`, or `"id"` alone. */
export function keySql({ key }: WalkedTable): string {
  return row(key.map(({ name }) => quoteIdentifier(name)));
}

/** `array["user_id"::text, "book_id"::text]`; of a table that has an alias with it in front. */
export function keyTextSql({ key }: WalkedTable, alias?: string): string {
  const before = alias === undefined ? '' : `${alias}.`;
  return `array[${key.map(({ name }) => `${before}${quoteIdentifier(name)}::text`).join(', ')}]`;
}

export function orderSql({ key }: WalkedTable, direction: 'asc' | 'desc' = 'asc'): string {
  return key.map(({ name }) => `${quoteIdentifier(name)} ${direction}`).join(', ');
}

/** A key in a parameter that is a text array: `($1::text[])[1]::integer`. */
export function keyParameterSql({ key }: WalkedTable, parameter: number): string {
  return row(key.map(({ type }, index) => `($${parameter}::text[])[${index + 1}]::${type}`));
}

function row(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(', ')})`;
}

/** The parameters of a range, as `work.sql` names them. */
export function rangeParameters(key: readonly KeyColumn[], { from, to }: KeyRange): Record<string, string> {
  const suffix = (name: string) => (key.length === 1 ? '' : `_${name}`);
  return Object.fromEntries(
    key.flatMap(({ name }, index) => [
      [`from${suffix(name)}`, from[index] ?? ''],
      [`to${suffix(name)}`, to[index] ?? ''],
    ]),
  );
}

/** `42`, or `7, 42`. */
export function describeKey(key: Key): string {
  return key.join(', ');
}
