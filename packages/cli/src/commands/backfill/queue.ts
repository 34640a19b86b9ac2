import * as v from 'valibot';
import { momentOption } from '../../backfill/moment.ts';
import { openBackfill } from '../../backfill/open-backfill.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { count } from '../../output/columns.ts';
import { timestamp } from '../../output/time.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';

/** Asks whoever serves to run a backfill. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { at = null } = v.parse(v.object({ at: momentOption('--at', context.now()) }), input.options);
  const [name = ''] = input.arguments;
  const { queueRun, QueueNeedsServer } = await loadBackfillEngine();
  return withSession<ExitCode>(context, input, async (session) => {
    if (session.database.embedded) throw new QueueNeedsServer();
    await openBackfill(context, session, name);
    const { job, serving } = await queueRun({ ...session, name, at });
    const { output, invocation } = context;
    if (output.json) output.value({ backfill: name, job, at, serving });
    else {
      const when = at === null ? '' : ` for ${timestamp(at)} UTC`;
      output.line(
        `${output.style.green('✔')} ${name} is queued${when}; ${serving === 0 ? 'nobody serves' : count(serving, 'process serves', 'processes serve')}`,
      );
      output.line(`next: ${invocation} ${serving === 0 ? 'serve' : 'status'}`);
    }
    return 0;
  });
}
