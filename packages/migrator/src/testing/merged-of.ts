import { hashRevision, moveRevision, parseRevisionFile, type Revision } from '@godwit/history';
import { type Draft, historyOf, type TestHistory } from './history-of.ts';

/** Two branches on top of one line, and what a merge makes of them. */
export interface MergedHistories {
  readonly base: TestHistory;
  readonly theirs: TestHistory;
  readonly mine: TestHistory;
  /** Theirs, and mine after them. */
  readonly merged: TestHistory;
}

export function mergedOf(drafts: {
  readonly base: readonly Draft[];
  readonly theirs: readonly Draft[];
  readonly mine: readonly Draft[];
}): MergedHistories {
  const base = historyOf(drafts.base);
  const theirs = historyOf(drafts.theirs, base.revisions);
  const mine = historyOf(drafts.mine, base.revisions);
  return { base, theirs, mine, merged: putAfter(theirs, mine.revisions.slice(base.revisions.length)) };
}

/** A line with revisions of another one put after it. */
export function putAfter(line: TestHistory, moved: readonly Revision[]): TestHistory {
  const revisions = [...line.revisions];
  for (const revision of moved) {
    const before = revisions.at(-1);
    const { text, filename } = moveRevision(revision, { number: (before?.number ?? 0) + 1, previousHash: before?.hash ?? null });
    const path = `migrations/committed/${filename}`;
    const parsed = parseRevisionFile({ path, text }).revision;
    if (parsed === null) throw new Error(`${path} is no revision`);
    revisions.push({ ...parsed, revert: revertOf(revision, parsed) });
  }
  return { revisions, heads: revisions.slice(-1) };
}

function revertOf({ revert }: Revision, { hash, name }: Revision): Revision['revert'] {
  const path = `migrations/reverts/${name}.sql`;
  if (revert === null) return null;
  return revert.kind === 'sql' ? { ...revert, hash: hashRevision(revert.body, hash), path } : { ...revert, path };
}
