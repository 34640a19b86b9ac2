import type { GivenUp, Progress } from '@godwit/backfill';
import type { Client } from '@godwit/postgres';
import { progressAsData } from '../../backfill/follow-run.ts';
import { hasBackfillLedger } from '../../backfill/has-backfill-ledger.ts';
import { refuseUnrun } from '../../backfill/latest-progress-of.ts';
import { nextAfterPause, runLines } from '../../backfill/progress-line.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { count } from '../../output/columns.ts';
import { header } from '../../output/header.ts';
import { ago } from '../../output/time.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';

/** How far the last run of each backfill is, or of one, as the database knows it. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const [name = null] = input.arguments;
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    const { runs, givenUp } = await read(context, client, name);
    const { output, invocation } = context;
    const next = nextStep({ runs, givenUp }, invocation);
    if (output.json) output.value({ database: database.display, runs: runs.map(progressAsData), givenUp });
    else if (runs.length + givenUp.length === 0) {
      output.line(`no backfill has been run on ${database.display}`);
      output.line(`next: ${invocation} list`);
    } else {
      output.line(header(output, 'Backfills', database.display, counts(runs, givenUp)));
      for (const progress of runs) {
        for (const line of runLines(context, progress)) output.line(line);
        for (const each of givenUp) if (each.backfill === progress.name) output.line(givenUpLine(context, each));
      }
      for (const each of givenUp.filter(({ backfill }) => !runs.some((run) => run.name === backfill))) {
        output.line(`  ${output.style.red('✖')} ${each.backfill}  never begun`);
        output.line(givenUpLine(context, each));
      }
      if (next !== null) output.line(`next: ${next}`);
    }
    return givenUp.length > 0 || runs.some(needsSomebody) ? 2 : 0;
  });
}

interface Standing {
  readonly runs: readonly Progress[];
  readonly givenUp: readonly GivenUp[];
}

/** @throws UnknownBackfill, NoRun when a name is given that nothing is known of */
async function read(context: CommandContext, client: Client, name: string | null): Promise<Standing> {
  const { latestProgress, listGivenUp } = await loadBackfillEngine();
  const known = await hasBackfillLedger(client);
  const all: Standing = known ? { runs: await latestProgress(client), givenUp: await listGivenUp(client) } : { runs: [], givenUp: [] };
  if (name === null) return all;
  const runs = all.runs.filter((run) => run.name === name);
  const givenUp = all.givenUp.filter(({ backfill }) => backfill === name);
  return runs.length + givenUp.length === 0 ? await refuseUnrun(context, name) : { runs, givenUp };
}

/** Paused, or running in name only. */
function needsSomebody({ state, workers }: Progress): boolean {
  return state === 'paused' || (state === 'running' && workers === 0);
}

/** For what is paused, then what is given up, then what nobody is at, then what can be watched. */
function nextStep({ runs, givenUp }: Standing, invocation: string): string | null {
  const paused = runs.find(({ state }) => state === 'paused');
  if (paused !== undefined) return nextAfterPause(paused, invocation);
  const [first] = givenUp;
  if (first !== undefined) return `${invocation} queue ${first.backfill}`;
  const left = runs.find(needsSomebody);
  if (left !== undefined) return nextAfterPause(left, invocation);
  const running = runs.find(({ state }) => state === 'running');
  return running === undefined ? null : `${invocation} watch ${running.name}`;
}

function givenUpLine({ output, now }: CommandContext, { at, tries, reason }: GivenUp): string {
  const words = `given up ${ago(at, now())} after ${count(tries, 'try', 'tries')}${reason === null ? '' : `: ${reason}`}`;
  return `      ${output.style.red(words)}`;
}

function counts(runs: readonly Progress[], givenUp: readonly GivenUp[]): string {
  const states = ['running', 'paused', 'done', 'cancelled'] as const;
  return [
    ...states.map((state) => ({ state, number: runs.filter((run) => run.state === state).length })),
    { state: 'given up', number: givenUp.length },
  ]
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${number} ${state}`)
    .join(' · ');
}
