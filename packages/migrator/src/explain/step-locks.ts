import { LOCK_MODES, LOCK_WORK, type LockClaim, mergeClaims } from '../statements/locks/lock-claim.ts';

/** A lock as a whole step holds it. */
export interface StepLock extends LockClaim {
  /**
   * The longest work that is done while it is held, by the statement that takes it or by a later one of the same transaction:
   * a moment's ALTER TABLE followed by a scan of another table blocks for as long as the scan.
   */
  readonly held: LockClaim['work'];
  /** The statement that does that work, counted from 0. */
  readonly heldBy: number;
}

interface Locking {
  readonly locks: readonly LockClaim[];
}

/** The locks of a step by object, strongest first. A lock is held until the transaction ends; without one, for its statement. */
export function stepLocks(statements: readonly Locking[], transactional: boolean): readonly StepLock[] {
  const merged = mergeClaims(statements.flatMap(({ locks }) => locks)).map((lock) => {
    const taken = statements.findIndex(({ locks }) => locks.some(({ object, mode }) => isSame(object, lock.object) && mode === lock.mode));
    return { ...lock, ...longestFrom(statements, taken, transactional) };
  });
  return merged.sort((a, b) => LOCK_MODES.indexOf(b.mode) - LOCK_MODES.indexOf(a.mode));
}

function longestFrom(statements: readonly Locking[], taken: number, transactional: boolean): Pick<StepLock, 'held' | 'heldBy'> {
  let longest: Pick<StepLock, 'held' | 'heldBy'> = { held: 'catalog', heldBy: taken };
  for (const [index, { locks }] of statements.entries()) {
    if (index < taken || (!transactional && index > taken)) continue;
    for (const { work } of locks) if (LOCK_WORK.indexOf(work) > LOCK_WORK.indexOf(longest.held)) longest = { held: work, heldBy: index };
  }
  return longest;
}

function isSame(a: LockClaim['object'], b: LockClaim['object']): boolean {
  return a.kind === b.kind && a.schema === b.schema && a.name === b.name;
}
