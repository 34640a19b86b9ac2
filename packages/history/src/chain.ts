import type { GodwitError } from '@godwit/diagnostics';
import { BrokenChain, ChainCycle, DuplicateNumber, DuplicateRevision, NumberGap, ReplacedPrevious, WrongOrder } from './errors/chain.ts';
import { groupBy } from './group-by.ts';
import { indexOf } from './history-index.ts';
import { pathTo, replacementsOf } from './history-path.ts';
import type { Revision, RevisionHash } from './revision.ts';

export interface Chain {
  /** Parents before children, by number, then by name. */
  readonly revisions: readonly Revision[];
  readonly heads: readonly Revision[];
  readonly problems: readonly GodwitError[];
}

/**
 * Puts revisions into order and judges how they hang together. Two revisions with one parent are a fork and no problem here,
 * also when they have the same number (two branches each committed number 4).
 *
 * @param stated hashes that files name as their own, also those that could not be read as revisions: who follows one of these is
 *   not blamed for a broken chain
 */
export function chainRevisions(files: readonly Revision[], stated: ReadonlySet<RevisionHash>): Chain {
  const sorted = files.toSorted((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1));
  const { revisions, cycles } = parentsFirst(sorted);
  const { children } = indexOf({ revisions });
  const heads = revisions.filter(({ hash }) => (children.get(hash) ?? []).length === 0);
  return {
    revisions,
    heads,
    problems: [
      ...duplicateRevisions(revisions),
      ...duplicateNumbers(revisions),
      ...cycles.map((paths) => new ChainCycle(paths)),
      ...revisions.flatMap((revision) => linkProblem(revisions, revision, stated) ?? []),
    ],
  };
}

function parentsFirst(sorted: readonly Revision[]): {
  readonly revisions: readonly Revision[];
  readonly cycles: readonly (readonly string[])[];
} {
  const { byHash } = indexOf({ revisions: sorted });
  const done = new Set<Revision>();
  const cycles: string[][] = [];
  for (const revision of sorted) {
    const line: Revision[] = [];
    let next: Revision | undefined = revision;
    while (next !== undefined && !done.has(next) && !line.includes(next)) {
      line.push(next);
      next = next.previousHash === null ? undefined : byHash.get(next.previousHash);
    }
    if (next !== undefined && !done.has(next)) cycles.push(line.slice(line.indexOf(next)).map(({ path }) => path));
    for (const member of line.reverse()) done.add(member);
  }
  return { revisions: [...done], cycles };
}

function linkProblem(revisions: readonly Revision[], revision: Revision, stated: ReadonlySet<RevisionHash>): GodwitError | null {
  const { path, previousHash, number } = revision;
  if (previousHash === null) return null;
  const previous = indexOf({ revisions }).byHash.get(previousHash);
  if (previous === undefined) {
    if (stated.has(previousHash)) return null;
    const before = revisions.filter((other) => other.number < number).at(-1) ?? null;
    const [replacement] = replacementsOf({ revisions }, previousHash);
    if (replacement !== undefined) return new ReplacedPrevious({ path, previousHash, replacedBy: replacement.name });
    return new BrokenChain({ path, previousHash, missingNumbers: between(before?.number ?? 0, number), before: before?.path ?? null });
  }
  if (previous.number > number) return new WrongOrder({ path, previousPath: previous.path });
  const missingNumbers = between(previous.number, number);
  return missingNumbers.length === 0 ? null : new NumberGap({ path, previousPath: previous.path, missingNumbers });
}

/** At most ten: enough to see what is meant. */
function between(low: number, high: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(10, high - low - 1)) }, (_, index) => low + 1 + index);
}

function duplicateRevisions(revisions: readonly Revision[]): GodwitError[] {
  return [...groupBy(revisions, ({ hash }) => hash)]
    .filter(([, same]) => same.length > 1)
    .map(
      ([hash, same]) =>
        new DuplicateRevision(
          hash,
          same.map(({ path }) => path),
        ),
    );
}

/** Only within one line of history: of two with the same number, one is an ancestor of the other. */
function duplicateNumbers(revisions: readonly Revision[]): GodwitError[] {
  return [...groupBy(revisions, ({ number }) => number)].flatMap(([number, same]) => {
    if (same.length < 2) return [];
    const inLine = same.filter((one) => same.some((other) => other !== one && (isBefore(one, other) || isBefore(other, one))));
    return inLine.length === 0
      ? []
      : [
          new DuplicateNumber(
            number,
            inLine.map(({ path }) => path),
          ),
        ];
  });

  function isBefore(one: Revision, other: Revision): boolean {
    return pathTo({ revisions }, other).includes(one);
  }
}
