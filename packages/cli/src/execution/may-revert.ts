import { GodwitError } from '@godwit/diagnostics';
import type { Ledger, LossReport, Plan } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { acceptLoss } from './accept-loss.ts';
import type { ExecutionOptions } from './execution-options.ts';

/** On a production database nobody has said what is to become of applied revisions that a merge has put after others. */
class MergeUndecided extends GodwitError {
  constructor(redone: readonly string[], because: string | null, command: string) {
    const [first = ''] = redone;
    const names = redone.length === 1 ? first : `${first} and ${redone.length - 1} more`;
    super({
      code: 'GW557',
      message: `This database is production, and a merge has put ${names} after others that touch the same`,
      details: because === null ? [] : [because],
      help: [
        'Nothing was changed. Keep what is applied, when the order makes no difference here, and apply the others beneath it:',
        `  godwit ${command} --merged keep`,
        'or revert it and apply it again after them; between the two, what it made is not there:',
        `  godwit ${command} --merged redo`,
      ].join('\n'),
      exitCode: 3,
    });
  }
}

interface Reverting {
  readonly plan: Plan;
  readonly ledger: Pick<Ledger, 'production'>;
  /** What the steps down would take, see `reverting`. */
  readonly loss: LossReport;
  readonly options: ExecutionOptions;
  /** The command and its target, as they were typed: `upgrade +1`. */
  readonly target: string;
}

/** The part of an upgrade that reverts: what a merge has put after others, and cannot stay. There usually is none. */
export function reverting(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.filter(({ direction }) => direction === 'down') };
}

/**
 * Whether an upgrade may revert what it has to: on production only when that was said, and with rows at stake only when that was agreed to.
 *
 * @throws MergeUndecided, DataLossNotAccepted
 */
export async function mayRevert(context: CommandContext, { plan, ledger, loss, options, target }: Reverting): Promise<boolean> {
  const redone = (plan.moves ?? []).filter(({ how }) => how === 'redone');
  const [first] = redone;
  if (first === undefined) return true;
  if (ledger.production && options.merged === undefined) {
    throw new MergeUndecided(
      redone.map(({ from }) => from.name),
      first.because,
      target,
    );
  }
  if (options.acceptDataLoss) return true;
  const instead = [
    'or keep what is applied, when the order makes no difference, and apply the others beneath it:',
    `godwit ${target} --merged keep`,
  ];
  const command = options.merged === undefined ? target : `${target} --merged ${options.merged}`;
  return await acceptLoss(context, { loss, subject: 'this upgrade', command, instead });
}
