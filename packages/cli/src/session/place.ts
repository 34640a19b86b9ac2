import { childrenOf, findByHash, type History, type RevisionHash } from '@godwit/history';
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
  const onDisk = new Set(history.revisions.map(({ hash }) => hash));
  const ahead = ledger.applied.filter(({ hash }) => !onDisk.has(hash)).length;
  // What graphile-migrate applied has a number there, and a name on disk.
  const name = head && (head.details?.name ?? findByHash(history, head.hash)?.name ?? nameOfApplied(head));
  return { head, name: name ?? 'base', pending: ahead > 0 ? 0 : countAfter(history, head?.hash ?? null), ahead };
}

function countAfter(history: History, start: RevisionHash | null): number {
  const queue = [...childrenOf(history, start)];
  for (const revision of queue) queue.push(...childrenOf(history, revision.hash));
  return queue.length;
}
