import type { GodwitError } from '@godwit/diagnostics';
import { findConflictMarks } from './conflict-marks.ts';
import { EditedRevision } from './errors/chain.ts';
import { LeftInConflict } from './errors/conflict.ts';
import { EditedRevert } from './errors/revert.ts';
import type { RevertFile } from './link-reverts.ts';
import { parseRevertFile } from './parse-revert-file.ts';
import { parseRevisionFile } from './parse-revision-file.ts';
import type { Revision, RevisionHash } from './revision.ts';
import type { SqlFolder } from './sql-folder.ts';

type File = SqlFolder['files'][number];

/** A file of `committed/`, with what is wrong with it. */
export interface CommittedFile {
  readonly path: string;
  readonly revision: Revision | null;
  /** What it names as its own hash, also when it is no revision. */
  readonly statedHashes: readonly RevisionHash[];
  /** Git has left both versions in it. */
  readonly inConflict: boolean;
  readonly problems: readonly GodwitError[];
}

/** The marks of a conflict are the cause of all that is wrong with a file, and neither of its revisions can be read from it. */
export function readCommitted(file: File): CommittedFile {
  const { path, text } = file;
  const { revision, statedHash, problems } = parseRevisionFile(file);
  const marks = problems.length === 0 ? null : findConflictMarks(text);
  if (marks === null) {
    const statedHashes = statedHash === null ? [] : [statedHash];
    return { path, revision, statedHashes, inConflict: false, problems: oneCause(file.problems, problems) };
  }
  const { hashes, line } = marks;
  return { path, revision: null, statedHashes: hashes, inConflict: true, problems: [new LeftInConflict({ path, text, line })] };
}

/** The same for a file of `reverts/`. */
export function readRevert(file: File): RevertFile {
  const { path, text } = file;
  const parsed = parseRevertFile(file);
  const marks = parsed.problems.length === 0 ? null : findConflictMarks(text);
  if (marks === null) return { ...parsed, path, problems: oneCause(file.problems, parsed.problems) };
  return { path, revert: null, reverts: null, problems: [new LeftInConflict({ path, text, line: marks.line })] };
}

/** Wrong bytes are the cause of a wrong hash, so a file is not also called edited. */
function oneCause(encoding: readonly GodwitError[], content: readonly GodwitError[]): readonly GodwitError[] {
  if (encoding.length === 0) return content;
  return [...encoding, ...content.filter((problem) => !(problem instanceof EditedRevision || problem instanceof EditedRevert))];
}
