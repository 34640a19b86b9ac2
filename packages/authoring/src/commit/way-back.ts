import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSqlFile } from '@godwit/history';
import { parseStatements } from '@godwit/migrator';
import type { Current } from '../current/current.ts';
import { joinCurrent } from '../current/read-current.ts';
import { TwoWaysBack } from './errors.ts';

/** What `revert.sql` and the command line say of the way back. */
export type WayBack =
  | { readonly kind: 'sql'; readonly written: Current }
  | { readonly kind: 'irreversible'; readonly reason: string }
  /** Nobody has said anything. */
  | { readonly kind: 'blank' };

export function revertPath(folder: string): string {
  return join(folder, 'revert.sql');
}

/**
 * Reads `revert.sql`: SQL, or the header `--! Irreversible: <reason>`, which `--irreversible` says too.
 *
 * @throws TwoWaysBack for SQL and a reason; what `compileIncludes` and `readSqlFile` throw
 */
export async function readWayBack(folder: string, irreversible: string | undefined): Promise<WayBack> {
  const path = revertPath(folder);
  const files = existsSync(path) ? [{ path, text: readSqlFile(path) }] : [];
  const written = joinCurrent(folder, { kind: 'file', path, exists: files.length > 0 }, files);
  const reason = (irreversible ?? written.headers.Irreversible ?? '').trim();
  const blank = await isBlank(written.body);
  if (reason !== '' && !blank) throw new TwoWaysBack(path);
  if (reason !== '') return { kind: 'irreversible', reason };
  return blank ? { kind: 'blank' } : { kind: 'sql', written };
}

/** Nothing but comments and white space. */
export async function isBlank(sql: string): Promise<boolean> {
  const { statements, problem } = await parseStatements(sql);
  return statements.length === 0 && problem === null;
}
