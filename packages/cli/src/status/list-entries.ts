import type { GodwitError } from '@godwit/diagnostics';
import { findByHash, type History, type Revision } from '@godwit/history';
import { type AppliedRevision, checkApplied, type Ledger, nameOfApplied } from '@godwit/migrator';
import { revisionTitle } from '../session/revision-names.ts';

/**
 * - `moved`: applied, and on disk after others since a merge; the next upgrade follows
 * - `applied`, `pending`: on disk, and in the ledger or not
 * - `edited`: applied, and its file has become another revision since
 * - `running`: a run is at its step outside a transaction right now
 * - `unfinished`: its step outside a transaction began and never said how it ended
 * - `damaged`: something is wrong with its file; `applied` tells whether it runs
 * - `ahead`: applied, and not on this disk: a newer build was here
 * - `fork`: on disk, beside the line that is applied
 */
export type EntryState = 'moved' | 'applied' | 'pending' | 'running' | 'unfinished' | 'edited' | 'damaged' | 'ahead' | 'fork';

/** One revision of a status: on disk, in the ledger, or both. */
export interface StatusEntry {
  readonly state: EntryState;
  readonly name: string;
  readonly hash: string;
  readonly title: string;
  readonly applied: AppliedRevision | null;
  /** Of a moved one: its name on disk. */
  readonly movedTo: string | null;
}

/** Every revision that disk or ledger know: the applied ones in their order, then the others of the disk. */
export function listEntries(history: History, ledger: Ledger): StatusEntry[] {
  const damaged = damagedPaths(history.problems);
  const problems = checkApplied(history, ledger);
  const revisionsOf = (kind: 'edited' | 'moved') =>
    new Map(problems.flatMap((problem) => (problem.kind === kind ? [[problem.applied.hash, problem.revision] as const] : [])));
  const [edited, moved] = [revisionsOf('edited'), revisionsOf('moved')];
  const applied = ledger.applied.map((row): StatusEntry => {
    const { hash, details } = row;
    const known = { name: nameOfApplied(row), hash, applied: row, movedTo: null };
    const elsewhere = moved.get(hash);
    if (elsewhere) return { ...known, state: 'moved', title: revisionTitle(elsewhere), movedTo: elsewhere.name };
    const other = edited.get(hash);
    if (other) return { ...known, state: 'edited', title: details?.message ?? revisionTitle(other) };
    const revision = findByHash(history, hash);
    if (!revision) return { ...known, state: 'ahead', title: details?.message ?? '' };
    const { name, path } = revision;
    const state = begunState(ledger, hash) ?? (damaged.has(path) ? 'damaged' : 'applied');
    return { ...known, state, name, title: revisionTitle(revision) };
  });
  const others = [...edited.values(), ...moved.values()];
  const shown = new Set([...ledger.applied, ...others].map(({ hash }) => hash));
  const numbers = new Set(ledger.applied.filter(({ hash }) => !moved.has(hash)).map(({ ledgerName }) => ledgerName));
  const rest = history.revisions
    .filter(({ hash }) => !shown.has(hash))
    .map((revision): StatusEntry => {
      const { name, hash } = revision;
      const state = begunState(ledger, hash) ?? stateOf(revision, numbers, damaged);
      return { state, name, hash, title: revisionTitle(revision), applied: null, movedTo: null };
    });
  return [...applied, ...rest];
}

/** Null when no step of this revision has begun outside a transaction. */
function begunState({ unfinished }: Ledger, hash: string): EntryState | null {
  if (unfinished?.hash !== hash) return null;
  return unfinished.running ? 'running' : 'unfinished';
}

function stateOf({ ledgerName, path }: Revision, appliedNames: ReadonlySet<string>, damaged: ReadonlySet<string>): EntryState {
  if (appliedNames.has(ledgerName)) return 'fork';
  return damaged.has(path) ? 'damaged' : 'pending';
}

function damagedPaths(problems: readonly GodwitError[]): ReadonlySet<string> {
  return new Set(problems.flatMap((problem) => ('path' in problem && typeof problem.path === 'string' ? [problem.path] : [])));
}
