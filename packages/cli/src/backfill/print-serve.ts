import type { Backfill, Schedule, ServeEvent } from '@godwit/backfill';
import { GodwitError } from '@godwit/diagnostics';
import type { CommandContext } from '../context.ts';
import { columns, count } from '../output/columns.ts';
import { header } from '../output/header.ts';
import { reportError } from '../output/report-error.ts';
import type { Style } from '../output/style.ts';
import { timestamp } from '../output/time.ts';
import { explainServerError } from '../session/explain-server-error.ts';
import type { SelectedDatabase } from '../session/select-database.ts';
import { serveEventAsData } from './serve-event-as-data.ts';
import { type ServeLine, serveLine, VERIFICATION, type Weight } from './serve-line.ts';

/** A line for each thing that happens, with its time in UTC: what wants attention goes to stderr. With `--json` an event on each. */
export function printServe(context: CommandContext, database: SelectedDatabase): (event: ServeEvent) => void {
  const { output, now, invocation } = context;
  if (output.json) return (event) => output.value(serveEventAsData(event, invocation));
  return (event) => {
    if (event.kind === 'serving') printServing(context, database, event);
    else if (event.kind === 'dead') {
      for (const { key, message, sqlState } of event.rows)
        printLine(context, database, { weight: 'wrong', text: `${event.backfill}  dead row ${key.join(', ')}: ${message} (${sqlState})` });
    } else printLine(context, database, serveLine(event, now(), invocation));
  };
}

const GLYPHS: Readonly<Record<Weight, (style: Style) => string>> = {
  good: ({ green }) => green('✔'),
  going: ({ yellow }) => yellow('◐'),
  quiet: () => '·',
  look: ({ yellow }) => yellow('!'),
  wrong: ({ red }) => red('✖'),
};

function printLine(
  { output, now, invocation }: CommandContext,
  { settings }: SelectedDatabase,
  { weight, text, next, error }: ServeLine,
): void {
  const toStderr = weight === 'look' || weight === 'wrong';
  const style = toStderr ? output.errorStyle : output.style;
  const line = `${style.dim(timestamp(now()).slice(11))} ${GLYPHS[weight](style)} ${text}`;
  if (toStderr) output.note(line);
  else output.line(line);
  if (error !== undefined) {
    const explained = explainServerError(error, settings.user);
    // A connection that broke in other words than we know is no defect.
    if (weight === 'wrong' || explained instanceof GodwitError) reportError(output, explained, invocation);
    else output.note(`  because: ${explained instanceof Error ? explained.message : String(explained)}`);
  }
  if (next !== undefined) output.note(`next: ${next}`);
}

interface Serving {
  readonly backfills: readonly Backfill[];
  readonly verifyAt: Schedule | null;
  readonly unscheduled: readonly string[];
}

function printServing({ output }: CommandContext, { display }: SelectedDatabase, { backfills, verifyAt, unscheduled }: Serving): void {
  const scheduled = backfills.flatMap(({ name, definition: { schedule } }) => (schedule === null ? [] : [{ name, ...schedule }]));
  const all = [...scheduled, ...(verifyAt === null ? [] : [{ name: VERIFICATION, ...verifyAt }])];
  output.line(header(output, 'Serve', display, `${count(backfills.length, 'backfill')} · Ctrl-C ends it`));
  for (const line of columns(all.map(({ name, cron, timezone }) => [`  · ${name}`, cron, output.style.dim(timezone)]))) output.line(line);
  for (const name of unscheduled) output.line(`  · ${name}  has no schedule any more`);
}
