import { assertSound, type History, headOf } from '@godwit/history';
import { currentPosition, type Ledger, nameOfApplied, pendingRevisions } from '@godwit/migrator';
import { NotAtHead } from './errors.ts';

/**
 * Nothing when the database stands at the last revision on disk, which is what the revision that is being written follows.
 *
 * @throws what `assertSound` throws, ForkedHistory when the disk has two heads
 */
export function placeProblem(history: History, ledger: Ledger): ((takenBack: boolean) => NotAtHead) | null {
  assertSound(history);
  const head = headOf(history);
  const { head: database, nearest, unknown } = currentPosition(history, ledger);
  const pending = head === null ? [] : pendingRevisions(history, ledger, head);
  if (pending.length === 0 && unknown.length === 0) return null;
  return (takenBack) =>
    new NotAtHead({
      database: database?.name ?? 'base',
      pending: pending.map(({ name }) => name),
      unknown: unknown.map(nameOfApplied),
      common: nearest.kind === 'base' ? 'base' : nearest.revision.name,
      takenBack,
    });
}
