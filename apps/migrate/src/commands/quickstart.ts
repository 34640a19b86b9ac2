import { GodwitError } from '@godwit/diagnostics';
import { readLedger } from '@godwit/migrator';
import { readSql } from '@godwit/postgres';
import { shownQueries } from '@godwit/queries';
import {
  BACKFILL_DEFINITIONS,
  type CommandContext,
  type CommandInput,
  type CommandNames,
  columns,
  columnsWithin,
  commandNames,
  DEFINITIONS,
  duration,
  type ExitCode,
  fit,
  flow,
  isProduction,
  type Session,
  withSession,
} from 'godwit';
import * as v from 'valibot';
import { SeedsRefused } from '../seeding/errors.ts';
import { SEED } from './seed-definition.ts';

const tableRow = v.object({ found: v.boolean() });

/** A title in less room says nothing. */
const LEAST_TITLE = 16;

/**
 * What the seed data leaves to do, and what an application would add. `shelf-retire-stars` is for somebody to decide; `shelf-fingerprints` would
 * change rows of the seed data, and the next quickstart could not say that all of it is as it was.
 */
const BACKFILLS = ['shelf-rating-dimensions', 'shelf-book-embeddings', 'verse-insight-embeddings'];

/** The database of DATABASE_URL has tables that nobody migrated: it belongs to something else. */
class NotOurDatabase extends GodwitError {
  constructor(database: string) {
    super({
      code: 'GW195',
      message: `${database} holds tables that were not made by these migrations, so the quickstart leaves it alone`,
      help: 'unset DATABASE_URL to use the embedded server, or name an empty database:\nDATABASE_URL=postgres://localhost/empty pnpm quickstart',
    });
  }
}

/** Upgrades, seeds, shows the state and three queries, and says what to try next. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const started = performance.now();
  const { output } = context;
  const { bold, dim } = output.style;
  const names = commandNames(context.invocation);
  if (isProduction(context)) throw new SeedsRefused();
  await withSession(context, input, (session) => refuseForeignDatabase(session));
  const nothing: CommandInput = { arguments: [], options: input.options };
  for (const name of ['upgrade', 'seed', 'status']) {
    const code = await runCommand({ ...context, invocation: names.godwit }, name, nothing);
    if (code !== 0) return code;
    output.line();
  }
  for (const backfill of BACKFILLS) {
    const code = await runBackfill({ ...context, invocation: names.backfill }, backfill, input);
    if (code !== 0) return code;
  }
  output.line();
  await withSession(context, input, async ({ client, database }) => {
    for (const { question, how, run: ask } of shownQueries) {
      output.line(bold(question));
      output.line(dim(fit(how, output.width)));
      const rows = (await ask(client)).map((row) => Object.values(row).map((cell, index) => (index === 0 ? `  ${cell}` : cell)));
      for (const line of columnsWithin(rows, { width: output.width, flexible: 0, least: LEAST_TITLE })) output.line(line);
      output.line();
    }
    output.line(`${output.style.green('✔')} ${database.display} is ready  ${dim(duration(performance.now() - started))}`);
    output.line(`  ${where(database)}`);
  });
  for (const line of nextLines(commandNames(context.invocation), output.width)) output.line(line);
  return 0;
}

/** Three commands to try; where that is too wide each with what it does below it. */
function nextLines({ godwit, database, backfill }: CommandNames, width: number): string[] {
  const rows = [
    [`next: ${godwit} downgrade -1`, 'take the last revision back'],
    [`      ${backfill} list`, 'the data migrations'],
    [`      ${database} psql`, 'look around'],
  ];
  const lines = columns(rows);
  return lines.every((line) => line.length <= width) ? lines : rows.flatMap((row) => flow(row, width, 8));
}

async function runCommand(context: CommandContext, name: string, input: CommandInput): Promise<ExitCode> {
  const definition = [...DEFINITIONS, SEED].find((candidate) => candidate.name === name);
  if (!definition) throw new Error(`there is no command ${name}`);
  const { run: command } = await definition.load();
  return command(context, input);
}

async function runBackfill(context: CommandContext, name: string, { options }: CommandInput): Promise<ExitCode> {
  const definition = BACKFILL_DEFINITIONS.find((candidate) => candidate.name === 'run');
  if (!definition) throw new Error('there is no command run');
  const { run: command } = await definition.load();
  return command(context, { arguments: [name], options });
}

async function refuseForeignDatabase({ client, database }: Session): Promise<void> {
  const ledger = await readLedger(client);
  if (ledger.installed) return;
  const { rows } = await client.query(readSql(import.meta.url, './sql/any-table.sql'));
  if (v.parse(tableRow, rows[0]).found) throw new NotOurDatabase(database.display);
}

function where({ settings: { host, port, user, database } }: Session['database']): string {
  return `postgres://${user}@${host}:${port}/${database}`;
}
