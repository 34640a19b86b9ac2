import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type History, readSqlFile, UnreadableFile } from '@godwit/history';
import { type CheckProblem, MisplacedFile } from '../errors/check-errors.ts';
import { NoChecks } from '../errors/verify-errors.ts';
import type { Check, CheckFile } from './check.ts';
import { parseChecks } from './parse-checks.ts';

/** All checks of a project. */
export interface CheckBook {
  /** As the user knows it: `migrations/verify`. */
  readonly folder: string;
  /** In order of their names. */
  readonly systems: readonly string[];
  /** By system, file and place. */
  readonly checks: readonly Check[];
  readonly problems: readonly CheckProblem[];
}

/** Below the folder of the migrations. */
const FOLDER = 'verify';

/**
 * Reads `<migrations>/verify/<system>/*.sql`.
 *
 * @throws NoChecks when there is no such file; UnreadableFile, InvalidUtf8
 */
export async function readChecks(history: History): Promise<CheckBook> {
  const folder = join(history.folder, FOLDER);
  const entries = list(folder);
  const problems: CheckProblem[] = entries
    .filter(isCheckFile)
    .map(({ name }) => new MisplacedFile(join(folder, name), join(folder, '<system>', name)));
  const files = entries.filter(({ isFolder }) => isFolder).flatMap(({ name }) => filesOf(folder, name));
  if (files.length === 0 && problems.length === 0) throw new NoChecks(folder);
  const checks: Check[] = [];
  for (const file of files) {
    const parsed = await parseChecks(file, history);
    checks.push(...parsed.checks);
    problems.push(...parsed.problems);
  }
  return { folder, systems: [...new Set(files.map(({ system }) => system))], checks, problems };
}

/** The systems for which there are checks, in order of their names. */
export function listSystems(migrationsFolder: string): readonly string[] {
  const folder = join(migrationsFolder, FOLDER);
  return list(folder).flatMap(({ name, isFolder }) => (isFolder && list(join(folder, name)).some(isCheckFile) ? [name] : []));
}

function isCheckFile({ name, isFolder }: Entry): boolean {
  return !isFolder && name.endsWith('.sql');
}

function filesOf(folder: string, system: string): readonly CheckFile[] {
  return list(join(folder, system))
    .filter(isCheckFile)
    .map(({ name }) => {
      const path = join(folder, system, name);
      return { system, topic: basename(name, '.sql'), path, text: readSqlFile(path) };
    });
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Nothing where there is no folder. */
function list(folder: string): readonly Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new UnreadableFile(folder, error);
  }
}
