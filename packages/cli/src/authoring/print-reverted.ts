import type { Revision } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { duration } from '../output/time.ts';
import type { Session } from '../session/open-session.ts';
import type { OpenedAgain } from './open-again.ts';

interface Opened {
  readonly opened: OpenedAgain;
  readonly target: Revision;
  /** Where the history ends now: a revision's name, or `base`. */
  readonly head: string;
}

/** What `uncommit` and `amend` have done, and what comes next. */
export function printReverted(context: CommandContext, { database }: Session, { opened, target, head }: Opened): void {
  const { output, invocation } = context;
  const { reverted, aside } = opened;
  if (output.json) {
    output.value({
      opened: target.name,
      head,
      revert: target.revert?.kind ?? null,
      reverted: reverted.map(({ step }) => step.name),
      aside: aside.map(({ name }) => name),
    });
    return;
  }
  const { green, yellow, dim } = output.style;
  for (const { step, ms } of reverted) output.line(`  ${yellow('↶')} ${step.name}  ${dim(duration(ms))}`);
  if (reverted.length === 0) output.line(`  ${dim('·')} ${database.display} does not hold it`);
  for (const { name } of aside) output.line(`  ${yellow('◌')} ${name} is set aside`);
  const back =
    target.revert?.kind === 'irreversible'
      ? ', and revert.sql says why there is no way back'
      : target.revert
        ? ', its way back is revert.sql'
        : '';
  output.line(`${green('✔')} ${target.name} is current.sql again${back}; head is ${head}`);
  const then = aside.length === 0 ? '' : ' puts those that are set aside after it again';
  output.line(`next: edit it, then ${invocation} commit${then}`);
}
