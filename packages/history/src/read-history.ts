import { basename } from 'node:path';
import { chainRevisions } from './chain.ts';
import type { History } from './history.ts';
import { linkReverts } from './link-reverts.ts';
import { readCommitted, readRevert } from './read-file.ts';
import { readSqlFolder, requireFolder, type SqlFolder } from './sql-folder.ts';

/** What both sides of a version control conflict have in a file, in which the markers of the conflict stand now. */
export interface ConflictedFile {
  /** Joined to the folder as it was given. */
  readonly path: string;
  /** Each with a path of its own, whose last part is the file's name. */
  readonly versions: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Reads the revisions of a migrations folder, with their reverts: `committed/` and `reverts/`, either of which may be missing.
 * What is wrong with their content is data in `problems`; a command that goes on calls `assertSound` first.
 *
 * @param folder the migrations folder, relative to the working directory or absolute
 * @param conflicted files in whose place their versions are read
 * @throws MissingMigrationsFolder, UnreadableFile (a folder that the system does not let us list)
 */
export async function readHistory(folder: string, conflicted: readonly ConflictedFile[] = []): Promise<History> {
  requireFolder(folder);
  const committed = apart(readSqlFolder(folder, 'committed'), conflicted);
  const parsed = committed.files.map(readCommitted);
  const chain = chainRevisions(
    parsed.flatMap(({ revision }) => revision ?? []),
    new Set(parsed.flatMap(({ statedHashes }) => statedHashes)),
  );
  const reverts = apart(readSqlFolder(folder, 'reverts'), conflicted);
  const unread = new Set(parsed.flatMap(({ path, inConflict }) => (inConflict ? basename(path) : [])));
  const linked = linkReverts(chain.revisions, reverts.files.filter(({ path }) => !unread.has(basename(path))).map(readRevert));
  return {
    folder,
    revisions: linked.revisions,
    heads: linked.revisions.filter((_, index) => chain.heads.some((head) => head === chain.revisions[index])),
    problems: [
      ...committed.problems,
      ...parsed.flatMap(({ problems }) => problems),
      ...chain.problems,
      ...reverts.problems,
      ...linked.problems,
    ],
  };
}

function apart(folder: SqlFolder, conflicted: readonly ConflictedFile[]): SqlFolder {
  if (conflicted.length === 0) return folder;
  const files = folder.files.flatMap((file) => {
    const conflict = conflicted.find(({ path }) => path === file.path);
    return conflict === undefined ? [file] : conflict.versions.map((version) => ({ ...version, problems: [] }));
  });
  return { ...folder, files };
}
