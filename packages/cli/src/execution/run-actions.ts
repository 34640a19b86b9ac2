import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GodwitError } from '@godwit/diagnostics';
import { applyPlaceholders, type Gmrc, type GmrcHook, type Placeholders } from '@godwit/history';
import { connect, type DatabaseSettings, toDatabaseUrl } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';

/** An action of `.gmrc` failed. */
export class ActionFailed extends GodwitError {
  constructor(hook: GmrcHook, action: string, cause: unknown) {
    super({
      code: 'GW540',
      message: `The ${hook} action ${action} failed`,
      cause,
      help: 'mend it or take it out of .gmrc; what was applied before it stays applied',
    });
  }
}

/** Where and with what the actions of `.gmrc` run. */
export interface ActionEnvironment {
  readonly gmrc: Gmrc;
  readonly settings: DatabaseSettings;
  readonly placeholders: Placeholders;
}

/**
 * Runs the actions of one hook, in order, as graphile-migrate does: a file of the migrations folder as one query on a connection of its
 * own, a command in a shell with GM_DBURL, GM_DBNAME and GM_DBUSER.
 *
 * @throws ActionFailed
 */
export async function runActions(context: CommandContext, hook: GmrcHook, environment: ActionEnvironment): Promise<void> {
  for (const action of environment.gmrc.actions[hook]) {
    if (action.shadow === true) continue;
    const settings = action.root ? rootSettings(context, environment.settings) : environment.settings;
    try {
      if (action.kind === 'sql') await runFile(join(context.config().migrationsFolder, action.file), settings, environment.placeholders);
      else await runCommand(context, action.command, settings);
    } catch (error) {
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

async function runFile(file: string, settings: DatabaseSettings, placeholders: Placeholders): Promise<void> {
  const sql = applyPlaceholders(await readFile(file, 'utf8'), placeholders);
  const client = await connect(settings);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function runCommand(context: CommandContext, command: string, settings: DatabaseSettings): Promise<void> {
  const child = spawn(command, {
    cwd: context.config().root,
    shell: true,
    stdio: ['ignore', context.output.json ? 2 : 'inherit', 'inherit'],
    env: {
      ...context.environment,
      DATABASE_URL: 'postgres://PLEASE:USE@GM_DBURL/INSTEAD',
      GM_DBURL: toDatabaseUrl(settings, { password: true }),
      GM_DBNAME: settings.database,
      GM_DBUSER: settings.user,
    },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`exit code ${code}`);
}
