import type { Statement } from '@godwit/migrator/statements';
import { integerOf, stringOf } from './values.ts';

const KILOBYTES: Readonly<Record<string, number>> = { kb: 1, mb: 1024, gb: 1024 ** 2, tb: 1024 ** 3 };

/** The maintenance_work_mem, in MB, that statements and settings give to what comes after them; null when none does. */
export function memoryOf(statements: readonly Pick<Statement, 'node'>[], pgSettings: Readonly<Record<string, string>>): number | null {
  let set = pgSettings.maintenance_work_mem ?? null;
  for (const { node } of statements) {
    if (!('VariableSetStmt' in node) || node.VariableSetStmt.name !== 'maintenance_work_mem') continue;
    const [value] = node.VariableSetStmt.args ?? [];
    set = stringOf(value) ?? String(integerOf(value) ?? '');
  }
  const match = /^\s*(\d+(?:\.\d+)?)\s*(kB|MB|GB|TB)?\s*$/i.exec(set ?? '');
  const [, number, unit = 'kB'] = match ?? [];
  return number === undefined ? null : Math.floor((Number(number) * (KILOBYTES[unit.toLowerCase()] ?? 1)) / 1024);
}
