import { basename } from 'node:path';
import type { GodwitError } from '@godwit/diagnostics';
import { DuplicateRevert, OrphanRevert, RevertMismatch } from './errors/revert.ts';
import { parseFileName } from './file-name.ts';
import { groupBy } from './group-by.ts';
import type { ParsedRevert } from './parse-revert-file.ts';
import type { Revision } from './revision.ts';

export interface RevertFile extends ParsedRevert {
  readonly path: string;
}

/**
 * Gives each revision its revert. A revert belongs to the revision of its own file name; when only the number is the same
 * (the slug was changed by hand) to the one whose hash it names.
 */
export function linkReverts(
  revisions: readonly Revision[],
  files: readonly RevertFile[],
): { readonly revisions: readonly Revision[]; readonly problems: readonly GodwitError[] } {
  const problems: GodwitError[] = [];
  const found = new Map<Revision, RevertFile>();
  const byNumber = groupBy(revisions, ({ number }) => number);
  for (const file of files) {
    problems.push(...file.problems);
    const revision = revisionFor(byNumber, file);
    if (revision === null) {
      problems.push(new OrphanRevert(file.path));
      continue;
    }
    const other = found.get(revision);
    if (other !== undefined) problems.push(new DuplicateRevert([other.path, file.path]));
    else if (file.reverts !== null && file.reverts !== revision.hash) problems.push(mismatch(file.path, file.reverts, revision));
    else found.set(revision, file);
  }
  return { revisions: revisions.map((revision) => ({ ...revision, revert: found.get(revision)?.revert ?? null })), problems };
}

function revisionFor(byNumber: ReadonlyMap<number, readonly Revision[]>, file: RevertFile): Revision | null {
  const name = parseFileName(basename(file.path));
  const sameNumber = (name === null ? undefined : byNumber.get(name.number)) ?? [];
  return (
    sameNumber.find(({ hash }) => hash === file.reverts) ??
    sameNumber.find(({ filename }) => filename === name?.filename) ??
    (sameNumber.length === 1 ? sameNumber[0] : null) ??
    null
  );
}

function mismatch(path: string, revertsHash: string, revision: Revision): GodwitError {
  return new RevertMismatch({ path, revertsHash, revisionPath: revision.path, revisionHash: revision.hash });
}
