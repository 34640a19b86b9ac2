/**
 * What values look like in JavaScript, where pgtyped's own idea differs from what `connect` of `@godwit/postgres` returns.
 * The generated files import these.
 */

/** Any JSON document. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** For `int8`: returned as `bigint`, taken in any form that is exact. */
export type BigIntParameter = bigint | number | string;

/** For `numeric`: returned as text, taken as text where a number would not be exact. */
export type NumericParameter = number | string;

/** For `date`, `timestamp` and `timestamptz`: returned as a Date, taken as that or as ISO 8601. A `timestamp` is in the process's time zone. */
export type DateParameter = Date | string;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** As `postgres-interval` builds it: a unit that is zero is left out. */
export interface Interval {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
  readonly toPostgres: () => string;
}

/** The text form of a pgvector value, which is what queries take and return: `[0.5,1]`. */
export function toVector(numbers: readonly number[]): string {
  return `[${numbers.join(',')}]`;
}
