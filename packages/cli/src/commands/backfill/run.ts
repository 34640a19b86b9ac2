import type { BackfillEvent, Opened, Progress, Run } from '@godwit/backfill';
import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { followRun, progressAsData } from '../../backfill/follow-run.ts';
import { type OpenBackfill, openBackfill } from '../../backfill/open-backfill.ts';
import { nextAfterPause, runLines } from '../../backfill/progress-line.ts';
import { refusePooler } from '../../backfill/refuse-pooler.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { count } from '../../output/columns.ts';
import { header } from '../../output/header.ts';
import { ago } from '../../output/time.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { type Session, withSession } from '../../session/open-session.ts';
import { countOption, flagOption } from '../../session/options.ts';

const Options = v.object({
  workers: countOption('--workers'),
  again: flagOption,
  verify: flagOption,
  acceptCode: flagOption,
  acceptScan: flagOption,
});

type RunOptions = v.InferOutput<typeof Options>;

/** Runs a backfill in the foreground, or goes on with its run. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = v.parse(Options, input.options);
  const [name = ''] = input.arguments;
  return withSession(
    context,
    input,
    async (session) => {
      await refusePooler(session);
      const open = await openBackfill(context, session, name);
      const opened = await begin(context, session, open, options);
      return opened === null ? 0 : await work(context, session, { ...open, opened, options });
    },
    { interruptible: false },
  );
}

/** The run to work on; null when there is nothing to do. */
async function begin(context: CommandContext, { client }: Session, open: OpenBackfill, options: RunOptions): Promise<Opened | null> {
  const { beginRun, latestRun } = await loadBackfillEngine();
  const { backfill, table } = open;
  const { output, signal, now } = context;
  const { again, verify, acceptCode, acceptScan } = options;
  const opened = await beginRun({
    client,
    backfill,
    table,
    signal,
    acceptCode,
    acceptScan,
    again: again ? 'all' : verify ? 'verify' : 'remaining',
  });
  if (opened !== null) return opened;
  const doneAt = (await latestRun(client, backfill.name))?.endedAt ?? null;
  if (output.json) output.value({ event: 'upToDate', backfill: backfill.name, doneAt });
  else {
    output.line(
      `${output.style.green('✔')} ${backfill.name} is done, and nothing remains${doneAt === null ? '' : `; done ${ago(doneAt, now())}`}`,
    );
    output.line(output.style.dim(`  to walk the whole table again: ${context.invocation} run ${backfill.name} --again`));
  }
  return null;
}

interface Work extends OpenBackfill {
  readonly opened: Opened;
  readonly options: RunOptions;
}

async function work(context: CommandContext, session: Session, { backfill, table, opened, options }: Work): Promise<ExitCode> {
  const { resumeBackfill, runBackfill, settingsOf } = await loadBackfillEngine();
  const { client, connect, database } = session;
  const { output, signal } = context;
  const settings = settingsOf(backfill.definition.settings, opened.run.settings);
  const workers = options.workers ?? (database.embedded ? 1 : settings.workers);
  if (opened.kind === 'paused') await resumeBackfill(client, backfill.name);
  if (!output.json) for (const line of beginLines(context, session, opened, workers)) output.line(line);
  const over = new AbortController();
  const working = runBackfill({
    runId: opened.run.id,
    backfill,
    table,
    connect,
    workers,
    signal,
    observer: printEvent(context),
  }).finally(() => over.abort());
  const [state] = await Promise.all([working, followRun(context, { connect, runId: opened.run.id, signal: over.signal })]);
  if (state === null) return await interrupted(context, session, opened.run);
  return await conclude(context, session, opened.run);
}

function beginLines(context: CommandContext, { database }: Session, { kind, run }: Opened, workers: number): string[] {
  const { output } = context;
  const words = {
    started: run.phase === 'sweep' ? 'what remains' : count(Number(run.estimatedRows), 'row'),
    running: 'goes on',
    paused: 'resumed',
  };
  const reason = kind === 'paused' && run.reason !== null ? [output.style.dim(`  it was paused: ${run.reason}`)] : [];
  return [header(output, `Backfill ${run.name}`, database.display, `${words[kind]} · ${count(workers, 'worker')}`), ...reason];
}

function printEvent({ output }: CommandContext): (event: BackfillEvent) => void {
  let isBroken = false;
  return (event) => {
    if (event.kind === 'dead') {
      for (const { key, message, sqlState } of event.rows) {
        if (output.json) output.value({ event: 'dead', key, message, sqlState });
        else output.note(`  ${output.errorStyle.red('✖')} dead row ${key.join(', ')}: ${message} (${sqlState})`);
      }
    }
    // Of a server that is gone each worker hears, again and again: it is said once, until something is done again.
    if (event.kind === 'disconnected' && !output.json && !isBroken)
      output.note(`  ${output.errorStyle.yellow('!')} the connection broke; it is opened again`);
    if (event.kind === 'disconnected' || event.kind === 'batch') isBroken = event.kind === 'disconnected';
    if (event.kind === 'verified' && event.wrong > 0 && !output.json)
      output.note(
        `  ${output.errorStyle.yellow('!')} ${count(event.wrong, 'row is', 'rows are')} wrong from ${event.range.from.join(', ')} to ${event.range.to.join(', ')}: done again`,
      );
  };
}

/** Ctrl-C pauses, unless others are at it: they go on. */
async function interrupted(context: CommandContext, { connect }: Session, run: Run): Promise<ExitCode> {
  const { pauseBackfill } = await loadBackfillEngine();
  const { output, invocation } = context;
  const client = await connect().catch(() => null);
  if (client === null) {
    if (!output.json)
      output.note(`the server does not answer, so that ${run.name} is not paused: nobody is at it\nnext: ${invocation} run ${run.name}`);
    throw context.signal.reason;
  }
  try {
    const before = await progressOf(client, run);
    if (before.state === 'running' && before.workers === 0) await pauseBackfill(client, run.name, 'interrupted by Ctrl-C');
    printEnd(context, await progressOf(client, run));
    const others = count(before.workers, 'other worker goes', 'other workers go');
    if (!output.json)
      output.note(before.workers > 0 ? `next: ${invocation} watch ${run.name}  (${others} on)` : `next: ${invocation} run ${run.name}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  throw context.signal.reason;
}

/** Over a connection of its own: that of the session may have broken during the run. */
async function conclude(context: CommandContext, { connect }: Session, run: Run): Promise<ExitCode> {
  const { output, invocation } = context;
  const client = await connect();
  const progress = await progressOf(client, run).finally(() => client.end());
  printEnd(context, progress);
  if (progress.state === 'done') {
    // Its reason is what remains.
    if (!output.json && progress.reason !== null) output.line(`next: ${invocation} run ${run.name}`);
    return 0;
  }
  if (!output.json && progress.state === 'paused') output.line(`next: ${nextAfterPause(progress, invocation)}`);
  return 3;
}

async function progressOf(client: Client, { id, name }: Run): Promise<Progress> {
  const { readProgress, NoRun } = await loadBackfillEngine();
  const [progress] = await readProgress(client, [id]);
  if (progress === undefined) throw new NoRun(name);
  return progress;
}

function printEnd(context: CommandContext, progress: Progress): void {
  const { output } = context;
  if (output.json) output.value({ event: progress.state, ...progressAsData(progress) });
  else for (const line of runLines(context, progress)) output.line(line);
}
