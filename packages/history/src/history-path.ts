import { ForkedHistory } from './errors/target.ts';
import type { History } from './history.ts';
import { indexOf } from './history-index.ts';
import type { Position, Revision, RevisionHash } from './revision.ts';

type Tree = Pick<History, 'revisions'>;

/** Null when no file has the hash. */
export function findByHash(history: Tree, hash: RevisionHash): Revision | null {
  return indexOf(history).byHash.get(hash) ?? null;
}

/** The revisions that stand for one that a merge has put elsewhere: usually one, none for a hash that nobody has replaced. */
export function replacementsOf(history: Tree, hash: RevisionHash): readonly Revision[] {
  return indexOf(history).replacements.get(hash) ?? [];
}

/** The revisions that follow a hash, or base (null). More than one is a fork. */
export function childrenOf(history: Tree, hash: RevisionHash | null): readonly Revision[] {
  return indexOf(history).children.get(hash) ?? [];
}

/** From base to a revision, which is the last one. In a history with a broken chain it begins at the break. */
export function pathTo(history: Tree, revision: Revision): readonly Revision[] {
  const path: Revision[] = [];
  const seen = new Set<Revision>();
  let next: Revision | null = revision;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    path.push(next);
    next = next.previousHash === null ? null : findByHash(history, next.previousHash);
  }
  return path.reverse();
}

/** The same, and over a break that a merge has left: on from what stands for the revision that the next one follows. */
export function lineTo(history: Tree, revision: Revision): readonly Revision[] {
  const path = pathTo(history, revision);
  const before = path[0]?.previousHash ?? null;
  const moved = before === null ? undefined : replacementsOf(history, before).find((one) => !path.includes(one));
  return moved === undefined ? path : [...lineTo({ revisions: history.revisions.filter((one) => !path.includes(one)) }, moved), ...path];
}

/** The last revision; null when there is none. @throws ForkedHistory when there are several */
export function headOf(history: Pick<History, 'revisions' | 'heads'>): Revision | null {
  if (history.heads.length > 1) throw forkOf(history, history.heads);
  return history.heads[0] ?? null;
}

/** How to get from one position to another: what is undone first, in that order, and what is applied then. */
export interface Route {
  readonly down: readonly Revision[];
  readonly up: readonly Revision[];
}

/** Within one line of history one half of the route is empty; between branches it leads through the revision at which they part. */
export function pathBetween(history: Tree, from: Position, to: Position): Route {
  const before = from.kind === 'base' ? [] : pathTo(history, from.revision);
  const after = to.kind === 'base' ? [] : pathTo(history, to.revision);
  const shared = commonLength(before, after);
  return { down: before.slice(shared).reverse(), up: after.slice(shared) };
}

/** The error for revisions that stand side by side, naming where their lines part. */
export function forkOf(history: Tree, revisions: readonly Revision[]): ForkedHistory {
  const [first, ...others] = revisions.map((revision) => lineTo(history, revision));
  const shared = Math.min(...others.map((path) => commonLength(first ?? [], path)));
  return new ForkedHistory({ heads: revisions, parting: first?.[shared - 1]?.name ?? null });
}

function commonLength(a: readonly Revision[], b: readonly Revision[]): number {
  let length = 0;
  while (length < a.length && a[length]?.hash === b[length]?.hash) length++;
  return length;
}
