import type { RevisionHash } from '@godwit/history';
import { LedgerNotAChain } from './ledger-errors.ts';

interface Link {
  readonly hash: RevisionHash;
  readonly previousHash: RevisionHash | null;
  readonly ledgerName: string;
}

/**
 * Puts the rows of the ledger into the order in which they were applied: along `previous_hash`, since neither dates (equal within a
 * transaction) nor file names (numbers may grow a digit) say so.
 *
 * @throws LedgerNotAChain when the rows are not one chain from base
 */
export function orderChain<T extends Link>(rows: readonly T[]): readonly T[] {
  const byPrevious = new Map<RevisionHash | null, T>();
  for (const row of rows) {
    const rival = byPrevious.get(row.previousHash);
    if (rival !== undefined) throw new LedgerNotAChain([rival.ledgerName, row.ledgerName]);
    byPrevious.set(row.previousHash, row);
  }
  const chain: T[] = [];
  for (let next = byPrevious.get(null); next !== undefined; next = byPrevious.get(next.hash)) chain.push(next);
  if (chain.length < rows.length) {
    const placed = new Set<T>(chain);
    throw new LedgerNotAChain(rows.filter((row) => !placed.has(row)).map(({ ledgerName }) => ledgerName));
  }
  return chain;
}
