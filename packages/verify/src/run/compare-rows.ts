import type { Comparison } from './check-result.ts';
import type { TextRows } from './send-statement.ts';

/** The result of a comparison by rows; `shapeless`: the statement gives no two columns of the right names. */
export type Compared = { readonly kind: 'compared'; readonly differences: readonly Comparison[] } | { readonly kind: 'shapeless' };

/** Compares `expected` with `found` in each row, as texts; null equals null. No row at all is a difference: nothing was compared. */
export function compareRows({ columns, rows }: TextRows): Compared {
  const [expected, found] = [columns.indexOf('expected'), columns.indexOf('found')];
  if (expected < 0 || found < 0) return { kind: 'shapeless' };
  if (rows.length === 0) return { kind: 'compared', differences: [{ label: '', expected: 'at least one row', found: 'no row' }] };
  const differences = rows.flatMap((row): Comparison[] => {
    if (row[expected] === row[found]) return [];
    const label = row.filter((_, index) => index !== expected && index !== found).map((value) => value ?? 'null');
    return [{ label: label.join(' '), expected: row[expected] ?? null, found: row[found] ?? null }];
  });
  return { kind: 'compared', differences };
}
