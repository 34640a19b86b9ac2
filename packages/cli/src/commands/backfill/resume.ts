import * as v from 'valibot';
import { changeRun } from '../../backfill/change-run.ts';
import { openBackfill } from '../../backfill/open-backfill.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { flagOption } from '../../session/options.ts';

const Options = v.object({ acceptCode: flagOption });

/** Lets workers go on with a paused run; of other code only when that is said. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { acceptCode } = v.parse(Options, input.options);
  const { latestRun, openRun, NoRun, resumeBackfill } = await loadBackfillEngine();
  return changeRun(context, input, async (session, name) => {
    const { client } = session;
    const open = await openBackfill(context, session, name);
    const last = await latestRun(client, name);
    if (last === null) throw new NoRun(name);
    // Of a run that is under way this only compares and notes the code.
    if (last.endedAt === null) await openRun({ client, ...open, acceptCode });
    await resumeBackfill(client, name);
    return { next: `run ${name}` };
  });
}
