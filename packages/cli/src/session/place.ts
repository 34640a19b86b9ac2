import { childrenOf, findByHash, type History, type RevisionHash, replacementsOf } from '@godwit/history';
import { type AppliedRevision, type Ledger, ledgerHead, nameOfApplied } from '@godwit/migrator';

/** Where a database stands on the history of this disk. */
export interface Place {
  /** Null is base. */
  readonly head: AppliedRevision | null;
  /** As a person names it, and a valid target: `000003-add-ratings`, `base`. */
  readonly name: string;
  /** Revisions on disk that come after it. */
  readonly pending: number;
  /** Applied revisions that this disk does not have. */
  readonly ahead: number;
}

export function placeOf(history: History, ledger: Ledger): Place {
  const head = ledgerHead(ledger);
  // What a merge has put elsewhere is on disk, by another hash.
  const ahead = ledger.applied.filter(({ hash }) => !isOnDisk(history, hash) && replacementsOf(history, hash).length === 0).length;
  // What graphile-migrate applied has a number there, and a name on disk.
  const name = head && (head.details?.name ?? findByHash(history, head.hash)?.name ?? nameOfApplied(head));
  return { head, name: name ?? 'base', pending: ahead > 0 ? 0 : countPending(history, ledger), ahead };
}

/** Of the revisions that come after the last one that is applied under its own hash. */
function countPending(history: History, { applied }: Ledger): number {
  const last = applied.findLast(({ hash }) => isOnDisk(history, hash));
  const moved = new Set(applied.flatMap(({ hash }) => (isOnDisk(history, hash) ? [] : replacementsOf(history, hash))));
  const queue = [...childrenOf(history, last?.hash ?? null)];
  for (const revision of queue) queue.push(...childrenOf(history, revision.hash));
  return queue.filter((revision) => !moved.has(revision)).length;
}

function isOnDisk(history: History, hash: RevisionHash): boolean {
  return findByHash(history, hash) !== null;
}
