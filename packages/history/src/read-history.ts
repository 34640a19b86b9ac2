import type { GodwitError } from '@godwit/diagnostics';
import { chainRevisions } from './chain.ts';
import { EditedRevision } from './errors/chain.ts';
import { EditedRevert } from './errors/revert.ts';
import type { History } from './history.ts';
import { linkReverts } from './link-reverts.ts';
import { parseRevertFile } from './parse-revert-file.ts';
import { parseRevisionFile } from './parse-revision-file.ts';
import { readSqlFolder, requireFolder } from './sql-folder.ts';

/**
 * Reads the revisions of a migrations folder, with their reverts: `committed/` and `reverts/`, either of which may be missing.
 * What is wrong with their content is data in `problems`; a command that goes on calls `assertSound` first.
 *
 * @param folder the migrations folder, relative to the working directory or absolute
 * @throws MissingMigrationsFolder, UnreadableFile (a folder that the system does not let us list)
 */
export async function readHistory(folder: string): Promise<History> {
  requireFolder(folder);
  const committed = readSqlFolder(folder, 'committed');
  const parsed = committed.files.map((file) => ({ encoding: file.problems, ...parseRevisionFile(file) }));
  const chain = chainRevisions(
    parsed.flatMap(({ revision }) => revision ?? []),
    new Set(parsed.flatMap(({ statedHash }) => statedHash ?? [])),
  );
  const reverts = readSqlFolder(folder, 'reverts');
  const linked = linkReverts(
    chain.revisions,
    reverts.files.map((file) => {
      const parsedRevert = parseRevertFile(file);
      return { ...parsedRevert, path: file.path, problems: oneCause(file.problems, parsedRevert.problems) };
    }),
  );
  const headPaths = new Set(chain.heads.map(({ path }) => path));
  return {
    folder,
    revisions: linked.revisions,
    heads: linked.revisions.filter(({ path }) => headPaths.has(path)),
    problems: [
      ...committed.problems,
      ...parsed.flatMap(({ encoding, problems }) => oneCause(encoding, problems)),
      ...chain.problems,
      ...reverts.problems,
      ...linked.problems,
    ],
  };
}

/** Wrong bytes are the cause of a wrong hash, so a file is not also called edited. */
function oneCause(encoding: readonly GodwitError[], content: readonly GodwitError[]): readonly GodwitError[] {
  if (encoding.length === 0) return content;
  return [...encoding, ...content.filter((problem) => !(problem instanceof EditedRevision || problem instanceof EditedRevert))];
}
