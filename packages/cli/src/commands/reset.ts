import { GodwitError } from '@godwit/diagnostics';
import { assertSound } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import { connect, isLoopback, quoteIdentifier, UnknownDatabase, withClient } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { runActions } from '../execution/run-actions.ts';
import { openHistory } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';
import { refuseOnProduction } from '../session/production.ts';
import { type SelectedDatabase, selectDatabase } from '../session/select-database.ts';
import { run as upgrade } from './upgrade.ts';

const Options = v.object({ erase: flagOption });

/** `reset` without the words that say it is meant. */
class ResetNotConfirmed extends GodwitError {
  constructor(message: string, help: string) {
    super({ code: 'GW551', message, help });
  }
}

/** Drops and creates the database, then applies the whole history. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { erase } = v.parse(Options, input.options);
  const history = await openHistory(context);
  assertSound(history);
  const database = await selectDatabase(context, input);
  const { settings } = database;
  const command = `godwit reset --erase${isLoopback(settings) ? '' : ` --database ${settings.database}`}`;
  if (!erase) throw new ResetNotConfirmed(`Reset drops every row of ${database.display}`, `if that is meant: ${command}`);
  if (!isLoopback(settings) && !database.named) {
    throw new ResetNotConfirmed(`${database.display} is not on this machine`, `name the database to drop: ${command}`);
  }
  await refuseProduction(context, database);

  const gmrc = await openGmrc(context);
  const { placeholders } = executeSettings(context, NO_OPTIONS, { gmrc, settings });
  await recreate(settings);
  if (!context.output.json) context.output.line(`${context.output.style.yellow('↶')} ${database.display} erased`);
  await runActions(context, 'afterReset', { gmrc, settings, placeholders });
  return upgrade(context, { arguments: ['head'], options: { ...input.options } });
}

/** A database that does not exist yet is no production database. */
async function refuseProduction(context: CommandContext, database: SelectedDatabase): Promise<void> {
  try {
    const ledger = await withClient(database.settings, readLedger);
    refuseOnProduction(context, 'reset', database.display, ledger);
  } catch (error) {
    if (!(error instanceof UnknownDatabase)) throw error;
  }
}

async function recreate(settings: SelectedDatabase['settings']): Promise<void> {
  const client = await connect({ ...settings, database: 'postgres' });
  try {
    const name = quoteIdentifier(settings.database);
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}
