import { readFileSync } from 'node:fs';

const cache = new Map<string, string>();

/**
 * The text of one of our own `.sql` files, read once a process: `readSql(import.meta.url, './sql/lock-holder.sql')`.
 *
 * Synchronous, since the files are small, beside the code, and read when first needed.
 *
 * @throws the file system's error when the file is not there: a fault of the package, not of its user
 */
export function readSql(importMetaUrl: string, relativePath: string): string {
  // A line break stands in no URL: the two together are one key, without the cost of resolving them each time.
  const key = `${importMetaUrl}\n${relativePath}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(relativePath, importMetaUrl), 'utf8');
  cache.set(key, text);
  return text;
}
