import type { CompiledStep } from '../execute/compiled-step.ts';
import { DEFAULT_PATIENCE_MS } from '../execute/execute-settings.ts';
import type { Run } from '../execute/run.ts';
import { sendBody } from '../execute/send-body.ts';
import { standaloneFailure } from '../execute/standalone/standalone-step.ts';
import { watchStatement } from '../execute/watch-statement.ts';

/**
 * Runs a statement outside a transaction, with the settings that the transaction before it has left. Patience bounds its lock waits in sum.
 * A failure may leave something behind, such as an INVALID index: the way back is then to be computed.
 *
 * @throws StepFailed, LockBudgetExceeded, Interrupted, ConnectionLost
 */
export async function runOutside(run: Run, compiled: CompiledStep): Promise<void> {
  const budgetMs = run.settings.patienceMs ?? DEFAULT_PATIENCE_MS;
  const watch = watchStatement(run, { budgetMs });
  const failure = await sendBody(run, compiled);
  const watched = await watch.stop();
  if (failure !== null) throw await standaloneFailure(run, compiled, { failure, watched, attempts: 1, budgetMs, remains: 'leftovers' });
}
