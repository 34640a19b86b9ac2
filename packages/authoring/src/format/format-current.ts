import type { Current } from '../current/current.ts';
import { joinCurrent } from '../current/read-current.ts';
import { formatSql, type KeptStatement } from './format-sql.ts';

/** The revision that is being written, laid out anew. */
export interface FormattedCurrent {
  /** Its `files` hold what was laid out; nothing is written to the disk. */
  readonly current: Current;
  /** Statements that stay as they were written, with their file. */
  readonly kept: readonly (KeptStatement & { readonly path: string })[];
}

/**
 * Lays out the files of a revision, each by itself: includes are expanded afterwards, so that a fixture goes in as it is.
 *
 * @param folder the migrations folder
 */
export async function formatCurrent(folder: string, { location, files }: Pick<Current, 'location' | 'files'>): Promise<FormattedCurrent> {
  const formatted = await Promise.all(files.map(async ({ path, text }) => ({ path, ...(await formatSql(text)) })));
  return {
    current: joinCurrent(folder, location, formatted),
    kept: formatted.flatMap(({ path, kept }) => kept.map((statement) => ({ ...statement, path }))),
  };
}
