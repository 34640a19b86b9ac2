import { setTimeout as delay } from 'node:timers/promises';
import type { Progress } from '@godwit/backfill';
import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { progressAsData } from '../../backfill/follow-run.ts';
import { ensureBackfillLedger, openBackfill } from '../../backfill/open-backfill.ts';
import { runLines } from '../../backfill/progress-line.ts';
import { refusePooler } from '../../backfill/refuse-pooler.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { count } from '../../output/columns.ts';
import { header } from '../../output/header.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { type Session, withSession } from '../../session/open-session.ts';
import { countOption, flagOption } from '../../session/options.ts';

const LOOK_EVERY_MS = 2_000;

const Options = v.object({ workers: countOption('--workers'), wait: flagOption });

/** Helps with every run that is under way, until there is none. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { workers, wait } = v.parse(Options, input.options);
  const { latestProgress } = await loadBackfillEngine();
  return withSession<ExitCode>(
    context,
    input,
    async (session) => {
      const { output, signal } = context;
      await refusePooler(session);
      await ensureBackfillLedger(session.client);
      if (!output.json) output.line(header(output, 'Work', session.database.display, wait ? 'until Ctrl-C' : 'until nothing is under way'));
      while (!signal.aborted) {
        const runs = (await patiently(context, session, latestProgress)) ?? [];
        if (signal.aborted) break;
        const next = runs.find(({ state }) => state === 'running');
        if (next !== undefined) await help(context, session, next, workers);
        else if (!wait) break;
        else await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      }
      if (signal.aborted) throw signal.reason;
      return 0;
    },
    { interruptible: false },
  );
}

async function help(context: CommandContext, session: Session, { name, id }: Progress, wanted: number | undefined): Promise<void> {
  const { openRun, readProgress, runBackfill, settingsOf } = await loadBackfillEngine();
  const { output, signal } = context;
  const found = await patiently(context, session, async (client) => {
    const open = await openBackfill(context, { ...session, client }, name);
    return { open, ...(await openRun({ client, ...open })) };
  });
  if (found === null) return;
  const { open, run } = found;
  const workers = wanted ?? settingsOf(open.backfill.definition.settings, run.settings).workers;
  if (!output.json) output.line(`  helps with ${name}: ${count(workers, 'worker')}`);
  await runBackfill({ runId: id, ...open, connect: session.connect, workers, signal, observer: () => undefined });
  const [progress] = (await patiently(context, session, (client) => readProgress(client, [id]))) ?? [];
  if (progress === undefined) return;
  if (output.json) output.value({ event: progress.state, ...progressAsData(progress) });
  else for (const line of runLines(context, progress)) output.line(line);
}

/**
 * Asks over a connection of its own: one that is kept during a run may have broken. While the server is gone, waits for it.
 *
 * @returns null when the signal was raised meanwhile
 */
async function patiently<T>({ signal }: CommandContext, { connect }: Session, ask: (client: Client) => Promise<T>): Promise<T | null> {
  const { reconnect } = await loadBackfillEngine();
  const client = await reconnect({ connect, signal, observer: () => undefined });
  return client === null ? null : await ask(client).finally(() => client.end().catch(() => undefined));
}
