import { findByHash, type History, type RevisionHash } from '@godwit/history';
import { ConnectionLost, Interrupted, type Step } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';
import type { Check } from '../checks/check.ts';
import { checksAt } from '../checks/choose-checks.ts';
import { VerifyConnectionLost } from '../errors/run-errors.ts';
import type { CheckResult } from '../run/check-result.ts';
import type { CheckSettings } from '../run/check-session.ts';
import { type RunChecksOptions, runChecks } from '../run/run-checks.ts';
import type { TouchedSystems } from './touched-systems.ts';
import { VerificationFailed } from './verification-failed.ts';

export interface VerifyStepsOptions extends Pick<RunChecksOptions, 'connect' | 'signal'> {
  readonly history: History;
  readonly checks: readonly Check[];
  /** Of the revisions that will be applied; those of one that is not in it are not limited. */
  readonly touched: ReadonlyMap<RevisionHash, TouchedSystems>;
  readonly settings: CheckSettings;
  /** When all of a step's checks are made, and none has failed. */
  readonly onVerified?: ((step: Step, results: readonly CheckResult[]) => void) | undefined;
}

/**
 * For `execute`'s `afterBody`: when a revision is applied, the checks that are true of it and about a system that it touches are made, each in a
 * savepoint that is rolled back; for a step outside a transaction, in a transaction of its own. A way back is not looked at, nor is a
 * revision that goes in beneath others after a merge: nobody says what is true between.
 *
 * @throws VerificationFailed, Interrupted, ConnectionLost
 */
export function verifySteps(options: VerifyStepsOptions): (step: Step, client: Client) => Promise<void> {
  const { connect, settings, signal, onVerified } = options;
  return async (step, client) => {
    const checks = checksOf(step, options);
    if (checks.length === 0) return;
    const within = step.transactional ? 'savepoint' : 'transaction';
    const results = await runChecks({ checks, client, connect, settings, within, signal }).catch((error: unknown) => {
      if (signal?.aborted) throw new Interrupted(step, { cause: error });
      throw error instanceof VerifyConnectionLost ? new ConnectionLost(step, error) : error;
    });
    const failed = results.filter(({ outcome }) => outcome.state === 'failed' || outcome.state === 'error');
    if (failed.length > 0) throw new VerificationFailed(step, failed);
    onVerified?.(step, results);
  };
}

function checksOf(step: Step, { history, checks, touched }: VerifyStepsOptions): readonly Check[] {
  const revision = findByHash(history, step.hash);
  if (step.direction === 'down' || step.insertion !== undefined || revision === null) return [];
  const { named, anything } = touched.get(step.hash) ?? { named: [], anything: true };
  return checksAt(checks, history, { kind: 'revision', revision }).filter(({ file }) => anything || named.includes(file.system));
}
