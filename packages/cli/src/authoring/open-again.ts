import { type History, headOf, type Position, type Revision } from '@godwit/history';
import { readLedger, type StepResult } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import type { Session } from '../session/open-session.ts';
import { refuseOnProduction } from '../session/production.ts';
import { BLANK_REVERT } from './blank-files.ts';
import { followDictionary } from './follow-dictionary.ts';
import { followSchema } from './follow-schema.ts';
import { downgradeBy, mayDowngrade, planOpening } from './plan-opening.ts';
import { shadowSource } from './shadow-source.ts';

export interface OpenRequest {
  readonly command: 'uncommit' | 'amend';
  /** As it was typed, for the way on: `amend 38`. */
  readonly typed: string;
  readonly history: History;
  readonly target: Revision;
  readonly acceptDataLoss: boolean;
}

export interface OpenedAgain {
  /** What was reverted in the database; empty when it did not hold the revision. */
  readonly reverted: readonly StepResult[];
  /** Those that `amend` has set aside. */
  readonly aside: readonly Revision[];
}

/**
 * Opens a revision again: refuses before anything is changed, then takes the database to before it, then moves the files.
 *
 * @returns null when somebody has said no to losing rows
 */
export async function openAgain(context: CommandContext, session: Session, request: OpenRequest): Promise<OpenedAgain | null> {
  const { disk, openRevision, refuseOpen } = await loadAuthoring();
  const { command, typed, history, target, acceptDataLoss } = request;
  const { client, database } = session;
  const ledger = await readLedger(client);
  refuseOnProduction(context, command, database.display, ledger);
  await refuseOpen(history, target);
  const plan = planOpening({ history, ledger, target });
  const gmrc = await openGmrc(context);
  const settings = executeSettings(context, NO_OPTIONS, { gmrc, settings: database.settings });
  const down = plan && { plan, settings, acceptDataLoss, command: typed };
  if (down !== null && !(await mayDowngrade(context, session, down))) return null;
  const source = await shadowSource(context, { database, ledger, gmrc });
  const to = positionBefore(history, target);
  const schema = await followSchema(context, { history, source, from: positionOf(headOf(history)), to });
  const more = [...schema, ...(await followDictionary(context, { history, source, to }))];
  let reverted: readonly StepResult[] = [];
  const aside = await openRevision({
    root: context.config().root,
    history,
    target,
    command,
    blankRevert: BLANK_REVERT,
    store: disk,
    more,
    downgrade: async () => {
      if (down !== null) reverted = await downgradeBy(context, session, down);
    },
  });
  return { reverted, aside };
}

export function positionOf(revision: Revision | null): Position {
  return revision === null ? { kind: 'base' } : { kind: 'revision', revision };
}

function positionBefore(history: History, { previousHash }: Revision): Position {
  return positionOf(history.revisions.find(({ hash }) => hash === previousHash) ?? null);
}
