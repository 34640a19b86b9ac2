import type { CodeFrame } from '@godwit/diagnostics';
import type { Client } from '@godwit/postgres';
import { prepareQuery } from './prepare-query.ts';
import { type QueryFiles, readQueries } from './read-queries.ts';

/** A typed query of the application that does not fit the database. */
export interface BrokenQuery {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Its `@name`; null when the file as a whole cannot be read. */
  readonly name: string | null;
  /** One line: the server's message, or pgtyped's. */
  readonly reason: string;
  /** The server's detail and hint. */
  readonly details: readonly string[];
  readonly frame: CodeFrame;
}

/**
 * Has the server parse every typed query of a project, and gives those that it refuses: a migration took away what they read, or they are
 * mistyped. None of them is run.
 *
 * @param client on a database at the new head, outside a transaction, with the search path of the application
 * @throws when the connection breaks
 */
export async function checkQueries(client: Client, files: QueryFiles): Promise<readonly BrokenQuery[]> {
  const { queries, unreadable } = await readQueries(files);
  const broken = unreadable.map(({ reason, frame }): BrokenQuery => ({ ...placeOf(frame), name: null, reason, details: [], frame }));
  for (const query of queries) {
    const prepared = await prepareQuery(client, query);
    if (prepared.kind === 'prepared') continue;
    const { reason, details, frame } = prepared;
    broken.push({ ...placeOf(frame), name: query.name, reason, details, frame });
  }
  return broken;
}

function placeOf({ file, line }: CodeFrame): Pick<BrokenQuery, 'file' | 'line'> {
  return { file, line };
}
