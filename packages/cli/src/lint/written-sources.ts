import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNoTransaction, readSqlFile } from '@godwit/history';
import type { LintSource } from '@godwit/lint';
import { parseStatements } from '@godwit/migrator';
import { loadAuthoring } from '../session/load-authoring.ts';

/** A source, and the files that it was put together from. */
export interface WrittenSource {
  readonly source: LintSource;
  readonly files: readonly string[];
}

/**
 * The revision that is being written and its way back; what holds nothing but comments is left out.
 *
 * @param folder the migrations folder, as the user would type it
 */
export async function writtenSources(folder: string): Promise<readonly WrittenSource[]> {
  const { frameInCurrent, readCurrent } = await loadAuthoring();
  const current = readCurrent(folder);
  const { body, transactional, location, files, included } = current;
  const revision: LintSource = {
    path: location.path,
    text: body,
    transactional,
    role: 'forward',
    frameOf: (offset) => frameInCurrent(current, offset),
  };
  const revert = fileSource(join(folder, 'revert.sql'), 'revert');
  const written = [
    { source: revision, files: [location.path, ...files.map(({ path }) => path), ...included] },
    ...(revert === null ? [] : [{ source: revert, files: [revert.path] }]),
  ];
  const filled = await Promise.all(written.map(async (one) => ((await isBlank(one.source.text)) ? [] : [one])));
  return filled.flat();
}

/** A file of SQL as it stands there; null when it does not. */
export function fileSource(path: string, role: LintSource['role']): LintSource | null {
  if (!existsSync(path)) return null;
  const text = readSqlFile(path).replaceAll('\r\n', '\n');
  return { path, text, transactional: !isNoTransaction(text.trim()), role };
}

async function isBlank(sql: string): Promise<boolean> {
  const { statements, problem } = await parseStatements(sql);
  return statements.length === 0 && problem === null;
}
