import { GodwitError } from '@godwit/diagnostics';
import type { LossReport } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { capital } from '../output/columns.ts';
import { confirm } from '../session/confirm.ts';
import { describeLoss, describeUnseen } from './describe-loss.ts';

type Verdict = 'would fail' | 'would lose data' | 'may lose data';

/** What to do before going on all the same. */
const FIRST: Readonly<Record<Verdict, string>> = {
  'would fail': 'change these values first, or try it as it is',
  'would lose data': 'keep what you need elsewhere, then',
  'may lose data': 'look at what these statements do, then',
};

/** What the question is about. */
export interface LossQuestion {
  readonly loss: LossReport;
  /** `this downgrade`. */
  readonly subject: string;
  /** As it was typed: `downgrade -1`. */
  readonly command: string;
  /** Another way, as lines of a help text. */
  readonly instead?: readonly string[];
}

/** Rows or values would go, or might, and nobody has agreed to it. */
class DataLossNotAccepted extends GodwitError {
  constructor(losses: readonly string[], verdict: Verdict, { subject, command, instead = [] }: LossQuestion) {
    super({
      code: 'GW550',
      message: `${capital(subject)} ${verdict}, so nothing was changed`,
      details: losses,
      help: [`${FIRST[verdict]}:`, `godwit ${command} --accept-data-loss`, ...instead].join('\n'),
      exitCode: 3,
    });
  }
}

/**
 * Asks whether to go on where rows or values would be lost. Nothing lost, nothing asked.
 *
 * @throws DataLossNotAccepted where nobody can be asked
 */
export async function acceptLoss(context: CommandContext, question: LossQuestion): Promise<boolean> {
  const { output } = context;
  const { loss, subject } = question;
  const losses = [...describeLoss(loss), ...describeUnseen(loss)];
  if (losses.length === 0) return true;
  const verdict = verdictOn(loss);
  if (context.ask === null) throw new DataLossNotAccepted(losses, verdict, question);
  output.note(`${output.errorStyle.yellow('!')} ${capital(subject)} ${verdict}:`);
  for (const line of losses) output.note(`  ${line}`);
  if (await confirm(context, 'Go on?')) return true;
  output.note('nothing was changed');
  return false;
}

/** What cannot be foreseen counts as a loss: nobody has said that it is none. */
function verdictOn({ losses, unseen }: LossReport): Verdict {
  if (losses.length === 0) return 'may lose data';
  return unseen.length === 0 && losses.every(({ kind }) => kind === 'refused' || kind === 'violating') ? 'would fail' : 'would lose data';
}
