import { type LedgerEvent, LedgerNotReadable, readEvents } from '@godwit/migrator';
import { type Client, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { columns, count, fit } from '../output/columns.ts';
import { header } from '../output/header.ts';
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
      const lines = columns(events.map((event) => row(context, event)));
      for (const [index, line] of lines.entries()) {
        output.line(line);
        const why = reason(events[index]);
        if (why) output.line(output.style.dim(`      ${fit(why, output.width - 6)}`));
      }
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

function row({ output: { style, width } }: CommandContext, event: LedgerEvent): string[] {
  const paint = event.outcome === 'ok' ? style.green : style.red;
  const took = event.durationMs === null ? '' : duration(event.durationMs);
  return [
    `  ${paint(GLYPHS[event.outcome])} ${timestamp(event.at)}`,
    event.action,
    fit(event.revision ?? '', Math.max(16, width - 78)),
    style.dim(took),
    style.dim(`${event.who}${event.clientAddress ? ` from ${event.clientAddress}` : ''}`),
  ];
}

/** Why it failed, without the revision's name in front. */
function reason(event: LedgerEvent | undefined): string | null {
  const detail: unknown = event?.detail;
  if (event?.outcome === 'ok' || typeof detail !== 'object' || detail === null || !('error' in detail)) return null;
  return String(detail.error).replace(`${event?.revision}: `, '');
}
