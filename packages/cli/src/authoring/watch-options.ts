import { hostname } from 'node:os';
import type { SaveChecks, WatchObserver, WatchOptions } from '@godwit/authoring';
import { type Client, type ConnectOptions, connect } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { lintContext } from '../lint/lint-context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { displayPath, openHistory } from '../session/open-history.ts';
import { type SelectedDatabase, selectAwake } from '../session/select-database.ts';
import { runProjectCommand } from './run-project-command.ts';

/** PostgreSQL keeps no more of a name. */
const NAME_LENGTH = 63;

/** What a watch on a database needs to know. */
export async function watchOptions(
  context: CommandContext,
  input: CommandInput,
  { database, observer }: { readonly database: SelectedDatabase; readonly observer: WatchObserver },
): Promise<WatchOptions> {
  const { Generator } = await loadAuthoring();
  const { generate, root, migrationsFolder } = context.config();
  const gmrc = await openGmrc(context);
  const settings = executeSettings(context, NO_OPTIONS, { gmrc, settings: database.settings });
  const generator =
    generate === undefined
      ? null
      : new Generator(async (signal) => {
          const { code, lines } = await runProjectCommand(context, generate, database.settings, signal);
          return code === 0 ? null : lines;
        }, observer);
  return {
    connect: ({ beside } = {}) => connectForWatch(context, input, { database, beside }),
    settings,
    origin: database.settings.origin,
    folder: displayPath(context, migrationsFolder),
    root,
    readHistory: () => openHistory(context),
    checks: await checksOf(context),
    generator,
    observer,
    signal: context.signal,
  };
}

async function checksOf(context: CommandContext): Promise<SaveChecks> {
  const { root, queries } = context.config();
  return { queries: { root, patterns: queries }, lint: await lintContext(context) };
}

interface WatchedDatabase extends Pick<ConnectOptions, 'beside'> {
  readonly database: SelectedDatabase;
}

/** Who holds the lock of a watch is told by this name. The embedded server may come back on another port. */
async function connectForWatch(context: CommandContext, input: CommandInput, { database, beside }: WatchedDatabase): Promise<Client> {
  const awake = database.embedded ? await selectAwake(context, input) : database;
  const { settings } = awake === null || awake === 'not running' ? database : awake;
  const applicationName = `godwit ${context.version} watch, pid ${process.pid} on ${hostname()}`.slice(0, NAME_LENGTH);
  // Not with the signal: after Ctrl-C a second connection cancels what the first one is doing.
  return connect({ ...settings, applicationName }, { beside });
}
