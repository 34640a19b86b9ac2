import type { SeedColumn, SeedTable } from './seed-table.ts';

/** The rows of a table in COPY's text format, a line each. https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS */
export function copyText(table: Pick<SeedTable, 'rows' | 'columns'>): string {
  const lines = table.rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return table.columns.map((column) => field(values.get(column.name), column)).join('\t');
  });
  return lines.map((line) => `${line}\n`).join('');
}

function field(value: unknown, column: SeedColumn): string {
  return value === null || value === undefined ? '\\N' : escaped(textOf(value, column));
}

/** A value in the input format of its type; a list for a column that is no array is a vector. */
function textOf(value: unknown, column: SeedColumn): string {
  if (column.isJson) return JSON.stringify(value);
  if (Array.isArray(value)) return column.isArray ? arrayLiteral(value) : `[${value.join(',')}]`;
  if (typeof value === 'object') throw new TypeError(`A seed value of the column ${column.name} is an object, and the column is not JSON`);
  return String(value);
}

function arrayLiteral(list: readonly unknown[]): string {
  const elements = list.map((element) => {
    if (element === null) return 'NULL';
    return Array.isArray(element) ? arrayLiteral(element) : `"${String(element).replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
