import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { progressAsData } from './follow-run.ts';
import { latestProgressOf } from './latest-progress-of.ts';
import { ensureBackfillLedger } from './open-backfill.ts';
import { runLines } from './progress-line.ts';

/** What `pause`, `resume`, `cancel` and `set` have in common: a change by SQL, then how the run stands and what comes next. */
export async function changeRun(
  context: CommandContext,
  input: CommandInput,
  change: (session: Session, name: string) => Promise<{ readonly next: string | null; readonly told?: string }>,
): Promise<ExitCode> {
  const [name = ''] = input.arguments;
  return withSession<ExitCode>(context, input, async (session) => {
    await ensureBackfillLedger(session.client);
    const { next, told } = await change(session, name);
    const progress = await latestProgressOf(context, session.client, name);
    const { output, invocation } = context;
    if (output.json) output.value(progressAsData(progress));
    else {
      for (const line of runLines(context, progress)) output.line(line);
      if (told !== undefined) output.line(`      ${told}`);
      if (next !== null) output.line(`next: ${invocation} ${next}`);
    }
    return 0;
  });
}
