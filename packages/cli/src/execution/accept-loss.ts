import { GodwitError } from '@godwit/diagnostics';
import type { LossReport } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { confirm } from '../session/confirm.ts';
import { describeLoss, describeUnseen } from './describe-loss.ts';

type Verdict = 'would fail' | 'would lose data' | 'may lose data';

/** What to do before going on all the same. */
const FIRST: Readonly<Record<Verdict, string>> = {
  'would fail': 'change these values first, or try it as it is',
  'would lose data': 'keep what you need elsewhere, then',
  'may lose data': 'look at what these statements do, then',
};

/** Rows or values would go, or might, and nobody has agreed to it. */
class DataLossNotAccepted extends GodwitError {
  constructor(losses: readonly string[], verdict: Verdict, command: string) {
    super({
      code: 'GW550',
      message: `This downgrade ${verdict}, so nothing was changed`,
      details: losses,
      help: `${FIRST[verdict]}:\ngodwit ${command} --accept-data-loss`,
      exitCode: 3,
    });
  }
}

/** What cannot be foreseen counts as a loss: nobody has said that it is none. */
function verdictOn({ losses, unseen }: LossReport): Verdict {
  if (losses.length === 0) return 'may lose data';
  return unseen.length === 0 && losses.every(({ kind }) => kind === 'refused') ? 'would fail' : 'would lose data';
}

/**
 * Asks whether what a downgrade would take may go; nothing to lose, nothing to ask.
 *
 * @param command as it was typed, for the way on: `downgrade -1`
 * @throws DataLossNotAccepted where nobody can be asked
 */
export async function acceptLoss(context: CommandContext, loss: LossReport, command: string): Promise<boolean> {
  const { output } = context;
  const warn = output.errorStyle.yellow('!');
  const losses = [...describeLoss(loss), ...describeUnseen(loss)];
  if (losses.length === 0) return true;
  const verdict = verdictOn(loss);
  if (context.ask === null) throw new DataLossNotAccepted(losses, verdict, command);
  output.note(`${warn} This downgrade ${verdict}:`);
  for (const line of losses) output.note(`  ${line}`);
  if (await confirm(context, 'Go on?')) return true;
  output.note('nothing was changed');
  return false;
}
