import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseQueryFile, type Query } from '@godwit/authoring';
import { frameAt } from '@godwit/diagnostics';
import { DuplicateQuery } from './errors.ts';

export interface OurQueries {
  /** By path from the folder of the package: `src/shelf/similar-books.sql`. */
  readonly files: ReadonlyMap<string, string>;
  /** All of them, by file and place. */
  readonly queries: readonly Query[];
}

/**
 * The queries of the package.
 *
 * @param shownAs the folder as the user knows it; nothing when it is the working directory
 * @throws UnreadableQueryFile, also for a file without a query; DuplicateQuery
 */
export async function readOurQueries(packageFolder: string, shownAs = ''): Promise<OurQueries> {
  const files = new Map<string, string>();
  const byName = new Map<string, Query>();
  for (const file of sqlFiles(packageFolder)) {
    const text = readFileSync(join(packageFolder, file), 'utf8').replaceAll('\r\n', '\n');
    files.set(file, text);
    for (const query of await parseQueryFile(posix.join(shownAs, file), text)) {
      const first = byName.get(query.name);
      if (first) throw new DuplicateQuery({ query: query.name, other: first.file, frame: frameAt(query.file, query.text, query.offset) });
      byName.set(query.name, query);
    }
  }
  return { files, queries: [...byName.values()] };
}

/** Queries live in `src/<system>/*.sql`. */
function sqlFiles(packageFolder: string): string[] {
  return readdirSync(join(packageFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sql'))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .sort();
}
