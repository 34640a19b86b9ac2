import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileIncludes, isNoTransaction, readSqlFile } from '@godwit/history';
import { parseStatements, type StoredUndo } from '@godwit/migrator';

/** The way back of the revision that is being written, as its author wrote it. */
export interface WrittenRevert {
  /** As the user knows it: `migrations/revert.sql`. */
  readonly path: string;
  /** With its includes and LF line endings. */
  readonly body: string;
  readonly transactional: boolean;
}

/** Where it belongs. */
export function revertPath(folder: string): string {
  return join(folder, 'revert.sql');
}

/**
 * Null when there is none, or nothing in it but comments and white space.
 *
 * @throws what `compileIncludes` and `readSqlFile` throw
 */
export async function readRevert(folder: string): Promise<WrittenRevert | null> {
  const path = revertPath(folder);
  if (!existsSync(path)) return null;
  const { text } = compileIncludes({ text: readSqlFile(path), file: path, folder });
  const body = text.replaceAll('\r\n', '\n');
  const { statements, problem } = await parseStatements(body);
  return statements.length === 0 && problem === null ? null : { path, body, transactional: !isNoTransaction(body.trim()) };
}

/** As the ledger keeps it. */
export function storedRevert({ body, transactional }: WrittenRevert): StoredUndo {
  return { source: 'revert.sql', body, transactional };
}
