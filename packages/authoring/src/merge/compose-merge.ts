import { join } from 'node:path';
import {
  addReplaced,
  type ConflictedFile,
  moveRevision,
  parseRevertFile,
  parseRevisionFile,
  type Revision,
  type RevisionHash,
  replacedHashes,
  retargetRevert,
} from '@godwit/history';
import type { ComposedRevision } from '../commit/compose-revision.ts';
import type { FileText } from '../commit/file-texts.ts';
import type { FileStore } from '../journal/file-store.ts';
import { proofPath } from '../prove/proof-path.ts';
import { belongsTo } from './different-versions.ts';
import type { Sides } from './sides.ts';

/** A revision of mine, and what it becomes. */
export interface MergedRevision extends ComposedRevision {
  readonly from: Revision;
}

export interface ComposeMergeOptions {
  /** The migrations folder, as the user would type it. */
  readonly folder: string;
  readonly sides: Sides;
  readonly conflicted: readonly ConflictedFile[];
  readonly store: FileStore;
}

/** Mine after theirs, in memory: the texts of their files, read back as they will be. */
export async function composeMerge({ folder, sides, conflicted, store }: ComposeMergeOptions): Promise<readonly MergedRevision[]> {
  const composed: MergedRevision[] = [];
  let before = sides.theirs.at(-1);
  for (const from of sides.mine) {
    const { filename, hash, text } = moveRevision(from, { number: (before?.number ?? 0) + 1, previousHash: before?.hash ?? null });
    const revision = readBack(join(folder, 'committed', filename), text);
    const back = await revertTextOf(from, conflicted, store);
    const revertText = back === null ? null : retargetRevert(back, hash);
    const revert = revertText === null ? null : parseRevertFile({ path: join(folder, 'reverts', filename), text: revertText }).revert;
    before = { ...revision, revert };
    composed.push({ from, revision: before, text, revertText });
  }
  return composed;
}

function readBack(path: string, text: string): Revision {
  const { revision } = parseRevisionFile({ path, text });
  if (revision === null) throw new Error(`${path} would not be read back as it is written`);
  return revision;
}

/** Both versions of a file in conflict have its path; the one that names the revision is its own. */
async function revertTextOf({ hash, revert }: Revision, conflicted: readonly ConflictedFile[], store: FileStore): Promise<string | null> {
  if (revert === null) return null;
  const conflict = conflicted.find(({ path }) => path === revert.path);
  if (conflict === undefined) return await store.read(revert.path);
  return conflict.versions.find((version) => parseRevertFile(version).reverts === hash)?.text ?? null;
}

/** What else becomes of the folder: the old files of mine go, theirs are rid of the marks of a conflict, and of twins theirs is left. */
export function settledFiles({ folder, sides, conflicted }: ComposeMergeOptions): readonly FileText[] {
  const gone = [...sides.mine, ...sides.twins.map(({ mine }) => mine)];
  const stays = new Set(sides.theirs.map(({ hash }) => hash));
  return [
    ...gone.flatMap((revision): FileText[] => [
      { path: revision.path, text: null, readOnly: true },
      ...(revision.revert === null ? [] : [{ path: revision.revert.path, text: null, readOnly: true }]),
      { path: proofPath(folder, revision), text: null },
    ]),
    ...conflicted.map(({ path, versions }) => ({ path, ...(isProof(path) ? {} : { readOnly: true }), text: versionOf(versions, stays) })),
    ...standIns(sides),
  ];
}

function isProof(path: string): boolean {
  return path.endsWith('.proof.json');
}

function versionOf(versions: ConflictedFile['versions'], stays: ReadonlySet<RevisionHash>): string | null {
  return versions.find((version) => stays.has(belongsTo(version) ?? ''))?.text ?? null;
}

/** Theirs stands for mine from then on, by whatever hashes a database may hold it. */
function standIns({ twins }: Sides): readonly FileText[] {
  const hashes = new Map<Revision, RevisionHash[]>();
  for (const { mine, theirs } of twins) hashes.set(theirs, [...(hashes.get(theirs) ?? []), ...replacedHashes(mine), mine.hash]);
  return [...hashes].map(([theirs, replaced]) => ({ path: theirs.path, text: addReplaced(theirs, replaced), readOnly: true }));
}
