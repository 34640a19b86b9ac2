import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeFrame } from '@godwit/diagnostics';
import { UnreadableQueryFile } from './errors.ts';
import { findFiles } from './find-files.ts';
import { parseQueryFile, type Query } from './query-file.ts';

/** Where the annotated queries of a project are: the configuration's key `queries`. */
export interface QueryFiles {
  /** The folder that the patterns start from. */
  readonly root: string;
  /** As `findFiles` takes them; none when the project has no typed queries. */
  readonly patterns: readonly string[];
}

export interface UnreadableFile {
  readonly reason: string;
  readonly frame: CodeFrame;
}

export interface FoundQueries {
  /** By file and place. */
  readonly queries: readonly Query[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Reads every query of a project. A `.sql` file without an `@name` is none of queries, and is passed over. */
export async function readQueries({ root, patterns }: QueryFiles): Promise<FoundQueries> {
  const queries: Query[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of findFiles(root, patterns)) {
    const text = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
    if (!/@name\b/.test(text)) continue;
    try {
      queries.push(...(await parseQueryFile(file, text)));
    } catch (error) {
      if (!(error instanceof UnreadableQueryFile) || error.frame === undefined) throw error;
      unreadable.push({ reason: error.reason, frame: error.frame });
    }
  }
  return { queries, unreadable };
}
