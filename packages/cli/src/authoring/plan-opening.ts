import type { History, Position, Revision } from '@godwit/history';
import { type ExecuteSettings, execute, type Ledger, type Plan, plan, type StepResult } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { acceptLoss } from '../execution/accept-loss.ts';
import { explainMissingRevert } from '../execution/explain-missing-revert.ts';
import { foreseeLoss } from '../execution/foresee-loss.ts';
import type { Session } from '../session/open-session.ts';
import { withWayBack } from './with-way-back.ts';

export interface Opening {
  readonly history: History;
  readonly ledger: Ledger;
  /** The revision that is opened: the database goes to before it. */
  readonly target: Revision;
}

/**
 * How a database gets to before a revision; null when it does not hold it.
 *
 * @throws what `plan` throws downward: MissingRevert, IrreversibleRevision
 */
export function planOpening({ history, ledger, target }: Opening): Plan | null {
  if (!ledger.applied.some(({ hash }) => hash === target.hash)) return null;
  const before = history.revisions.find(({ hash }) => hash === target.previousHash);
  const to: Position = before === undefined ? { kind: 'base' } : { kind: 'revision', revision: before };
  try {
    return plan({ history, ledger, direction: 'down', target: to });
  } catch (error) {
    throw explainMissingRevert(error, history);
  }
}

export interface DowngradeRequest {
  readonly plan: Plan;
  readonly settings: ExecuteSettings;
  readonly acceptDataLoss: boolean;
  /** As it was typed, for the way on: `uncommit`. */
  readonly command: string;
}

/** Counts what would be lost, and asks. @returns whether to go on */
export async function mayDowngrade(context: CommandContext, { client }: Session, request: DowngradeRequest): Promise<boolean> {
  const { settings, acceptDataLoss, command } = request;
  return (
    acceptDataLoss || acceptLoss(context, { loss: await foreseeLoss(client, request.plan, settings), subject: 'this downgrade', command })
  );
}

/** Never planned again: what was looked at and agreed to is this plan. What watch has applied on top goes first. */
export async function downgradeBy(
  context: CommandContext,
  session: Session,
  { plan: planned, settings }: DowngradeRequest,
): Promise<readonly StepResult[]> {
  const { client, connect, database } = session;
  const execution = { client, connect, settings, origin: database.settings.origin, signal: context.signal };
  const { applied } = await withWayBack(context, session, () => execute({ ...execution, plan: planned }));
  return applied;
}
