import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { readLedger } from '@godwit/migrator';
import { connect, isLoopback, quoteIdentifier, toDatabaseUrl, withClient } from '@godwit/postgres';
import { relayOutput } from '../child-output.ts';
import { DEFAULT_FOLDER } from '../config/read-config.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { MissingPackage } from '../session/errors.ts';
import { refuseOnProduction } from '../session/production.ts';
import { ensureEmbeddedDatabase, type SelectedDatabase, selectDatabase } from '../session/select-database.ts';
import { FoldersDiffer, ShadowRefused } from './errors.ts';

/**
 * Runs graphile-migrate's own command line on the selected database, with a shadow database beside it, its output going to stderr.
 *
 * @returns its exit code
 * @throws MissingPackage when graphile-migrate is not installed; ProductionRefused; ShadowRefused when there is no safe place for a
 *   shadow database; FoldersDiffer when it would look into another folder than we do
 */
export async function runGraphileMigrate(context: CommandContext, input: CommandInput, argv: readonly string[]): Promise<number> {
  const cli = findCommand();
  await checkFolder(context);
  const database = await selectDatabase(context, input);
  const ledger = await withClient(database.settings, readLedger);
  refuseOnProduction(context, argv[0] ?? 'this command', database.display, ledger);
  const shadow = await shadowUrl(context, database);
  const child = spawn(process.execPath, [cli, ...argv], {
    cwd: context.config().root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...context.environment,
      DATABASE_URL: toDatabaseUrl(database.settings, { password: true }),
      SHADOW_DATABASE_URL: shadow,
      ROOT_DATABASE_URL:
        context.environment.ROOT_DATABASE_URL ?? toDatabaseUrl({ ...database.settings, database: 'postgres' }, { password: true }),
    },
  });
  context.signal.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  const [[code]] = await Promise.all([once(child, 'close'), relayOutput(child, context.output)]);
  return typeof code === 'number' ? code : 1;
}

async function checkFolder(context: CommandContext): Promise<void> {
  const { root, migrationsFolder } = context.config();
  const { migrationsFolder: theirs } = await openGmrc(context);
  if (resolve(root, theirs ?? DEFAULT_FOLDER) !== migrationsFolder)
    throw new FoldersDiffer(theirs ?? DEFAULT_FOLDER, relative(root, migrationsFolder));
}

function findCommand(): string {
  try {
    return createRequire(import.meta.url).resolve('graphile-migrate/dist/cli.js');
  } catch (error) {
    throw new MissingPackage('graphile-migrate', 'this command', error);
  }
}

/** SHADOW_DATABASE_URL, else `<database>_shadow` on the embedded server or on a loopback one. Never on a server that may be production. */
async function shadowUrl(context: CommandContext, database: SelectedDatabase): Promise<string> {
  const given = context.environment.SHADOW_DATABASE_URL;
  if (given) return given;
  const name = `${database.settings.database}_shadow`;
  const settings = { ...database.settings, database: name };
  if (database.embedded) await ensureEmbeddedDatabase(context, name);
  else if (isLoopback(database.settings)) await createIfMissing({ ...database.settings, database: 'postgres' }, name);
  else throw new ShadowRefused(database.display);
  return toDatabaseUrl(settings, { password: true });
}

async function createIfMissing(maintenance: SelectedDatabase['settings'], name: string): Promise<void> {
  const client = await connect(maintenance);
  try {
    const found = await client.query('select 1 from pg_catalog.pg_database where datname = $1', [name]);
    if (found.rows.length === 0) await client.query(`create database ${quoteIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
