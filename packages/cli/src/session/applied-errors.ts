import type { GodwitError } from '@godwit/diagnostics';
import type { History } from '@godwit/history';
import { checkApplied, EditedAppliedRevision, ForkedFromLedger, HistoryMissing, type Ledger, nameOfApplied } from '@godwit/migrator';

/** What is wrong between the disk and the ledger, as the errors that `upgrade` would stop with. A database that is ahead is not wrong. */
export function appliedErrors(history: History, ledger: Ledger): readonly GodwitError[] {
  if (history.revisions.length === 0 && ledger.applied.length > 0) return [new HistoryMissing(ledger.applied, history.folder)];
  return checkApplied(history, ledger).flatMap((problem): GodwitError[] => {
    const { applied } = problem;
    switch (problem.kind) {
      case 'edited': {
        const { path, name, hash } = problem.revision;
        return [new EditedAppliedRevision({ path, revision: name, appliedHash: applied.hash, diskHash: hash })];
      }
      case 'forked': {
        const before = ledger.applied.find(({ hash }) => hash === applied.previousHash);
        const parting =
          history.revisions.find(({ hash }) => hash === applied.previousHash)?.name ?? (before ? nameOfApplied(before) : 'base');
        return [new ForkedFromLedger({ applied, planned: problem.instead[0]?.name ?? null, parting })];
      }
      case 'moved':
      case 'unknown':
        return [];
    }
  });
}
