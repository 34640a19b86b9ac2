import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GodwitError } from '@godwit/diagnostics';
import { applyPlaceholders, type Gmrc, type GmrcHook, type Placeholders } from '@godwit/history';
import { type DatabaseSettings, describeServerError, type ServerErrorDescription, toDatabaseUrl, withClient } from '@godwit/postgres';
import { relayOutput } from '../child-output.ts';
import type { CommandContext } from '../context.ts';
import { displayPath } from '../session/open-history.ts';

/** An action of `.gmrc` failed. */
class ActionFailed extends GodwitError {
  constructor(hook: GmrcHook, action: string, cause: unknown, described: ServerErrorDescription | null = null) {
    super({
      code: 'GW540',
      message: `The ${hook} action ${action} failed${described ? `: ${described.message}` : ''}`,
      cause,
      ...(described ? { frame: described.frame, details: described.details } : {}),
      help: 'mend it or take it out of .gmrc; what was applied before it stays applied',
    });
  }
}

/** Where and with what the actions of `.gmrc` run. */
export interface ActionEnvironment {
  readonly gmrc: Gmrc;
  readonly settings: DatabaseSettings;
  readonly placeholders: Placeholders;
  /** True for a database that is thrown away: then actions meant for the real one alone are left out, and the other way round. */
  readonly shadow?: boolean;
}

/**
 * Runs the actions of one hook, in order, as graphile-migrate does: a file of the migrations folder as one query on a connection of its
 * own, a command in a shell with GM_DBURL, GM_DBNAME and GM_DBUSER.
 *
 * @throws ActionFailed
 */
export async function runActions(context: CommandContext, hook: GmrcHook, environment: ActionEnvironment): Promise<void> {
  for (const action of environment.gmrc.actions[hook]) {
    if (action.shadow !== null && action.shadow !== (environment.shadow ?? false)) continue;
    const settings = action.root ? rootSettings(context, environment.settings) : environment.settings;
    try {
      if (action.kind === 'sql') await runFile(context, { hook, name: action.file }, settings, environment.placeholders);
      else await runCommand(context, action.command, settings);
    } catch (error) {
      if (error instanceof ActionFailed) throw error;
      throw new ActionFailed(hook, action.kind === 'sql' ? action.file : `'${action.command}'`, error);
    }
  }
}

/** The same database as the role of ROOT_DATABASE_URL, when that is a URL. */
function rootSettings(context: CommandContext, settings: DatabaseSettings): DatabaseSettings {
  const root = context.environment.ROOT_DATABASE_URL;
  if (!root?.includes('://')) return settings;
  const url = new URL(root);
  return { ...settings, user: decodeURIComponent(url.username), password: url.password ? decodeURIComponent(url.password) : undefined };
}

async function runFile(
  context: CommandContext,
  { hook, name }: { readonly hook: GmrcHook; readonly name: string },
  settings: DatabaseSettings,
  placeholders: Placeholders,
): Promise<void> {
  const file = join(context.config().migrationsFolder, name);
  const text = await readFile(file, 'utf8');
  const sql = applyPlaceholders(text, placeholders);
  await withClient(settings, async (client) => {
    try {
      await client.query(sql);
    } catch (error) {
      // With values in the place of placeholders the text is not shown: some are secret.
      const place = { sql, file: displayPath(context, file), bodyLine: 1 };
      throw new ActionFailed(hook, name, error, sql === text ? describeServerError(error, place) : null);
    }
  });
}

async function runCommand(context: CommandContext, command: string, settings: DatabaseSettings): Promise<void> {
  const child = spawn(command, {
    cwd: context.config().root,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...context.environment,
      DATABASE_URL: 'postgres://PLEASE:USE@GM_DBURL/INSTEAD',
      GM_DBURL: toDatabaseUrl(settings, { password: true }),
      GM_DBNAME: settings.database,
      GM_DBUSER: settings.user,
    },
  });
  const [[code]] = await Promise.all([once(child, 'close'), relayOutput(child, context.output)]);
  if (code !== 0) throw new Error(`it ended with exit code ${code}`);
}
