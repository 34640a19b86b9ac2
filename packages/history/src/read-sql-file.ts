import { readFileSync } from 'node:fs';
import { InvalidUtf8 } from './errors/encoding.ts';
import { UnreadableFile } from './errors/folder.ts';
import { decodeSqlText } from './sql-text.ts';

/**
 * Reads a file that is not committed yet: `current.sql`, a fixture. A byte order mark is taken off: in the middle of a revision it would be
 * a syntax error.
 *
 * @throws InvalidUtf8, UnreadableFile
 */
export function readSqlFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new UnreadableFile(path, cause);
  }
  const { text, problems } = decodeSqlText(path, bytes);
  const invalid = problems.find((problem) => problem instanceof InvalidUtf8);
  if (invalid !== undefined) throw invalid;
  return text;
}
