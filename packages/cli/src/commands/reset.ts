import { GodwitError } from '@godwit/diagnostics';
import { assertSound } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import { type Client, isLoopback, quoteIdentifier, UnknownDatabase, withClient } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { runActions } from '../execution/run-actions.ts';
import { explainServerError } from '../session/explain-server-error.ts';
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

/** The role could not finish what it would begin. */
class ResetNotPermitted extends GodwitError {
  constructor(reason: string, role: string) {
    super({
      code: 'GW556',
      message: `The role ${reason}, so nothing was changed`,
      help: `use the role that owns the database and may create databases: alter role ${quoteIdentifier(role)} createdb`,
    });
  }
}

/** Where one stands to drop another. */
const MAINTENANCE_DATABASE = 'postgres';

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
  if (settings.database === MAINTENANCE_DATABASE)
    throw new ResetNotConfirmed(`${database.display} is the server's own database`, "give the URL of the application's: --database URL");
  const exists = await refuseProduction(context, database);

  const gmrc = await openGmrc(context);
  const { placeholders } = executeSettings(context, NO_OPTIONS, { gmrc, settings });
  const actions = { gmrc, settings, placeholders };
  if (exists) await runActions(context, 'beforeReset', actions);
  await recreate(settings);
  if (!context.output.json) context.output.line(`${context.output.style.yellow('↶')} ${database.display} erased`);
  await runActions(context, 'afterReset', actions);
  return upgrade(context, { arguments: ['head'], options: { ...input.options } });
}

/** A database that does not exist yet is no production database. Says whether it does. */
async function refuseProduction(context: CommandContext, database: SelectedDatabase): Promise<boolean> {
  try {
    const ledger = await withClient(database.settings, readLedger);
    refuseOnProduction(context, 'reset', database.display, ledger);
    return true;
  } catch (error) {
    if (error instanceof UnknownDatabase) return false;
    throw error;
  }
}

async function recreate(settings: SelectedDatabase['settings']): Promise<void> {
  const name = quoteIdentifier(settings.database);
  try {
    await withClient({ ...settings, database: MAINTENANCE_DATABASE }, async (client) => {
      await checkRights(client, settings);
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
    });
  } catch (error) {
    throw explainServerError(error, settings.user);
  }
}

/** Asked before the drop: a database that is gone and cannot be made again is worse than either. */
async function checkRights(client: Client, { database, user }: SelectedDatabase['settings']): Promise<void> {
  const { rows } = await client.query<{ creates: boolean; owns: boolean }>({
    text: `select rolsuper or rolcreatedb as creates,
        coalesce((select pg_catalog.pg_has_role(current_user, datdba, 'usage') from pg_catalog.pg_database where datname = $1), true) as owns
      from pg_catalog.pg_roles where rolname = current_user`,
    values: [database],
  });
  const [{ creates, owns } = { creates: true, owns: true }] = rows;
  if (!owns) throw new ResetNotPermitted(`${user} does not own the database ${database}`, user);
  if (!creates) throw new ResetNotPermitted(`${user} may drop the database ${database} and may not create it again`, user);
}
