import type { OutOfReach, Progress } from '@godwit/backfill';
import { nameOfApplied, readLedger } from '@godwit/migrator';
import { progressAsData } from '../../backfill/follow-run.ts';
import { hasBackfillLedger } from '../../backfill/has-backfill-ledger.ts';
import { backfillFolder } from '../../backfill/open-backfill.ts';
import { percentDone } from '../../backfill/progress-line.ts';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { columnsWithin, count } from '../../output/columns.ts';
import { header } from '../../output/header.ts';
import { ago } from '../../output/time.ts';
import { loadBackfillEngine } from '../../session/load-backfill-engine.ts';
import { withSession } from '../../session/open-session.ts';

const LEAST_ABOUT = 20;

/** The backfills of the project, and how far each is here. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { listBackfills, loadBackfill, latestProgress, NoBackfills, outOfReach } = await loadBackfillEngine();
  const { root, shown } = backfillFolder(context);
  const names = listBackfills(root);
  if (names.length === 0) throw new NoBackfills(shown);
  const backfills = await Promise.all(names.map((name) => loadBackfill(root, shown, name)));
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    const known = (await hasBackfillLedger(client)) ? await latestProgress(client) : [];
    const applied = (await readLedger(client)).applied.map(nameOfApplied);
    const { output } = context;
    const entries = backfills.map(({ name, definition }) => ({
      name,
      definition,
      progress: known.find((run) => run.name === name) ?? null,
      reach: outOfReach(definition, applied),
    }));
    if (output.json) {
      output.value(
        entries.map(({ name, definition: { about, table, after, until, schedule, mode }, progress, reach }) => ({
          name,
          about,
          table,
          mode,
          after,
          until,
          schedule,
          outOfReach: reach,
          run: progress && progressAsData(progress),
        })),
      );
      return 0;
    }
    output.line(header(output, 'Backfills', database.display, count(entries.length, 'backfill')));
    const { style, width } = output;
    const rows = entries.map(({ name, definition, progress, reach }) => [
      `  ${glyph(progress)} ${name}`,
      definition.about,
      style.dim(stateInWords(progress, reach, context.now())),
    ]);
    for (const line of columnsWithin(rows, { width, flexible: 1, least: LEAST_ABOUT })) output.line(line);
    return 0;
  });
}

function glyph(progress: Progress | null): string {
  if (progress === null) return '·';
  return { running: '◐', paused: '■', cancelled: '✖', done: '✔' }[progress.state];
}

function stateInWords(progress: Progress | null, reach: OutOfReach | null, now: Date): string {
  if (progress === null && reach !== null) return reach.why === 'over' ? 'of the past' : `needs ${reach.revision}`;
  if (progress === null) return 'never run here';
  const { state, endedAt, changedAt } = progress;
  if (state === 'running') return `${percentDone(progress) ?? 0} %`;
  return `${state} ${ago(endedAt ?? changedAt, now)}`;
}
