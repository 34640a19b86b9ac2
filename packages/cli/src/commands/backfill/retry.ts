import { openBackfill } from '../../backfill/open-backfill.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { count } from '../../output/columns.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';

/** Tries the dead rows of the last run again, each in a transaction of its own. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const [name = ''] = input.arguments;
  const { latestRun, NoRun, retryDeadRows } = await loadBackfillEngine();
  return withSession<ExitCode>(context, input, async (session) => {
    const { client } = session;
    const open = await openBackfill(context, session, name);
    const last = await latestRun(client, name);
    if (last === null) throw new NoRun(name);
    const { alive, dead } = await retryDeadRows({ client, ...open, runId: last.id, signal: context.signal });
    const { output, invocation } = context;
    if (output.json) output.value({ backfill: name, done: alive.length, dead });
    else {
      const { green, red } = output.style;
      if (alive.length + dead.length === 0) output.line(`${green('✔')} ${name} has no dead rows`);
      if (alive.length > 0) output.line(`${green('✔')} ${count(alive.length, 'row is', 'rows are')} done now`);
      for (const { key, message, sqlState } of dead.slice(0, 5)) output.line(`  ${red('✖')} ${key.join(', ')}: ${message} (${sqlState})`);
      if (dead.length > 0) output.line(`next: ${invocation} dead ${name}`);
      else if (last.state === 'paused') output.line(`next: ${invocation} run ${name}`);
    }
    return dead.length > 0 ? 2 : 0;
  });
}
