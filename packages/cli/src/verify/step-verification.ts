import type { History, RevisionHash } from '@godwit/history';
import type { ExecuteOptions, ExecuteSettings, Ledger, Step } from '@godwit/migrator';
import { type CheckResult, readChecks, touchedSystems, verifySteps } from '@godwit/verify';
import type { CommandContext } from '../context.ts';
import type { Session } from '../session/open-session.ts';
import { isProduction } from '../session/select-database.ts';

/** The checks of `upgrade --verify`. */
export interface StepVerification {
  readonly afterBody: NonNullable<ExecuteOptions['afterBody']>;
  /** Of a step whose checks have all been made, and none has failed. */
  readonly resultsOf: (step: Step) => readonly CheckResult[] | null;
}

export interface StepVerificationRequest {
  readonly history: History;
  readonly ledger: Pick<Ledger, 'production'>;
  readonly settings: ExecuteSettings;
  /** Whether checks that write are made on a production database too. */
  readonly writes: boolean;
}

/**
 * What looks at each revision when it is applied. On a production database rows are written by nobody but the application, unless
 * somebody wants it.
 *
 * @throws NoChecks; the first problem of the files, before anything is done
 */
export async function stepVerification(
  context: CommandContext,
  { connect }: Session,
  { history, ledger, settings, writes }: StepVerificationRequest,
): Promise<StepVerification> {
  const { checks, systems, problems } = await readChecks(history);
  const [problem] = problems;
  if (problem !== undefined) throw problem;
  const { placeholders, searchPath = 'public', lockTimeoutMs = null } = settings;
  const verified = new Map<RevisionHash, readonly CheckResult[]>();
  const afterBody = verifySteps({
    history,
    checks,
    touched: await touchedSystems(history.revisions, { systems, placeholders }),
    connect,
    settings: {
      placeholders,
      searchPath,
      writes: writes || !(ledger.production || isProduction(context)),
      lockTimeoutMs,
      statementTimeoutMs: null,
    },
    signal: context.signal,
    onVerified: ({ hash }, results) => verified.set(hash, results),
  });
  return { afterBody, resultsOf: ({ hash, direction }) => (direction === 'up' ? (verified.get(hash) ?? null) : null) };
}
