import { GodwitError } from '@godwit/diagnostics';
import { assertSound } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import { isLoopback, UnknownDatabase, withClient } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { runActions } from '../execution/run-actions.ts';
import { type DatabaseProperties, readProperties } from '../reset/database-properties.ts';
import { MAINTENANCE_DATABASE, recreateDatabase } from '../reset/recreate-database.ts';
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

/** One does not stand in a template, nor erase where everybody stands to create and drop databases. */
const SERVER_DATABASES = [MAINTENANCE_DATABASE, 'template0', 'template1'];

/** Puts an empty database in the place of this one, then applies the whole history. */
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
  const properties = SERVER_DATABASES.includes(settings.database) ? null : await inspect(context, database);
  if (SERVER_DATABASES.includes(settings.database) || properties?.is_template === true)
    throw new ResetNotConfirmed(
      `${database.display} is the server's own database, or a template`,
      "name the application's: --database NAME, or another URL",
    );

  const gmrc = await openGmrc(context);
  const { placeholders } = executeSettings(context, NO_OPTIONS, { gmrc, settings });
  const actions = { gmrc, settings, placeholders };
  if (properties !== null) await runActions(context, 'beforeReset', actions);
  await recreateDatabase(settings, properties).catch((error: unknown) => {
    throw explainServerError(error, settings.user);
  });
  if (!context.output.json) context.output.line(`${context.output.style.yellow('↶')} ${database.display} erased`);
  await runActions(context, 'afterReset', actions);
  return upgrade(context, { arguments: ['head'], options: { ...input.options } });
}

/** What belongs to the database; null for one that does not exist yet, which is no production database. */
async function inspect(context: CommandContext, { settings, display }: SelectedDatabase): Promise<DatabaseProperties | null> {
  try {
    return await withClient(settings, async (client) => {
      refuseOnProduction(context, 'reset', display, await readLedger(client));
      return await readProperties(client);
    });
  } catch (error) {
    if (error instanceof UnknownDatabase) return null;
    throw error;
  }
}
