import { type LedgerEvent, LedgerNotReadable, readEvents } from '@godwit/migrator';
import { type Client, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { columnsWithin, count, fit, roomFor } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Style } from '../output/style.ts';
import { duration, timestamp } from '../output/time.ts';
import { withSession } from '../session/open-session.ts';
import { countOption } from '../session/options.ts';

const DEFAULT_LIMIT = 20;

const NOT_PERMITTED = '42501';

const Options = v.object({ limit: countOption('--limit') });

/** Prints who changed this database, newest first. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { limit } = v.parse(Options, input.options);
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    const events = await readLog(client, limit ?? DEFAULT_LIMIT);
    const { output } = context;
    if (output.json) output.value({ database: database.display, events });
    else if (events.length === 0) output.line(`nothing yet: Godwit has not changed ${database.display}`);
    else {
      output.line(header(output, 'Log', database.display, count(events.length, 'entry', 'entries')));
      for (const line of render(context, events)) output.line(line);
    }
    return 0;
  });
}

async function readLog(client: Client, limit: number): Promise<readonly LedgerEvent[]> {
  try {
    return await readEvents(client, limit);
  } catch (error) {
    throw sqlStateOf(error) === NOT_PERMITTED ? new LedgerNotReadable(client.user ?? 'of this connection', error) : error;
  }
}

const GLYPHS = { ok: '✔', failed: '✖', interrupted: '◐' } as const;

/** A revision's name in less room says nothing. */
const LEAST_NAME = 24;

/** A line an event, with who it was at its end; on a narrow terminal above those of one person. */
function render({ output: { style, width } }: CommandContext, events: readonly LedgerEvent[]): string[] {
  const cells = events.map((event) => [
    when(event, style),
    event.action,
    event.revision ?? backfillOf(event) ?? '',
    style.dim(took(event)),
  ]);
  const complete = cells.map((row, index) => [...row, style.dim(whoDidIt(events[index]))]);
  const longest = Math.max(...cells.map(([, , name = '']) => name.length));
  const fits = roomFor(complete, 2, width) >= Math.min(longest, LEAST_NAME);
  const lines = columnsWithin(fits ? complete : cells, { width, flexible: 2, least: LEAST_NAME / 2 });
  return events.flatMap((event, index) => {
    const [who, why] = [whoDidIt(event), reason(event)];
    const above = fits || (index > 0 && who === whoDidIt(events[index - 1])) ? [] : [style.dim(`  ${fit(who, width - 2)}`)];
    return [...above, lines[index] ?? '', ...(why === null ? [] : [style.dim(`      ${fit(why, width - 6)}`)])];
  });
}

function when({ outcome, at }: LedgerEvent, style: Style): string {
  return `  ${(outcome === 'ok' ? style.green : style.red)(GLYPHS[outcome])} ${timestamp(at)}`;
}

/** To the right, as `0.4 s` below `12 ms`. */
function took({ durationMs }: LedgerEvent): string {
  return durationMs === null ? '' : duration(durationMs).padStart(6);
}

function whoDidIt(event: LedgerEvent | undefined): string {
  return event === undefined ? '' : `${event.who}${event.clientAddress ? ` from ${event.clientAddress}` : ''}`;
}

const aboutBackfill = v.object({ backfill: v.string() });

/** What an event of `godwit backfill` is about. */
function backfillOf({ detail }: LedgerEvent): string | null {
  const parsed = v.safeParse(aboutBackfill, detail);
  return parsed.success ? parsed.output.backfill : null;
}

/** Why it failed or a run stands still, without the revision's name in front; what a renamed one was. */
function reason(event: LedgerEvent): string | null {
  const detail: unknown = event.detail;
  if (typeof detail !== 'object' || detail === null) return null;
  if (event.action === 'rename' && 'from' in detail) return `it was ${detail.from} before a merge`;
  if ('reason' in detail && typeof detail.reason === 'string') return detail.reason;
  if (event.outcome === 'ok' || !('error' in detail)) return null;
  return String(detail.error).replace(`${event.revision}: `, '');
}
