import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suggest } from '@godwit/diagnostics';
import type { LintSource } from '@godwit/lint';
import type { CommandContext } from '../context.ts';
import { displayPath } from '../session/open-history.ts';
import { NothingToLint } from './errors.ts';
import { fileSource, type WrittenSource } from './written-sources.ts';

interface Known {
  readonly committed: readonly LintSource[];
  readonly written: readonly WrittenSource[];
}

/**
 * The sources of files and folders that were named: revisions by their file, the one being written by any of its files, and other files of
 * SQL as if they came after it.
 *
 * @throws NothingToLint
 */
export function namedSources(context: CommandContext, names: readonly string[], { committed, written }: Known): readonly LintSource[] {
  const byPath = new Map([
    ...committed.map((source) => [resolve(source.path), source] as const),
    ...written.flatMap(({ source, files }) => files.map((file) => [resolve(file), source] as const)),
  ]);
  const found = new Set<LintSource>();
  for (const name of names) {
    const paths = sqlFiles(resolve(context.directory, name));
    if (paths.length === 0) throw new NothingToLint(name, suggest(name, [...committed.map(({ path }) => path)]));
    for (const path of paths) {
      const source = byPath.get(path) ?? fileSource(displayPath(context, path), isWayBack(path) ? 'revert' : 'forward');
      if (source !== null) found.add(source);
    }
  }
  const order = [...committed, ...written.map(({ source }) => source)];
  const rank = (source: LintSource) => (order.includes(source) ? order.indexOf(source) : order.length);
  return [...found].sort((a, b) => rank(a) - rank(b));
}

/** The file, or every `.sql` file below a folder. */
function sqlFiles(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join(path, name))
    .sort();
}

function isWayBack(path: string): boolean {
  return /[\\/](?:reverts[\\/][^\\/]+|revert\.sql)$/.test(path);
}
