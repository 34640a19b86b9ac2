import { hashRevision, type Revision, type RevisionHash, replacedHashes } from '@godwit/history';
import type { AppliedRevision } from '../ledger/ledger.ts';
import { formatName } from '../statements/relation-name.ts';
import { commonGround } from '../touched/common-ground.ts';
import type { Touched } from '../touched/touched.ts';

/** What has to be known to follow a merge. */
export interface Following {
  /** What each revision on disk touches, by its hash: see `touchedByRevisions`. */
  readonly touched: ReadonlyMap<RevisionHash, Touched>;
  /**
   * What becomes of applied revisions. `independent`: those that touch other objects than what goes beneath them stay, the others are
   * redone. `keep`, `redo`: all of them, whatever they touch.
   */
  readonly applied: 'independent' | 'keep' | 'redo';
}

/** An applied revision, and what stands for it on disk since a merge. */
export interface Replaced {
  readonly applied: AppliedRevision;
  readonly revision: Revision;
  /** Its place in the line of history. */
  readonly index: number;
}

/** What becomes of the applied revisions that a merge has put after others. */
export interface Followed {
  /** Those that stay, first to last: what comes before them now is applied beneath them. */
  readonly kept: readonly Replaced[];
  /** Those that are reverted first and applied again in their new places, first to last; the reason holds for the first one. */
  readonly redone: readonly Replaced[];
  /** Why not all are kept, in one line; null when they are. */
  readonly because: string | null;
}

/**
 * Looks for applied revisions in a line of history that has them elsewhere. Null when there is one that nothing there stands for.
 *
 * @param rest the applied revisions after those that the line shares
 */
export function findReplaced(path: readonly Revision[], rest: readonly AppliedRevision[]): readonly Replaced[] | null {
  const places = new Map<RevisionHash, number>();
  for (const [index, revision] of path.entries()) for (const hash of replacedHashes(revision)) places.set(hash, index);
  const found = rest.flatMap((applied): Replaced[] => {
    const index = places.get(applied.hash);
    const revision = index === undefined ? undefined : path[index];
    return index === undefined || revision === undefined ? [] : [{ applied, revision, index }];
  });
  return found.length === rest.length ? found : null;
}

interface Replacing {
  /** How many revisions from base the ledger and the line share. */
  readonly shared: number;
  readonly replaced: readonly Replaced[];
  readonly following: Following;
}

interface Before extends Replacing {
  readonly kept: readonly Replaced[];
}

/** Decides which applied revisions can stay. Only a first part of them can: the others would be left above what is reverted. */
export function followMerge(path: readonly Revision[], options: Replacing): Followed {
  const { replaced } = options;
  const kept: Replaced[] = [];
  for (const [position, one] of replaced.entries()) {
    const because = whyNot(path, one, { ...options, kept });
    if (because !== null) return { kept, redone: replaced.slice(position), because };
    kept.push(one);
  }
  return { kept, redone: [], because: null };
}

/** Null when it can stay. */
function whyNot(path: readonly Revision[], one: Replaced, { shared, replaced, kept, following }: Before): string | null {
  const { revision, index, applied } = one;
  if (following.applied === 'redo') return 'it was asked for';
  // At the very place of the applied one nothing would go beneath it, and nothing would give it its new name.
  if (index <= (kept.at(-1)?.index ?? shared)) return `${revision.name} has another place among those that are applied`;
  const followed = [null, ...path.slice(0, index).map(({ hash }) => hash), ...replaced.map((other) => other.applied.hash)];
  if (!isSameSql(revision, applied.hash, followed)) return `its SQL is not what was applied as ${applied.hash.slice(0, 12)}`;
  if (following.applied === 'keep') return null;
  const places = new Set(kept.map((other) => other.index));
  const beneath = path.slice(shared, index).filter((_, place) => !places.has(shared + place));
  for (const other of beneath) {
    const because = inCommon(following, revision, other);
    if (because !== null) return because;
  }
  return null;
}

/**
 * Whether a revision is, in another place, what was applied under another hash: with what the applied one followed, its SQL has that hash.
 *
 * @param followed hashes among which that is
 */
export function isSameSql(revision: Revision, appliedHash: RevisionHash, followed: readonly (RevisionHash | null)[]): boolean {
  return followed.some((hash) => hashRevision(revision.body, hash) === appliedHash);
}

function inCommon({ touched }: Following, above: Revision, beneath: Revision): string | null {
  const [first, second] = [touched.get(above.hash), touched.get(beneath.hash)];
  if (first === undefined || second === undefined) return `what ${above.name} and ${beneath.name} touch is not known`;
  const common = commonGround(first, second);
  if (common === null) return null;
  const names = common.objects.map(({ object }) => `${formatName(object)}${object.kind === 'function' ? '()' : ''}`);
  if (names.length > 0) return `${beneath.name} touches ${names.join(', ')} as well`;
  return `${common.anything?.side === 'first' ? above.name : beneath.name} may touch anything: ${common.anything?.reason}`;
}
