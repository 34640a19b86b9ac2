import * as v from 'valibot';
import { changeRun } from '../../backfill/change-run.ts';
import { latestProgressOf } from '../../backfill/latest-progress-of.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';

const Options = v.object({ reason: v.optional(v.string(), 'somebody has paused it') });

/** Stops a run after the batches that are under way. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { reason } = v.parse(Options, input.options);
  const { pauseBackfill } = await loadBackfillEngine();
  return changeRun(context, input, async ({ client }, name) => {
    await latestProgressOf(context, client, name);
    await pauseBackfill(client, name, reason);
    return { next: `resume ${name}` };
  });
}
