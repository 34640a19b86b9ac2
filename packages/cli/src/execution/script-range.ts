import { type History, type Position, pathTo, resolveTarget, type TargetRange } from '@godwit/history';
import { type Direction, type Ledger, type Plan, plan } from '@godwit/migrator';
import { UsageError } from '../usage-error.ts';

/**
 * The plan for a range, without a database: its ledger is taken to stand where the range begins, as the revisions on disk would have left it.
 *
 * @throws UsageError when the range leads the other way; UnknownTarget and its like
 */
export function planRange(history: History, range: TargetRange, direction: Direction): Plan {
  const from = resolveTarget(history, range.from, { kind: 'base' });
  const to = resolveTarget(history, range.to, from);
  if (leads(to, from) && nameOf(from) !== nameOf(to) && direction === 'up') throw wrongWay(from, to, 'upgrade', 'downgrade');
  if (leads(from, to) && nameOf(from) !== nameOf(to) && direction === 'down') throw wrongWay(from, to, 'downgrade', 'upgrade');
  const planned = plan({ history, ledger: ledgerAt(history, from), direction, target: to });
  // What the ledger holds besides is not known, so nothing of it is corrected.
  return { ...planned, refreshes: [] };

  /** Whether one place is on the way from base to the other. */
  function leads(first: Position, second: Position): boolean {
    if (first.kind === 'base') return true;
    return second.kind === 'revision' && pathTo(history, second.revision).some(({ hash }) => hash === first.revision.hash);
  }
}

function wrongWay(from: Position, to: Position, command: string, other: string): UsageError {
  const range = `${nameOf(from)}:${nameOf(to)}`;
  return new UsageError({ message: `${range} is no range for ${command}`, help: `godwit ${other} ${range} --sql` });
}

function ledgerAt(history: History, position: Position): Ledger {
  const path = position.kind === 'base' ? [] : pathTo(history, position.revision);
  return {
    installed: true,
    version: null,
    applied: path.map(({ hash, previousHash, ledgerName, name, message }) => ({
      hash,
      previousHash,
      ledgerName,
      appliedAt: new Date(0),
      details: { name, message, durationMs: null, appliedBy: null, revert: null },
    })),
    unfinished: null,
    production: false,
    current: null,
    attempt: null,
  };
}

function nameOf(position: Position): string {
  return position.kind === 'base' ? 'base' : position.revision.name;
}
