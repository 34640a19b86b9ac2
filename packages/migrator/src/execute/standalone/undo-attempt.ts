import { sqlStateOf } from '@godwit/postgres';
import { DEFAULT_LOCK_TIMEOUT_MS } from '../execute-settings.ts';
import type { Run } from '../run.ts';
import { watchStatement } from '../watch-statement.ts';
import { cleanUp } from './clean-up.ts';
import { inStepSession } from './in-step-session.ts';
import type { IndexState } from './index-state.ts';
import type { StandaloneWork } from './standalone-work.ts';

/** Waiting longer for what is only tidying up would keep the user from the error. The next run tidies up as well. */
const LEAST_BUDGET_MS = 1_000;

interface FailedAttempt {
  readonly work: StandaloneWork;
  /** The indexes of before it began. */
  readonly before: readonly IndexState[];
  readonly error: unknown;
}

const CANCELLED = '57014';

/**
 * After a failed attempt: removes what it left. The server has said that it failed, so that a statement of which nothing can be
 * recognised counts as undone, and so does one that looks done: an index that is not there was not dropped, its name is wrong.
 *
 * @returns `done` when it had its effect after all (cancelled in its last moment); `left` when the rest could not be removed
 */
export async function undoAttempt(run: Run, { work, before, error }: FailedAttempt): Promise<'done' | 'undone' | 'left'> {
  const { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = run.settings;
  // Not with the signal of the run: whoever pressed Ctrl-C wants this done.
  const watch = watchStatement({ ...run, signal: undefined }, { budgetMs: Math.max(LEAST_BUDGET_MS, lockTimeoutMs) });
  try {
    const { outcome } = await inStepSession(run, () => cleanUp(run.session.client, work, before));
    return outcome === 'done' && sqlStateOf(error) === CANCELLED ? 'done' : 'undone';
  } catch {
    return 'left';
  } finally {
    await watch.stop();
  }
}
