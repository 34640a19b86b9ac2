import { groupBy } from './group-by.ts';
import type { History } from './history.ts';
import { replacedHashes } from './replaces.ts';
import type { Revision, RevisionHash } from './revision.ts';

/** What is looked up in a history again and again. */
export interface HistoryIndex {
  readonly byHash: ReadonlyMap<RevisionHash, Revision>;
  readonly children: ReadonlyMap<RevisionHash | null, readonly Revision[]>;
  /** By a hash that a revision had before a merge. */
  readonly replacements: ReadonlyMap<RevisionHash, readonly Revision[]>;
}

const indexes = new WeakMap<readonly Revision[], HistoryIndex>();

/** Built once a history. Of two files with one hash the first counts. */
export function indexOf(history: Pick<History, 'revisions'>): HistoryIndex {
  const known = indexes.get(history.revisions);
  if (known !== undefined) return known;
  const index = {
    byHash: new Map(history.revisions.toReversed().map((revision) => [revision.hash, revision])),
    children: groupBy(history.revisions, ({ previousHash }) => previousHash),
    replacements: replacementsIn(history.revisions),
  };
  indexes.set(history.revisions, index);
  return index;
}

function replacementsIn(revisions: readonly Revision[]): ReadonlyMap<RevisionHash, readonly Revision[]> {
  const found = new Map<RevisionHash, Revision[]>();
  for (const revision of revisions) {
    for (const hash of replacedHashes(revision)) found.set(hash, [...(found.get(hash) ?? []), revision]);
  }
  return found;
}
