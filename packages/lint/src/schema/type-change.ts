import type { ColumnType } from './column-type.ts';

/** Types that hold the same bytes, from the one to the other without a rewrite: PostgreSQL's binary-coercible casts. */
const SAME_BYTES: readonly (readonly [from: string, to: string])[] = [
  ['varchar', 'text'],
  ['text', 'varchar'],
  ['xml', 'text'],
  ['xml', 'varchar'],
  ['cidr', 'inet'],
  ['bit', 'varbit'],
];

/** Types whose one number is a greatest length, and where a larger one fits what is there. */
const LENGTHS: ReadonlySet<string> = new Set(['varchar', 'varbit']);
const PRECISIONS: ReadonlySet<string> = new Set(['timestamp', 'timestamptz', 'time', 'timetz']);

/** What is kept of a fraction of a second when no precision is given. */
const FULL_PRECISION = 6;

/**
 * Whether a column can go from one type to the other with its rows as they are: as `ATColumnChangeRequiresRewrite` and the support
 * functions of the length coercions decide it.
 */
export function keepsRows(from: ColumnType, to: ColumnType): boolean {
  if (from.array !== to.array || from.schema !== to.schema) return false;
  if (from.name !== to.name) {
    if (!SAME_BYTES.some(([first, second]) => first === from.name && second === to.name)) return false;
    return to.modifiers.length === 0 && !to.array;
  }
  const [before] = from.modifiers;
  const [after] = to.modifiers;
  if (from.modifiers.join() === to.modifiers.join()) return true;
  // The server looks at the elements of an array one by one.
  if (to.array) return false;
  if (LENGTHS.has(to.name)) return after === undefined || (before !== undefined && after >= before);
  if (PRECISIONS.has(to.name)) return (after ?? FULL_PRECISION) >= (before ?? FULL_PRECISION);
  return to.name === 'numeric' && isWiderNumeric(from.modifiers, to.modifiers);
}

/** Of the same scale, with more digits, or without limits. */
function isWiderNumeric(from: readonly number[], to: readonly number[]): boolean {
  if (to.length === 0) return true;
  const [digits = 0, scale = 0] = to;
  return from.length > 0 && (from[1] ?? 0) === scale && digits >= (from[0] ?? 0);
}
