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
  const revert = fileSource(join(folder, 'revert.sql'), 'revert');
  const written = [
    ...((await isCurrentBlank(folder)) ? [] : [await currentSource(folder)]),
    ...(revert === null ? [] : [{ source: revert, files: [revert.path] }]),
  ];
  const filled = await Promise.all(written.map(async (one) => ((await isBlank(one.source.text)) ? [] : [one])));
  return filled.flat();
}

async function currentSource(folder: string): Promise<WrittenSource> {
  const { frameInCurrent, readCurrent } = await loadAuthoring();
  const current = readCurrent(folder);
  const { body, transactional, location, files, included } = current;
  const source: LintSource = {
    path: location.path,
    text: body,
    transactional,
    role: 'forward',
    frameOf: (offset) => frameInCurrent(current, offset),
  };
  return { source, files: [location.path, ...files.map(({ path }) => path), ...included] };
}

/** Whether there is nothing to put together, so that the package which does it need not be loaded: it takes longer than a small history. */
async function isCurrentBlank(folder: string): Promise<boolean> {
  if (existsSync(join(folder, 'current'))) return false;
  const file = fileSource(join(folder, 'current.sql'), 'forward');
  return file === null || (!/^--![ \t]*include/m.test(file.text) && (await isBlank(file.text)));
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
