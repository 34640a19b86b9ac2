import type { Progress } from '@godwit/backfill';
import { progressAsData } from '../../backfill/follow-run.ts';
import { hasBackfillLedger } from '../../backfill/has-backfill-ledger.ts';
import { nextAfterPause, runLines } from '../../backfill/progress-line.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { header } from '../../output/header.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';

/** How far the last run of each backfill is, as the database knows it. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { latestProgress } = await loadBackfillEngine();
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    const runs = (await hasBackfillLedger(client)) ? await latestProgress(client) : [];
    const { output, invocation } = context;
    const waiting = runs.filter(needsSomebody);
    if (output.json) output.value({ database: database.display, runs: runs.map(progressAsData) });
    else if (runs.length === 0) {
      output.line(`no backfill has been run on ${database.display}`);
      output.line(`next: ${invocation} list`);
    } else {
      output.line(header(output, 'Backfills', database.display, counts(runs)));
      for (const progress of runs) for (const line of runLines(context, progress)) output.line(line);
      const [first] = waiting;
      const running = runs.find(({ state, workers }) => state === 'running' && workers > 0);
      if (first !== undefined) output.line(`next: ${nextAfterPause(first, invocation)}`);
      else if (running !== undefined) output.line(`next: ${invocation} watch ${running.name}`);
    }
    return waiting.length > 0 ? 2 : 0;
  });
}

/** Paused, or running in name only. */
function needsSomebody({ state, workers }: Progress): boolean {
  return state === 'paused' || (state === 'running' && workers === 0);
}

function counts(runs: readonly Progress[]): string {
  const states = ['running', 'paused', 'done', 'cancelled'] as const;
  return states
    .map((state) => ({ state, number: runs.filter((run) => run.state === state).length }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${number} ${state}`)
    .join(' · ');
}
