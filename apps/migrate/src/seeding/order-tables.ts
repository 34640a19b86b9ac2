import { SeedOrderCircle } from './errors.ts';
import type { ForeignKey, SeedTable } from './seed-table.ts';

/**
 * The tables such that each comes after those that it refers to; otherwise in the order given. A table may refer to itself: its rows
 * go in with one statement, and the server checks foreign keys at the end of it.
 *
 * @throws SeedOrderCircle
 */
export function orderTables(
  tables: readonly SeedTable[],
  foreignKeys: readonly Pick<ForeignKey, 'fromTable' | 'toTable'>[],
): readonly SeedTable[] {
  const ordered: SeedTable[] = [];
  const place = (table: SeedTable, path: readonly string[]): void => {
    if (ordered.includes(table)) return;
    const circle = path.indexOf(table.table);
    if (circle >= 0) throw new SeedOrderCircle(path.slice(circle));
    for (const { fromTable, toTable } of foreignKeys) {
      if (fromTable !== table.table || toTable === fromTable) continue;
      const target = tables.find((candidate) => candidate.table === toTable);
      if (target) place(target, [...path, table.table]);
    }
    ordered.push(table);
  };
  for (const table of tables) place(table, []);
  return ordered;
}
