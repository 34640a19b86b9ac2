import { readSql } from '@godwit/postgres';

/** One of our statements, without an end. @param path from this folder */
export function ownSql(path: string): string {
  return readSql(import.meta.url, path).trim();
}

/** To stand within another one; the first line stands where it belongs already. */
export function indented(sql: string, spaces: number): string {
  return sql.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
