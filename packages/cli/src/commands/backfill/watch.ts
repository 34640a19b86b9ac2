import { followRun, progressAsData } from '../../backfill/follow-run.ts';
import { latestProgressOf } from '../../backfill/latest-progress-of.ts';
import { ensureBackfillLedger } from '../../backfill/open-backfill.ts';
import { nextAfterPause, runLines } from '../../backfill/progress-line.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { withSession } from '../../session/open-session.ts';

/** Follows a run until it ends, wherever it is worked on. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const [name = ''] = input.arguments;
  return withSession<ExitCode>(
    context,
    input,
    async ({ client, connect }) => {
      await ensureBackfillLedger(client);
      const { id } = await latestProgressOf(context, client, name);
      const { output, signal, invocation } = context;
      const progress = await followRun(context, { connect, runId: id, signal });
      if (signal.aborted) throw signal.reason;
      if (progress === null) return 1;
      if (output.json) output.value({ event: progress.state, ...progressAsData(progress) });
      else {
        for (const line of runLines(context, progress)) output.line(line);
        if (progress.state === 'paused') output.line(`next: ${nextAfterPause(progress, invocation)}`);
      }
      return progress.state === 'done' ? 0 : 3;
    },
    { interruptible: false },
  );
}
