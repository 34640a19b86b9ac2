import { type LedgerEvent, LedgerNotReadable, readEvents } from '@godwit/migrator';
import { type Client, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { columns, count, fit, visibleLength } from '../output/columns.ts';
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

/** A line an event where they fit; on a narrow terminal who it was stands on a line below. */
function render({ output }: CommandContext, events: readonly LedgerEvent[]): string[] {
  const { style, width } = output;
  const below = (text: string) => style.dim(`      ${fit(text, width - 6)}`);
  const table = (who: (event: LedgerEvent) => string) => {
    const rowsWith = (name: (event: LedgerEvent) => string) =>
      columns(events.map((event) => [when(event, style), event.action, name(event), style.dim(took(event)), style.dim(who(event))]));
    const room = width - Math.max(...rowsWith(() => '').map(visibleLength));
    return { room, lines: rowsWith((event) => fit(event.revision ?? '', Math.max(LEAST_NAME / 2, room))) };
  };
  const longest = Math.max(...events.map(({ revision }) => revision?.length ?? 0));
  const wide = table(whoDidIt);
  const fits = wide.room >= Math.min(longest, LEAST_NAME);
  const lines = fits ? wide.lines : table(() => '').lines;
  return events.flatMap((event, index) => {
    const why = reason(event);
    return [lines[index] ?? '', ...(fits ? [] : [below(whoDidIt(event))]), ...(why === null ? [] : [below(why)])];
  });
}

function when({ outcome, at }: LedgerEvent, style: Style): string {
  return `  ${(outcome === 'ok' ? style.green : style.red)(GLYPHS[outcome])} ${timestamp(at)}`;
}

/** To the right, as `0.4 s` below `12 ms`. */
function took({ durationMs }: LedgerEvent): string {
  return durationMs === null ? '' : duration(durationMs).padStart(6);
}

function whoDidIt({ who, clientAddress }: LedgerEvent): string {
  return `${who}${clientAddress ? ` from ${clientAddress}` : ''}`;
}

/** Why it failed, without the revision's name in front; what a renamed one was. */
function reason(event: LedgerEvent): string | null {
  const detail: unknown = event.detail;
  if (typeof detail !== 'object' || detail === null) return null;
  if (event.action === 'rename' && 'from' in detail) return `it was ${detail.from} before a merge`;
  if (event.outcome === 'ok' || !('error' in detail)) return null;
  return String(detail.error).replace(`${event.revision}: `, '');
}
